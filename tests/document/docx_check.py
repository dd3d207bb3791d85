"""Checks DOCX files with nothing but the standard library: the package, its parts, and what Word is strict about.

    docx_check.py WRITER FONTS     writes the samples in two time zones, checks them, and plants faults that must be found
    docx_check.py FILE...          checks files
"""

import io
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"

# Children in the order of the schema (ECMA-376, wml.xsd).
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    "pBdr": "top left bottom right between bar",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "settings": "writeProtection view zoom mirrorMargins defaultTabStop characterSpacingControl compat rsids "
    "themeFontLang clrSchemeMapping decimalSymbol listSeparator",
    "tc": "tcPr p",
    "tr": "trPr tc",
    "tbl": "tblPr tblGrid tr",
    "font": "altName panose1 charset family notTrueType pitch sig",
}
ORDER = {W + name: [W + child for child in children.split()] for name, children in ORDER.items()}


def resolve(part, target):
    """The name of the part that a relationship of `part` points to."""
    if target.startswith("/"):
        return target[1:]
    return os.path.normpath(os.path.join(os.path.dirname(part), target)).replace(os.sep, "/")


def source_of(relations):
    folder, name = os.path.split(relations)
    return os.path.join(os.path.dirname(folder), name[: -len(".rels")])


class Checker:
    def __init__(self, bytes_):
        self.faults = []
        self.trees = {}
        self.archive = zipfile.ZipFile(io.BytesIO(bytes_))

    def fault(self, part, what):
        self.faults.append(f"{part}: {what}")

    def check(self):
        names = self.archive.namelist()
        if names[:1] != ["[Content_Types].xml"]:
            self.fault("package", "does not begin with [Content_Types].xml")
        if len(set(names)) != len(names):
            self.fault("package", "a name comes twice")
        if (broken := self.archive.testzip()) is not None:
            self.fault(broken, "is damaged")
        for entry in self.archive.infolist():
            if entry.date_time != (2024, 1, 1, 12, 0, 0) or entry.compress_type != zipfile.ZIP_DEFLATED:
                self.fault(entry.filename, f"bears the date {entry.date_time} or is not deflated")
            self.parse(entry.filename)
        if not self.faults:
            self.check_types(names)
            self.check_relations(names)
        if not self.faults:
            for part, tree in self.trees.items():
                self.check_order(part, tree)
            self.check_document()
        return self.faults

    def parse(self, name):
        bytes_ = self.archive.read(name)
        if name.endswith(".png"):
            if not bytes_.startswith(b"\x89PNG\r\n\x1a\n"):
                self.fault(name, "is no PNG")
            return
        try:
            text = bytes_.decode("utf-8")
            self.trees[name] = ET.fromstring(bytes_)
        except (UnicodeDecodeError, ET.ParseError) as error:
            self.fault(name, f"is not well formed: {error}")
            return
        if re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|&#", text.replace("&#39;", "")):
            self.fault(name, "has control characters or references to them")

    def check_types(self, names):
        types = self.trees["[Content_Types].xml"]
        endings = {default.get("Extension") for default in types.iter(TYPES + "Default")}
        overrides = {override.get("PartName")[1:] for override in types.iter(TYPES + "Override")}
        for name in names:
            if name != "[Content_Types].xml" and name not in overrides:
                if name.rsplit(".", 1)[-1] not in endings - {"xml"}:
                    self.fault(name, "has no content type")
        for name in overrides - set(names):
            self.fault(name, "has a content type and is not there")

    def check_relations(self, names):
        reached = {"[Content_Types].xml"}
        for relations in [name for name in names if name.endswith(".rels")]:
            part = source_of(relations)
            reached.add(relations)
            ids = set()
            for relation in self.trees[relations].iter(RELATIONS + "Relationship"):
                target = relation.get("Target")
                if relation.get("Id") in ids:
                    self.fault(relations, f"has the id {relation.get('Id')} twice")
                ids.add(relation.get("Id"))
                if relation.get("TargetMode") == "External":
                    if not re.fullmatch(r"https://[A-Za-z0-9.-]+(:\d+)?([/?#][!-~]*)?", target) or len(target) > 2083:
                        self.fault(relations, f"points to {target[:99]}")
                    if re.search(r'["<>\\^`{}|\[\]]|%(?![0-9A-Fa-f]{2})|#.*#', target):
                        self.fault(relations, f"points to {target[:99]}, which is no address")
                elif resolve(part, target) not in names:
                    self.fault(relations, f"points to {target}, which is not there")
                else:
                    reached.add(resolve(part, target))
            if part:
                used = {
                    value
                    for element in self.trees[part].iter()
                    for key, value in element.attrib.items()
                    if key.startswith(R)
                }
                for id_ in used - ids:
                    self.fault(part, f"refers to {id_}, which {relations} does not have")
        for name in set(names) - reached:
            self.fault(name, "is reached from nowhere")

    def check_order(self, part, tree):
        for element in tree.iter():
            if element.tag not in ORDER:
                continue
            order = ORDER[element.tag]
            children = [child.tag for child in element]
            if element.tag == W + "tc":
                children = [W + "p" if child in (W + "p", W + "tbl") else child for child in children]
                if children[-1:] != [W + "p"] or element[-1].tag != W + "p":
                    self.fault(part, "has a cell that does not end in a paragraph")
            unknown = [child for child in children if child not in order]
            if unknown:
                self.fault(part, f"{element.tag} has {unknown[0]}")
            elif (places := [order.index(child) for child in children]) != sorted(places):
                self.fault(part, f"{element.tag} has its children in the wrong order: {children}")

    def check_document(self):
        part = "word/document.xml"
        document = self.trees[part]
        self.check_ids(part, document)
        self.check_styles(part, document)
        self.check_tables(part, document)
        for drawing in document.iter(W + "drawing"):
            properties = drawing.find(f"{WP}inline/{WP}docPr")
            extent = drawing.find(f"{WP}inline/{WP}extent")
            if properties is None or not properties.get("descr", "").strip():
                self.fault(part, "has a drawing without alternative text")
            if min(int(extent.get("cx")), int(extent.get("cy"))) < 1:
                self.fault(part, "has a drawing without an extent")
            if len(list(drawing.iter(A + "blip"))) != 1 or len(list(drawing.iter(SVG + "svgBlip"))) != 1:
                self.fault(part, "has a drawing without its two pictures")
        depth = 0
        for mark in document.iter(W + "fldChar"):
            depth += {"begin": 1, "separate": 0, "end": -1}[mark.get(W + "fldCharType")]
            if depth not in (0, 1):
                self.fault(part, "has fields that do not begin and end in turn")
        if depth != 0:
            self.fault(part, "has a field that does not end")
        for settings in self.trees["word/settings.xml"].iter(W + "updateFields"):
            self.fault("word/settings.xml", "asks a question at opening")

    def check_ids(self, part, document):
        for tag, attribute in ((W + "bookmarkStart", W + "id"), (W + "bookmarkStart", W + "name"), (WP + "docPr", "id")):
            seen = set()
            for element in document.iter(tag):
                value = element.get(attribute).lower()
                if value in seen:
                    self.fault(part, f"has {tag} {attribute} {value} twice")
                seen.add(value)
        names = {mark.get(W + "name") for mark in document.iter(W + "bookmarkStart")}
        for name in names:
            if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]{0,39}", name):
                self.fault(part, f"has a bookmark {name}, which Word does not take")
        starts = [mark.get(W + "id") for mark in document.iter(W + "bookmarkStart")]
        ends = [mark.get(W + "id") for mark in document.iter(W + "bookmarkEnd")]
        if starts != ends:
            self.fault(part, "has bookmarks that do not end")
        for link in document.iter(W + "hyperlink"):
            anchor = link.get(W + "anchor")
            if (anchor is None) == (link.get(R + "id") is None) or (anchor is not None and anchor not in names):
                self.fault(part, f"has a link to {anchor}, which is not there")

    def check_styles(self, part, document):
        styles = self.trees["word/styles.xml"]
        ids = [style.get(W + "styleId") for style in styles.iter(W + "style")]
        if len(set(ids)) != len(ids):
            self.fault("word/styles.xml", "has a style twice")
        for where, tree in ((part, document), ("word/styles.xml", styles), ("word/numbering.xml", self.trees["word/numbering.xml"])):
            for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
                for element in tree.iter(W + tag):
                    if element.get(W + "val") not in ids:
                        self.fault(where, f"uses the style {element.get(W + 'val')}, which is not there")
        lists = {num.get(W + "numId") for num in self.trees["word/numbering.xml"].iter(W + "num")}
        for element in list(document.iter(W + "numId")) + list(styles.iter(W + "numId")):
            if element.get(W + "val") not in lists:
                self.fault(part, f"uses the list {element.get(W + 'val')}, which is not there")

    def check_tables(self, part, document):
        body = list(document.find(W + "body"))
        for before, after in zip(body, body[1:]):
            if before.tag == W + "tbl" and after.tag != W + "p":
                self.fault(part, "has a table without a paragraph after it")
        for table in document.iter(W + "tbl"):
            columns = [int(column.get(W + "w")) for column in table.iter(W + "gridCol")]
            rows = list(table.iter(W + "tr"))
            if not 1 <= len(columns) <= 63 or min(columns, default=0) < 1 or not rows:
                self.fault(part, f"has a table with {len(columns)} columns and {len(rows)} rows")
            if sum(columns) != int(table.find(f"{W}tblPr/{W}tblW").get(W + "w")):
                self.fault(part, "has a table whose columns do not add up to its width")
            for row in rows:
                if len(row.findall(W + "tc")) != len(columns):
                    self.fault(part, "has a row with too many or too few cells")


def faults_of(bytes_):
    return Checker(bytes_).check()


def replaced(bytes_, part, old, new):
    """The file with the first `old` of a part replaced; without the part when `new` is None."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(bytes_)) as good, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as bad:
        for entry in good.infolist():
            data = good.read(entry)
            if entry.filename == part:
                if new is None:
                    continue
                assert old in data, (part, old)
                data = data.replace(old, new, 1)
            bad.writestr(zipfile.ZipInfo(entry.filename, (2024, 1, 1, 12, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return result.getvalue()


# Each fault must be found: a check that finds nothing proves nothing.
DOCUMENT = "word/document.xml"
PLANTED = [
    ("word/styles.xml", None, None),
    ("word/media/picture1.png", None, None),
    ("word/media/picture1.png", b"PNG", b"GIF"),
    (DOCUMENT, b"</w:body>", b"</w:bodu>"),
    (DOCUMENT, b"Five Valleys", b"Five \x01 Valleys"),
    (DOCUMENT, b"Five Valleys", b"Five \xff Valleys"),
    (DOCUMENT, b"<w:keepNext/>", b"<w:unknown/>"),
    (DOCUMENT, b"<w:cantSplit/><w:tblHeader/></w:trPr>", b"</w:trPr><w:tblGrid/>"),
    (DOCUMENT, b'<w:pStyle w:val="Caption"/><w:keepNext/>', b'<w:keepNext/><w:pStyle w:val="Caption"/>'),
    (DOCUMENT, b'<w:b/><w:bCs/>', b'<w:bCs/><w:b/>'),
    (DOCUMENT, b'w:val="Title"', b'w:val="Titel"'),
    (DOCUMENT, b'w:numId w:val="3"', b'w:numId w:val="99"'),
    (DOCUMENT, b'w:id="2" w:name', b'w:id="1" w:name'),
    (DOCUMENT, b'_Toc000000002"', b'_Toc000000009"'),
    (DOCUMENT, b'r:id="link1"', b'r:id="link9"'),
    (DOCUMENT, b'descr="A line', b'title2="A line'),
    (DOCUMENT, b'<w:fldChar w:fldCharType="end"/>', b""),
    (DOCUMENT, b"<w:tc>", b"<w:tc><w:tcPr/></w:tc><w:tc>"),
    ("word/_rels/document.xml.rels", b'Id="settings"', b'Id="styles"'),
    ("word/_rels/document.xml.rels", b"settings.xml", b"sittings.xml"),
    ("word/_rels/document.xml.rels", b"a%20b", b"a b"),
    ("[Content_Types].xml", b'"svg"', b'"gif"'),
    ("[Content_Types].xml", b"/word/styles.xml", b"/word/stiles.xml"),
    ("word/settings.xml", b"<w:zoom", b"<w:updateFields/><w:zoom"),
]


def written(writer, fonts, zone):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([writer, fonts, folder], check=True, env={**os.environ, "TZ": zone})
        return {name: open(os.path.join(folder, name), "rb").read() for name in sorted(os.listdir(folder))}


def check_writer(writer, fonts):
    faults = []
    samples = written(writer, fonts, "UTC")
    if samples != written(writer, fonts, "Pacific/Auckland"):
        faults.append("another time zone gives other bytes")
    if len(samples) < 4:
        faults.append("there are too few samples")
    for name, bytes_ in samples.items():
        faults += [f"{name}: {fault}" for fault in faults_of(bytes_)]
    for part, old, new in PLANTED:
        if not faults_of(replaced(samples["sample.docx"], part, old, new)):
            faults.append(f"a planted fault was not found: {part}, {old} as {new}")
    return faults


def main(words):
    if len(words) == 2 and not words[0].endswith(".docx"):
        faults = check_writer(*words)
    else:
        faults = [f"{name}: {fault}" for name in words for fault in faults_of(open(name, "rb").read())]
    print("\n".join(faults) if faults else "No faults.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
