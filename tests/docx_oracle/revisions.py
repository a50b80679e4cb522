"""Counts the tracked changes of a Word document: of(path) gives how many insertions, deletions and moves there are (a
move once), how many words and things they hold, and how many paragraph marks are tracked."""
import re
import xml.etree.ElementTree as ET
import zipfile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXTS = (W + "t", W + "delText")
THINGS = {W + name for name in ("drawing", "pict", "tab", "br", "footnoteReference", "endnoteReference", "fldChar", "sym",
                                "noBreakHyphen")}
WORD = re.compile(r"\w+|[^\w\s]")


def size(revision):
    """Words and things; blanks alone are one."""
    text = "".join(e.text or "" for e in revision.iter() if e.tag in TEXTS)
    things = sum(1 for e in revision.iter() if e.tag in THINGS or e.tag.endswith("}oMath"))
    return (len(WORD.findall(text)) or (1 if text else 0)) + things


def of(path):
    changes = words = marks = 0
    with zipfile.ZipFile(path) as z:
        for name in z.namelist():
            if not re.fullmatch(r"word/[^/]+\.xml", name):
                continue
            root = ET.fromstring(z.read(name))
            for parent in root.iter():
                for child in parent:
                    if child.tag not in (W + "ins", W + "del", W + "moveFrom"):
                        continue
                    if parent.tag == W + "rPr":
                        marks += 1
                    else:
                        changes += 1
                        words += 1 if parent.tag == W + "trPr" else size(child)
    return changes, words, marks
