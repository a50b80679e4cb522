"""Invented Word documents in two versions, one pair for each thing that a redline must carry: PAIRS maps a name to
(before, after); write(path, document) makes the file."""
import struct
import zipfile
import zlib

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"')
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr>'
    '<w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Term"><w:name w:val="Term"/><w:rPr><w:b/></w:rPr></w:style>')
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText '
    'w:val="%1."/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>')


def run(text, properties=""):
    return "<w:r>%s<w:t xml:space=\"preserve\">%s</w:t></w:r>" % (
        "<w:rPr>%s</w:rPr>" % properties if properties else "", text)


def p(content, properties=""):
    content = content if content.startswith("<") or not content else run(content)
    return "<w:p>%s%s</w:p>" % ("<w:pPr>%s</w:pPr>" % properties if properties else "", content)


def heading(text):
    return p(text, '<w:pStyle w:val="Heading1"/>')


def item(text):
    return p(text, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')


def table(rows, width=2):
    out = '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>%s</w:tblGrid>' % (
        '<w:gridCol w:w="3000"/>' * width)
    for cells in rows:
        out += "<w:tr>" + "".join("<w:tc><w:tcPr><w:tcW w:w=\"3000\" w:type=\"dxa\"/></w:tcPr>%s</w:tc>" % (
            c if c.startswith("<") else p(c)) for c in cells) + "</w:tr>"
    return out + "</w:tbl>"


def note(kind, number):
    return '<w:r><w:%sReference w:id="%d"/></w:r>' % (kind, number)


def field(code, result):
    return ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> %s </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>%s<w:r><w:fldChar w:fldCharType="end"/></w:r>') % (
                code, run(result))


def link(text, rel="rIdLink"):
    return '<w:hyperlink r:id="%s">%s</w:hyperlink>' % (rel, run(text))


def picture(rel="rIdPicture"):
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="360000" cy="360000"/><wp:docPr id="1" name="Seal"/><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" '
        'name="seal.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="%s"/><a:stretch><a:fillRect/>'
        '</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
        '</w:drawing></w:r>') % rel


def box(text):
    return ('<w:r><w:pict><v:shape id="box" style="width:200pt;height:60pt"><v:textbox><w:txbxContent>%s</w:txbxContent>'
            '</v:textbox></v:shape></w:pict></w:r>') % p(text)


def formula(text):
    return "<m:oMath><m:r><m:t>%s</m:t></m:r></m:oMath>" % text


def control(text):
    return '<w:sdt><w:sdtPr><w:id w:val="77"/></w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>' % run(text)


def tick_box(state):
    return ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Water"/><w:enabled/><w:checkBox><w:sizeAuto/>'
            '<w:default w:val="%s"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText>'
            '</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>') % state


def png(grey):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(bytes([0, grey]))) + chunk(b"IEND", b""))


def document(*blocks, header="", footnotes=(), endnotes=(), grey=None, target="https://example.org/terms", styles=STYLES,
             numbering=NUMBERING):
    return {"body": "".join(blocks), "header": header, "footnotes": footnotes, "endnotes": endnotes, "grey": grey,
            "target": target, "styles": styles, "numbering": numbering}


def write(path, doc):
    parts = {"word/styles.xml": ("styles", "<w:styles %s>%s</w:styles>" % (NAMESPACES, doc["styles"])),
             "word/numbering.xml": ("numbering", "<w:numbering %s>%s</w:numbering>" % (NAMESPACES, doc["numbering"]))}
    section = ""
    if doc["header"]:
        parts["word/header1.xml"] = ("header", "<w:hdr %s>%s</w:hdr>" % (NAMESPACES, p(doc["header"])))
        section = '<w:headerReference w:type="default" r:id="rIdheader"/>'
    for kind in ("footnote", "endnote"):
        if doc[kind + "s"]:
            inner = ('<w:{0} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{0}><w:{0} '
                     'w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:{0}>'
                     ).format(kind)
            for number, text in enumerate(doc[kind + "s"], 1):
                inner += '<w:%s w:id="%d">%s</w:%s>' % (kind, number, p("<w:r><w:%sRef/></w:r>" % kind + run(" " + text)), kind)
            parts["word/%ss.xml" % kind] = (kind + "s", "<w:%ss %s>%s</w:%ss>" % (kind, NAMESPACES, inner, kind))
    relationships = "".join('<Relationship Id="rId%s" Type="%s%s" Target="%s"/>' % (kind, OFFICE, kind, name[5:])
                            for name, (kind, _) in parts.items())
    relationships += '<Relationship Id="rIdLink" Type="%shyperlink" Target="%s" TargetMode="External"/>' % (
        OFFICE, doc["target"])
    if doc["grey"] is not None:
        relationships += '<Relationship Id="rIdPicture" Type="%simage" Target="media/seal.png"/>' % OFFICE
    types = "".join('<Override PartName="/%s" ContentType="%s%s+xml"/>' % (n, WORD, k) for n, (k, _) in parts.items())
    body = '<w:document %s><w:body>%s<w:sectPr>%s<w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>' % (
        NAMESPACES, doc["body"], section)
    package = "http://schemas.openxmlformats.org/package/2006/"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("[Content_Types].xml", HEAD + '<Types xmlns="%scontent-types"><Default Extension="rels" ContentType='
                   '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
                   '"application/xml"/><Default Extension="png" ContentType="image/png"/><Override '
                   'PartName="/word/document.xml" ContentType="%sdocument.main+xml"/>%s</Types>' % (package, WORD, types))
        z.writestr("_rels/.rels", HEAD + '<Relationships xmlns="%srelationships"><Relationship Id="rId1" '
                   'Type="%sofficeDocument" Target="word/document.xml"/></Relationships>' % (package, OFFICE))
        z.writestr("word/document.xml", HEAD + body)
        z.writestr("word/_rels/document.xml.rels", HEAD + '<Relationships xmlns="%srelationships">%s</Relationships>' % (
            package, relationships))
        for name, (_, xml) in parts.items():
            z.writestr(name, HEAD + xml)
        if doc["grey"] is not None:
            z.writestr("word/media/seal.png", png(doc["grey"]))


RENT = "The Tenant shall pay the rent of nine hundred dollars ($900.00) on the first day of each month."
RENT_NEW = "The Tenant shall pay the rent of one thousand dollars ($1,000.00) on the first day of each month."
QUIET = "The Landlord shall leave the Tenant in quiet possession of the orchard and its sheds."
WATER = "Water from the upper pond may be drawn for the trees, and for nothing else, between dusk and dawn."
FENCE = "Each party mends its own half of the fence before the sheep are let out in April."
ROWS = [["Tree", "Price"], ["Apple", "$12.00"], ["Pear", "$14.00"], ["Medlar", "$19.50"]]
STRANGER = ('<w:ins w:id="5" w:author="Ada"><w:r><w:t xml:space="preserve">often </w:t></w:r></w:ins><w:del w:id="6" w:author="Ada"><w:r>'
            '<w:delText xml:space="preserve">seldom </w:delText></w:r></w:del>')

GONE_MARK = '<w:rPr><w:del w:id="7" w:author="Ada"/></w:rPr>'
SECTION = '<w:sectPr><w:headerReference w:type="default" r:id="rIdheader"/><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>'
RUBY = ('<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/><w:hpsRaise w:val="18"/><w:hpsBaseText '
        'w:val="21"/><w:lid w:val="ja-JP"/></w:rubyPr><w:rt>%s</w:rt><w:rubyBase>%s</w:rubyBase></w:ruby></w:r>') % (
            run("ringo"), run("apple"))


def block_control(content):
    return '<w:sdt><w:sdtPr><w:id w:val="78"/></w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>' % content


def place(level, number):
    return '<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>' % (level, number)


def numbering_from(start):
    """Two lists of one abstract list, the second from a number of its own."""
    level = '<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%s"/><w:lvlJc w:val="left"/></w:lvl>'
    return ('<w:abstractNum w:abstractNumId="0">%s%s</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
            '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="%d"/>'
            '</w:lvlOverride></w:num>') % (level % (0, "%1."), level % (1, "%1.%2"), start)


PAIRS = {
    "edited words keep their run": (
        document(p(run("The ") + run("Tenant", "<w:b/>") + run(" pays nine hundred dollars ($900.00)."))),
        document(p(run("The ") + run("Tenant", "<w:b/>") + run(" pays one thousand dollars ($1,000.00).")))),
    "paragraph deleted, inserted, edited": (
        document(heading("Lease"), p(RENT), p(QUIET), p(WATER)), document(heading("Lease"), p(RENT_NEW), p(WATER), p(FENCE))),
    "last paragraph deleted": (document(p(RENT), p(QUIET)), document(p(RENT))),
    "last paragraph inserted": (document(p(RENT)), document(p(RENT), p(QUIET))),
    "last paragraph replaced": (document(p(RENT), p(QUIET)), document(p(RENT), p(FENCE))),
    "everything deleted": (document(p(RENT), p(QUIET)), document(p(""))),
    "everything inserted": (document(p("")), document(p(RENT), p(QUIET))),
    "heading deleted before text": (document(heading("Rent"), p(RENT), heading("Peace"), p(QUIET)), document(heading("Rent"), p(RENT), p(QUIET))),
    "paragraph split": (document(p(RENT + " " + QUIET)), document(p(RENT), p(QUIET))),
    "paragraphs merged": (document(p(WATER), p(RENT), p(QUIET)), document(p(WATER), p(RENT + " " + QUIET))),
    "paragraph moved and edited": (
        document(p(WATER), p(RENT), p(QUIET), p(FENCE)), document(p(RENT), p(QUIET), p(FENCE), p(WATER.replace("trees", "saplings")))),
    "typography": (
        document(p('The "orchard" is the Tenant\'s - and nobody else\'s.')),
        document(p("The \u201corchard\u201d is the Tenant\u2019s \u2014 and nobody else\u2019s."))),
    "list item inserted": (
        document(item("apples;"), item("pears; and"), item("medlars.")),
        document(item("apples;"), item("quinces;"), item("pears; and"), item("medlars."))),
    "paragraphs into and out of a list": (
        document(item("apples;"), item("pears; and"), p("medlars.")), document(item("apples;"), p("pears; and"), item("medlars."))),
    "list that the later document lacks": (document(p(QUIET), item("apples"), p(RENT)), document(p(QUIET), p(RENT))),
    "table cell edited": (document(p(QUIET), table(ROWS), p(WATER)),
                          document(p(QUIET), table(ROWS[:2] + [["Pear", "$15.50"]] + ROWS[3:]), p(WATER))),
    "table row inserted": (document(table(ROWS), p(WATER)), document(table(ROWS[:3] + [["Quince", "$16.00"]] + ROWS[3:]), p(WATER))),
    "table row deleted": (document(table(ROWS), p(WATER)), document(table(ROWS[:2] + ROWS[3:]), p(WATER))),
    "table column inserted": (document(table(ROWS), p(WATER)),
                              document(table([r + [x] for r, x in zip(ROWS, ["Age", "3", "4", "7"])], 3), p(WATER))),
    "table inserted": (document(p(QUIET), p(WATER)), document(p(QUIET), table(ROWS), p(WATER))),
    "table deleted": (document(p(QUIET), table(ROWS), p(WATER)), document(p(QUIET), p(WATER))),
    "paragraph before table deleted": (document(p(WATER), p(QUIET), table(ROWS), p("")), document(p(WATER), table(ROWS), p(""))),
    "paragraphs in a cell": (
        document(table([[p(RENT) + p(QUIET), "x"]]), p("")), document(table([[p(RENT_NEW), "x"]]), p(""))),
    "table in a cell": (
        document(table([[table([["Apple", "$12.00"]]) + p("inner"), "x"]]), p("")),
        document(table([[table([["Apple", "$13.00"]]) + p("inner"), "x"]]), p(""))),
    "header edited": (document(p(RENT), header="Lease of 2023"), document(p(RENT), header="Lease of 2026")),
    "header deleted": (document(p(RENT), header="Lease of 2023"), document(p(RENT))),
    "header inserted": (document(p(RENT)), document(p(RENT), header="Lease of 2026")),
    "footnote edited": (
        document(p(run("Rent") + note("footnote", 1) + run(" is due.")), footnotes=["Net of tax."]),
        document(p(run("Rent") + note("footnote", 1) + run(" is due.")), footnotes=["Net of all taxes."])),
    "footnote inserted before another": (
        document(p(run("Rent is due") + note("footnote", 1) + run(".")), footnotes=["On the first."]),
        document(p(run("Rent") + note("footnote", 1) + run(" is due") + note("footnote", 2) + run(".")), footnotes=["Net of tax.", "On the first."])),
    "footnote deleted before another": (
        document(p(run("Rent") + note("footnote", 1) + run(" is due") + note("footnote", 2) + run(".")), footnotes=["Net of tax.", "On the first."]),
        document(p(run("Rent is due") + note("footnote", 1) + run(".")), footnotes=["On the first."])),
    "only footnote deleted": (
        document(p(run("Rent") + note("footnote", 1) + run(" is due.")), footnotes=["Net of tax."]), document(p("Rent is due."))),
    "endnote edited": (
        document(p(run("Rent") + note("endnote", 1) + run(" is due.")), endnotes=["Net of tax."]),
        document(p(run("Rent") + note("endnote", 1) + run(" is due.")), endnotes=["Net of all taxes."])),
    "picture replaced": (
        document(p(run("Sealed ") + picture() + run(" here.")), grey=20), document(p(run("Sealed ") + picture() + run(" here.")), grey=200)),
    "picture deleted": (
        document(p(run("Sealed ") + picture() + run(" here.")), grey=20), document(p(run("Sealed ") + run(" here.")))),
    "text box edited": (document(p(run("Mind the box. ") + box(RENT))), document(p(run("Mind the box. ") + box(RENT_NEW)))),
    "content control edited": (
        document(p(run("Tenant: ") + control("Mildred Ashby") + run(", of this parish."))),
        document(p(run("Tenant: ") + control("Mildred Oakes") + run(", of this parish.")))),
    "section break kept": (
        document(p(RENT, '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>'), p(QUIET)),
        document(p(RENT_NEW, '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>'), p(QUIET))),
    "styles that the after-document lacks": (
        document(p(run("The ") + run("Tenant", '<w:rStyle w:val="Term"/>') + run(" pays.")), p(QUIET)),
        document(p("The Lessee pays."), p(QUIET), styles="")),
    "earlier author's changes": (
        document(p("The fence is seldom mended.")), document(p(run("The fence is ") + STRANGER + run("mended well.")))),
    "words above words deleted": (
        document(p(run("The ") + RUBY + run(" falls."))), document(p(run("The ") + run(" falls.")))),
    "list that begins elsewhere": (
        document(p("hives", place(0, 2)), p("bees", place(1, 1)), numbering=numbering_from(4)),
        document(p("hives", place(0, 2)), p("bees", place(1, 1)), numbering=numbering_from(6))),
    "breaks and tabs": (
        document(p(run("Signed:") + "<w:r><w:tab/><w:t>Mildred</w:t><w:br/><w:t>Landlady</w:t></w:r>")),
        document(p(run("Signed:") + "<w:r><w:tab/><w:tab/><w:t>Mildred</w:t><w:br/><w:t>Landlord</w:t></w:r>"))),
}

# LibreOffice works fields out anew, forgets the changes in the first paragraph of a content control around paragraphs, and
# keeps the page style of a section that was rejected.
PANDOC_ONLY = {
    "paragraph without its mark before a content control": (
        document(p(run("Of hives and "), GONE_MARK) + block_control(p("bees.")), p(QUIET)),
        document(p(run("Of hives and "), GONE_MARK) + block_control(p("wild bees.")), p(QUIET))),
    "content control at the end comes": (document(p(RENT)), document(p(RENT), block_control(p(QUIET) + p(WATER)))),
    "content control at the end goes": (document(p(RENT), block_control(p(QUIET))), document(p(RENT))),
    "section goes, another with the same header comes": (
        document(p(RENT), p(QUIET, SECTION), p(WATER), header="Lease of 2023"),
        document(p(FENCE, SECTION), p(RENT), p(WATER), header="Lease of 2023")),
    "field replaced": (
        document(p(run("See section ") + field("REF fence", "4") + run(" below."))),
        document(p(run("See section ") + field("REF fence", "5") + run(" below.")))),
}

# Pandoc (2.17) drops simple fields, links whose text is tracked and formulas that are, on acceptance and rejection alike.
OFFICE_ONLY = {
    "simple field inserted": (
        document(p("This is a page of the lease.")),
        document(p(run("This is page ") + '<w:fldSimple w:instr=" PAGE ">%s</w:fldSimple>' % run("1") + run(" of the lease.")))),
    "link edited": (
        document(p(run("See ") + link("the terms of 2023") + run(" for more."))),
        document(p(run("See ") + link("the terms of 2026") + run(" for more.")))),
    "link to another place": (
        document(p(run("See ") + link("the terms") + run(" for more."))),
        document(p(run("See ") + link("the terms") + run(" for more.")), target="https://example.org/other")),
}
NO_READER = {
    "box of a form ticked": (document(p(tick_box("0") + run(" Water"))), document(p(tick_box("1") + run(" Water")))),
    "formula edited": (document(p(run("Yield is ") + formula("a+b") + run("."))), document(p(run("Yield is ") + formula("a+c") + run(".")))),
}
