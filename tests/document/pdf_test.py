"""Makes the sample PDFs and looks into them with other people's tools: qpdf, and poppler's pdfinfo, pdffonts, pdftotext.

    python3 pdf_test.py WRITE_SAMPLES FONTS
"""

import base64
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

faults = []


def expect(claim, told):
    if not claim:
        faults.append(told)


def run(*words, **more):
    return subprocess.run(words, check=True, capture_output=True, **more).stdout


# --- The objects of a file, as qpdf lists them -----------------------------------------------------------------------

class Pdf:
    def __init__(self, path):
        listed = json.loads(run("qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", path))
        self.objects = listed["qpdf"][1]
        self.pages = [page["object"] for page in listed["pages"]]
        self.root = self.value(self.value("trailer")["/Root"])

    def value(self, it):
        """What a reference leads to; the dictionary of a stream."""
        if it == "trailer":
            return self.objects["trailer"]["value"]
        while isinstance(it, str) and re.fullmatch(r"\d+ \d+ R", it):
            found = self.objects["obj:" + it]
            it = found["stream"]["dict"] if "stream" in found else found["value"]
        return it

    def bytes_of(self, reference):
        return base64.b64decode(self.objects["obj:" + reference]["stream"].get("data", ""))

    def content(self, page):
        parts = self.value(page)["/Contents"]
        return b"\n".join(self.bytes_of(part) for part in ([parts] if isinstance(parts, str) else parts))


# --- Claims about every file -----------------------------------------------------------------------------------------

PAINTS = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "Tj", "TJ", "'", '"'}
TOKENS = re.compile(rb"\((?:\\.|[^\\()])*\)|<<|>>|<[0-9a-fA-F\s]*>|[\[\]]|[^\s\[\]()<>]+")


def marked_pieces(content, where):
    """The numbers of the marked pieces, in their order; everything that is painted must be in one, or an artifact."""
    numbers, inside, before = [], [], []
    for token in TOKENS.findall(content):
        word = token.decode("latin-1")
        if word in ("BDC", "BMC"):
            number = re.search(r"/MCID (\d+)", " ".join(before[-6:])) if word == "BDC" else None
            if number:
                expect(not any(kind != "span" for kind in inside), f"{where}: a marked piece stands in another")
                numbers.append(int(number.group(1)))
            inside.append("piece" if number else "artifact" if "/Artifact" in before[-2:] else "span")
        elif word == "EMC":
            inside.pop()
        elif word in PAINTS and not any(kind in ("piece", "artifact") for kind in inside):
            faults.append(f"{where}: {word} paints outside marked content")
            return numbers
        before = before[-8:] + [word]
    expect(not inside, f"{where}: marked content is not closed")
    return numbers


def structure_of(pdf, name):
    """The elements in reading order as (type, element), having checked that both trees agree."""
    found = []
    owners = {}

    def walk(reference, parent):
        element = pdf.value(reference)
        kind = element["/S"][1:]
        found.append((kind, element))
        expect(parent is None or element["/P"] == parent, f"{name}: a {kind} names another parent than the one it is in")
        for child in element["/K"]:
            value = pdf.value(child)
            if value.get("/Type") == "/MCR":
                owners[(value["/Pg"], value["/MCID"])] = reference
            elif value.get("/Type") == "/OBJR":
                owners[(value["/Obj"], "annotation")] = reference
            else:
                walk(child, reference)

    tree = pdf.value(pdf.root["/StructTreeRoot"])
    walk(tree["/K"], None)
    numbers = pdf.value(tree["/ParentTree"])["/Nums"]
    parents = dict(zip(numbers[::2], numbers[1::2]))
    expect(list(parents) == sorted(parents), f"{name}: the parent tree is not in order")
    for place, page in enumerate(pdf.pages):
        where = f"{name}, page {place + 1}"
        dictionary = pdf.value(page)
        expect(dictionary["/Tabs"] == "/S", f"{where}: no tab order")
        pieces = marked_pieces(pdf.content(page), where)
        expect(pieces == list(range(len(pieces))), f"{where}: pieces are numbered {pieces}")
        expect([owners.get((page, piece)) for piece in pieces] == pdf.value(parents[dictionary["/StructParents"]]),
               f"{where}: the trees of elements and of parents disagree")
        for reference in pdf.value(dictionary.get("/Annots", [])):
            note = pdf.value(reference)
            expect(note.get("/Contents"), f"{where}: a link without words")
            expect(parents[note["/StructParent"]] == owners[(reference, "annotation")], f"{where}: a link is nobody's")
            left, bottom, right, top = note["/Rect"]
            expect(0 <= left <= right <= 596 and 0 <= bottom <= top <= 842, f"{where}: a link leaves the page")
            if "/Dest" in note:
                expect(pdf.value(note["/Dest"])[0] in pdf.pages, f"{where}: a link leads nowhere")
            else:
                expect(re.fullmatch(r"u:(https?://|mailto:)[\x21-\x7e]+", note["/A"]["/URI"]), f"{where}: odd address")
    return found


def check_words(path, name):
    """Every word of the document can be copied out."""
    def squeezed(text):
        return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))

    got = squeezed(run("pdftotext", "-raw", path, "-").decode())
    with open(path[:-4] + ".words", "rb") as listed:
        words = listed.read().decode("utf-8", "replace").split("\n")
    no_shape = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\ufe00-\ufe0f]")
    for word in set(words):
        wanted = squeezed(no_shape.sub("", word))
        # words from right to left are drawn in their order, and read in the other
        if len(wanted) < 60 and wanted not in got and wanted[::-1] not in got:
            faults.append(f"{name}: the word {word!r} cannot be copied out")


def check(path):
    name = os.path.basename(path)
    told = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True)
    expect(told.returncode == 0, f"{name}: qpdf finds {told.stdout}{told.stderr}")
    properties = dict(re.split(r":\s+", line, maxsplit=1) for line in run("pdfinfo", path).decode().splitlines() if ": " in line)
    expect(properties["Tagged"] == "yes" and properties["Page size"].endswith("(A4)"), f"{name}: {properties}")
    for line in run("pdffonts", path).decode().splitlines()[2:]:
        expect(re.search(r" yes yes yes +\d+ +0$", line), f"{name}: font not embedded, not a part, or without letters: {line}")
    pdf = Pdf(path)
    expect(pdf.root["/Lang"] == "u:en-GB" and pdf.value(pdf.root["/MarkInfo"])["/Marked"] is True, f"{name}: language")
    expect(pdf.value(pdf.root["/ViewerPreferences"])["/DisplayDocTitle"] is True, f"{name}: shows no title")
    metadata = pdf.bytes_of(pdf.root["/Metadata"]).decode()
    expect("<rdf:li>Federation Adviser</rdf:li>" in metadata and "<rdf:li>en-GB</rdf:li>" in metadata, f"{name}: metadata")
    run("xmllint", "--noout", "-", input=metadata.encode())
    elements = structure_of(pdf, name)
    for kind, element in elements:
        expect(kind != "Figure" or len(element.get("/Alt", "")) > 4, f"{name}: a figure without words")
        if kind == "TH":
            expect(element["/A"]["/Scope"] in ("/Row", "/Column"), f"{name}: a heading of nothing")
        if kind == "TR":
            expect(all(pdf.value(cell)["/S"] in ("/TH", "/TD") for cell in element["/K"]), f"{name}: a row of no cells")
    check_words(path, name)
    return pdf, [kind for kind, element in elements], int(properties["Pages"])


# --- Claims about single files ---------------------------------------------------------------------------------------

def main(program, fonts):
    with tempfile.TemporaryDirectory() as folder:
        here, there = os.path.join(folder, "here"), os.path.join(folder, "there")
        print(run(program, fonts, here, env={**os.environ, "TZ": "UTC0"}).decode())
        run(program, fonts, there, env={**os.environ, "TZ": "XYZ-13", "SOURCE_DATE_EPOCH": "1", "LC_ALL": "de_DE.UTF-8"})
        for name in sorted(os.listdir(here)):
            with open(os.path.join(here, name), "rb") as one, open(os.path.join(there, name), "rb") as other:
                expect(one.read() == other.read(), f"{name}: other bytes in another time zone")

        results = {name: check(os.path.join(here, name + ".pdf"))
                   for name in ("brief", "summary", "summary-of-three-pages", "rationale", "hostile", "empty")}
        pdf, kinds, pages = results["brief"]
        for kind, count in {"Document": 1, "H1": 1, "H2": 3, "H3": 1, "H4": 1, "Table": 1, "TR": 17, "TH": 3 + 16,
                            "TD": 32, "Caption": 1, "Figure": 1, "L": 3, "LI": 7, "LBody": 7, "TOC": 1, "TOCI": 3,
                            "Link": 5}.items():
            expect(kinds.count(kind) == count, f"brief: {kinds.count(kind)} times {kind}, and not {count}")
        outline = run("qpdf", "--json=1", "--json-key=outlines", os.path.join(here, "brief.pdf"))
        marks = json.loads(outline)["outlines"]
        expect([(mark["title"], [kid["title"] for kid in mark["kids"]]) for mark in marks] ==
               [("What is advised, and why", ["Reasons against"]), ("Vehicles side by side", []),
                ("What was not considered", [])], f"brief: bookmarks {marks}")
        expect([mark["destpageposfrom1"] for mark in marks] == [1, 2, 4], f"brief: bookmarks lead to {marks}")
        text = run("pdftotext", "-layout", os.path.join(here, "brief.pdf"), "-").decode().split("\f")
        expect(len(text) == pages + 1 and pages == 4, f"brief: {pages} pages")
        for page in range(pages):
            expect(f"Page {page + 1} of 4" in text[page], f"brief: no number on page {page + 1}")
            expect(("Five Valleys – Brief" in text[page]) == (page > 0), f"brief: the header of page {page + 1}")
        expect(re.search(r"Vehicles side by side +2\n", text[0]), "brief: the contents name no page")
        for letters in ("Tŷ", "Dŵr", "“deal”", "£50", "–", "stays"):
            expect(letters in "".join(text), f"brief: {letters} cannot be copied out")
        for page in (1, 2):
            expect(re.search(r"Vehicle +Band +Why", text[page]), f"brief: no header row on page {page + 1}")
        expect(results["summary"][2] == 1 and results["empty"][2] == 1, "a summary and nothing at all take one page each")
        expect(results["rationale"][1].count("TR") == 17 + 4 * 13, "rationale: repeated header rows are read twice")

    print("\n".join(faults) or "Nothing is wrong.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
