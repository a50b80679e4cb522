"""Holds a Word document against ECMA-376: well-formed parts, the order of children, ids, relationships.

faults(path) gives what is wrong, as a list of sentences. The sequences are those of part 1, annex A (wml.xsd), for the
elements that stet writes; elements of other vocabularies may stand anywhere.
"""
import posixpath
import re
import sys
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
P = "{http://schemas.openxmlformats.org/package/2006/relationships}"
T = "{http://schemas.openxmlformats.org/package/2006/content-types}"

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"

TRACKS = "ins del moveFrom moveTo"
RPR = ("rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
       "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
       "eastAsianLayout specVanish oMath")
PPR = ("pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
       "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
       "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
       "textboxTightWrap outlineLvl divId cnfStyle")
SEQUENCES = {
    "pPr": PPR + " rPr sectPr pPrChange",
    "rPr": TRACKS + " " + RPR + " rPrChange",
    "numPr": "ilvl numId numberingChange ins",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
             "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark "
            "headers cellIns cellDel cellMerge tcPrChange",
    "sectPr": "headerReference|footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
              "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings "
              "sectPrChange",
    "tbl": "bookmarkStart|bookmarkEnd tblPr tblGrid *",
    "tr": "tblPrEx trPr *",
    "p": "pPr *",
    "r": "rPr *",
    "tc": "tcPr *",
    "body": "* sectPr",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
             "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "num": "abstractNumId lvlOverride",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "comment": "*",
    "pPrChange": "pPr",
    "rPrChange": "rPr",
}
TR_PR_LAST = ["ins", "del", "trPrChange"]
REVISIONS = ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "rPrChange", "pPrChange", "moveFromRangeStart",
             "moveToRangeStart")


def ranks(sequence):
    return {name: i for i, names in enumerate(sequence.split()) for name in names.split("|")}


RANKS = {name: ranks(sequence) for name, sequence in SEQUENCES.items()}


def local(element):
    return element.tag[len(W):] if element.tag.startswith(W) else None


def order_faults(element, where):
    name = local(element)
    if name == "trPr":
        seen = [local(c) for c in element]
        tail = [c for c in seen if c in TR_PR_LAST]
        if tail and (seen[-len(tail):] != tail or sorted(tail, key=TR_PR_LAST.index) != tail):
            yield "%s: children of trPr out of order: %s" % (where, " ".join(map(str, seen)))
        return
    order = RANKS.get(name)
    if order is None:
        return
    last, last_name = -1, None
    for child in element:
        kind = local(child)
        if kind is None:
            continue
        rank = order.get(kind, order.get("*"))
        if rank is None:
            yield "%s: %s may not stand in %s" % (where, kind, name)
        elif rank < last:
            yield "%s: %s stands behind %s in %s" % (where, kind, last_name, name)
        else:
            last, last_name = rank, kind


def place_faults(element, where, gone=False, run=False):
    """Deleted text and none other in what is deleted (moved text stays text); runs nowhere but where runs may be."""
    name = local(element)
    if name == "txbxContent":
        gone = False
    if name == "del" and len(element):
        gone = True
    if name == "t" and gone:
        yield "%s: w:t in deleted text" % where
    if name == "delText" and not gone:
        yield "%s: w:delText in text that is not deleted" % where
    if name in ("ins", "del", "moveFrom", "moveTo"):
        for child in element:
            if local(child) in ("p", "tbl", "tr", "hyperlink", "fldSimple", "pPr"):
                yield "%s: %s in %s" % (where, local(child), name)
    if name == "tc" and (not len(element) or local(element[-1]) not in ("p", "bookmarkEnd", "sdt", "customXml")):
        yield "%s: a cell ends without a paragraph" % where
    if name == "r" and run:
        yield "%s: a run in a run" % where
    for child in element:
        yield from place_faults(child, where, gone, (run or name == "r") and name != "txbxContent")


def range_faults(root, where):
    for kind in ("moveFromRange", "moveToRange"):
        starts = Counter(e.get(W + "id") for e in root.iter(W + kind + "Start"))
        ends = Counter(e.get(W + "id") for e in root.iter(W + kind + "End"))
        if starts != ends or any(n > 1 for n in starts.values()):
            yield "%s: %s: starts and ends do not pair" % (where, kind)
    names = [sorted(e.get(W + "name") for e in root.iter(W + k + "RangeStart")) for k in ("moveFrom", "moveTo")]
    if names[0] != names[1] or len(set(names[0])) != len(names[0]):
        yield "%s: moves have not both ends, or one name twice" % where


def package_faults(z, names):
    """Content types and relationships."""
    types = ET.fromstring(z.read("[Content_Types].xml"))
    endings = {d.get("Extension").lower() for d in types.iter(T + "Default")}
    overrides = {o.get("PartName").lstrip("/") for o in types.iter(T + "Override")}
    for name in sorted(names):
        if name != "[Content_Types].xml" and not name.endswith("/") and name not in overrides and \
                name.rsplit(".", 1)[-1].lower() not in endings:
            yield "%s has no content type" % name
    for name in sorted(overrides - names):
        yield "a content type for %s, which is missing" % name
    for name in sorted(n for n in names if n.endswith(".rels")):
        folder = posixpath.dirname(posixpath.dirname(name))
        ids = Counter()
        for r in ET.fromstring(z.read(name)):
            ids[r.get("Id")] += 1
            target = r.get("Target", "")
            part = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            if r.get("TargetMode") != "External" and part not in names:
                yield "%s: no part %s" % (name, part)
        for twice in (i for i, n in ids.items() if n > 1):
            yield "%s: id %s twice" % (name, twice)


def reference_faults(z, names, name, root):
    rels = posixpath.join(posixpath.dirname(name), "_rels", posixpath.basename(name) + ".rels")
    known = {r.get("Id") for r in ET.fromstring(z.read(rels))} if rels in names else set()
    for element in root.iter():
        for key, value in element.attrib.items():
            if key.startswith(R) and value and value not in known:
                yield "%s: no relationship %s" % (name, value)


def note_faults(roots):
    body = roots.get("word/document.xml")
    for kind in ("footnote", "endnote", "comment"):
        notes = roots.get("word/%ss.xml" % kind)
        there = Counter(n.get(W + "id") for n in notes.iter(W + kind)) if notes is not None else Counter()
        for n in (i for i, count in there.items() if count > 1):
            yield "%s %s twice" % (kind, n)
        for reference in body.iter(W + kind + "Reference"):
            if reference.get(W + "id") not in there:
                yield "no %s %s" % (kind, reference.get(W + "id"))


def faults(path):
    out = []
    with zipfile.ZipFile(path) as z:
        listed = z.namelist()
        names = set(listed)
        out += ["%s twice" % n for n, count in Counter(listed).items() if count > 1]
        roots, ids = {}, Counter()
        for name in sorted(n for n in names if n.endswith((".xml", ".rels"))):
            try:
                roots[name] = ET.fromstring(z.read(name))
            except ET.ParseError as error:
                out.append("%s: %s" % (name, error))
        out += package_faults(z, names)
        for name, root in roots.items():
            if not name.startswith("word/") or name.endswith(".rels"):
                continue
            out += reference_faults(z, names, name, root)
            out += range_faults(root, name)
            out += place_faults(root, name)
            for element in root.iter():
                out += order_faults(element, name)
                if local(element) in REVISIONS:
                    ids[element.get(W + "id")] += 1
                    if element.get(W + "id") is None or element.get(W + "author") is None:
                        out.append("%s: %s without id or author" % (name, local(element)))
        drawings = Counter(e.get("id") for root in roots.values() for e in root.iter(DRAWING + "docPr")
                           if e.get("id") is not None)
        out += ["drawing id %s twice" % i for i, n in drawings.items() if n > 1]
        out += ["revision id %s twice" % i for i, n in ids.items() if n > 1]
        if "word/document.xml" in roots:
            out += note_faults(roots)
    return out


def new_faults(redline, before, after):
    """Faults of a redline that the documents it was made from have not."""
    known = {re.sub(r"\d+", "", f) for document in (before, after) for f in faults(document)}
    return [f for f in faults(redline) if re.sub(r"\d+", "", f) not in known]


if __name__ == "__main__":
    for file in sys.argv[1:]:
        for one in faults(file):
            print("%s: %s" % (file, one))
