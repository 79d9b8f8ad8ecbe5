#!/usr/bin/env python3
"""Makes the PDF files of this folder.

    python3 tests/read/pdf/make.py [NAME…]     needs soffice (libreoffice-writer), chromium, qpdf and the Noto fonts

Files of RAW are written here operator by operator, which gives layouts that no word processor makes today; those of
OFFICE are flat ODT saved by LibreOffice, tagged or not; those of BROWSER are HTML printed by Chromium. PLANCHECK_UPDATE=1 ctest then writes the blocks, to be read.
"""
import json
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path
from xml.sax.saxutils import escape

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent

# ---- PDF by hand: fonts F1 Helvetica, F2 bold, F3 italic; y from the top

WIDTHS = {" ": 278, "!": 278, "'": 191, "(": 333, ")": 333, ",": 278, "-": 333, ".": 278, "/": 278, ":": 278, ";": 278, "I": 278, "J": 500,
          "M": 833, "W": 944, "f": 278, "i": 222, "j": 222, "l": 222, "m": 833, "r": 333, "t": 278, "w": 722, "c": 500, "k": 500, "s": 500,
          "v": 500, "x": 500, "y": 500, "z": 500, "@": 1015, "\u2022": 350}


def width(text, size):
    return sum(WIDTHS.get(c, 667 if c.isupper() else 556) for c in text) * size / 1000


class Pdf:
    def __init__(self, size=(595, 842)):
        self.size, self.pages = size, []

    def page(self):
        self.pages.append([])
        return self

    def text(self, x, y, text, size=11, font="F1", mode=0):
        code = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        self.pages[-1].append(b"BT /%s %g Tf %d Tr 1 0 0 1 %g %g Tm (%s) Tj ET" % (font.encode(), size, mode, x, self.size[1] - y, code))
        return self

    def right(self, x, y, text, size=11, font="F1"):
        return self.text(x - width(text, size), y, text, size, font)

    def wrapped(self, x, y, wide, text, size=11, font="F1", step=None, hyphens=()):
        """Lines of at most that width; gives the y below them. Words of `hyphens` may be parted at '|'."""
        line, lines = "", []
        for word in text.split():
            parts = word.split("|")
            whole = "".join(parts)
            for cut in range(len(parts), 0, -1):
                head = "".join(parts[:cut]) + ("-" if cut < len(parts) else "")
                if width((line + " " + head).strip(), size) <= wide:
                    line = (line + " " + head).strip()
                    if cut < len(parts):
                        lines.append(line)
                        line = "".join(parts[cut:])
                    break
            else:
                lines.append(line)
                line = whole
        for text in lines + [line]:
            self.text(x, y, text, size, font)
            y += step or size * 1.25
        return y

    def write(self, path, catalog=b"", image=None):
        objects = [b"<< /Type /Catalog /Pages 2 0 R %s>>" % catalog, None]
        fonts = []
        for name in (b"Helvetica", b"Helvetica-Bold", b"Helvetica-Oblique"):
            objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>" % name)
            fonts.append(len(objects))
        extra = b""
        if image:
            objects.append(image)
            extra = b" /XObject << /Im %d 0 R >>" % len(objects)
        kids = []
        for page in self.pages:
            stream = zlib.compress(b"\n".join(page), 9)
            objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(stream), stream))
            objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R /Resources << /Font << %s >>%s >> >>"
                           % (*self.size, len(objects), b" ".join(b"/F%d %d 0 R" % (i + 1, n) for i, n in enumerate(fonts)), extra))
            kids.append(len(objects))
        objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % k for k in kids))
        out, offsets = b"%PDF-1.4\n", []
        for i, content in enumerate(objects, 1):
            offsets.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (i, content)
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % o for o in offsets)
        out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
        path.write_bytes(out)


LOREM = ("The partners agreed on a shared method for weighing what is collected each month and on one form for the results. "
         "Each keeps its own register and sends a copy to the secretariat before the tenth day of the month that follows. ")
MORE = ("Where a town has no scale of its own the nearest depot weighs the boxes. The figures are then put together, compared with those "
        "of the year before and discussed at the meeting in spring, which decides what is to change. ")


def headed(pdf, number):
    pdf.text(70, 40, "Annual plan of the harbour towns", 9).right(525, 40, "Draft of May", 9).text(290, 810, str(number), 9)


def pages(path):
    """Running titles and numbers on three pages; a paragraph and a list over page ends; a footnote with its mark."""
    pdf = Pdf()
    pdf.page()
    headed(pdf, 1)
    pdf.text(70, 90, "I. Summary", 16, "F2")
    y = pdf.wrapped(70, 120, 455, (LOREM + MORE) * 3)
    y = pdf.text(70, y + 10, "A third of it, 35 %", 11) and y + 10
    pdf.text(70 + width("A third of it, 35 %", 11) + 0.5, y - 4, "1", 6.5).text(70 + width("A third of it, 35 %", 11) + 7, y, "of the whole, comes from two towns.", 11)
    y = pdf.wrapped(70, 600, 455, (LOREM + MORE) * 2)
    pdf.text(70, 770, "1", 5.5).text(75, 774, "Counted in the year of the last survey.", 8)
    pdf.page()
    headed(pdf, 2)
    y = pdf.wrapped(70, 80, 455, "and goes on here without a break in the sentence. " + LOREM)
    pdf.text(70, y + 20, "II. Steps", 16, "F2")
    y += 50
    for n, step in enumerate(("Weigh the boxes at every depot and write the result into the register of the town.",
                              "Compare the registers.", "Publish the figures in June, together with those of the years before."), 1):
        pdf.text(80, y, f"{n}.")
        y = pdf.wrapped(98, y, 420, step) + 4
    for step in ("by post", "by the secretariat's own page, which is read by all"):
        pdf.text(100, y, "\u2022").text(114, y, step)
        y += 17
    pdf.page()
    headed(pdf, 3)
    pdf.text(80, 80, "4.").text(98, 80, "Say what is to change.")
    pdf.wrapped(70, 120, 455, MORE)
    pdf.write(path)


def foot_of_cell(path):
    """Words with the number of the page that go on with the line above them; those of a page stand apart."""
    pdf = Pdf()
    pdf.page()
    pdf.text(70, 90, "IV. Efforts", 16, "F2")
    pdf.wrapped(70, 120, 455, (LOREM + MORE) * 3)
    pdf.text(70, 780, "(objective").text(70, 794, "1). Target:")
    pdf.page()
    pdf.text(70, 80, "40 sites are visited.")
    pdf.wrapped(70, 120, 455, MORE)
    pdf.text(280, 812, "Page 2", 9)
    pdf.write(path)


def small_part(path):
    """A part in smaller type that ends a page, whose second line begins with a number and is no note; numbers of pages and a running
    title that stand in the text, as somebody pasted them."""
    pdf = Pdf()
    pdf.page()
    pdf.text(70, 90, "IV. Efforts", 16, "F2")
    y = pdf.wrapped(70, 120, 455, (LOREM + MORE) * 2)
    for number in (3, 4):
        y = pdf.text(70, y, "The town weighs its boxes.") and y + 14
        y = pdf.text(70, y, "Plan of the harbour towns") and y + 14
        y = pdf.text(70, y, f"Page {number} of 9") and y + 14
    pdf.text(70, 760, "The harbour office, from March to June: of the boxes that are weighed in the towns of the bay every year some", 8.5)
    pdf.text(70, 771, "200 boxes; costs: 300 a town; to be asked: the clerk.", 8.5)
    pdf.page()
    pdf.wrapped(70, 120, 455, MORE)
    pdf.write(path)


def two_columns(path):
    """Two columns of text whose lines do not stand at one height, under a title over both."""
    pdf = Pdf()
    pdf.page()
    pdf.text(140, 70, "A plan in two columns", 20, "F2")
    pdf.text(60, 120, "I. Summary", 13, "F2")
    y = pdf.wrapped(60, 140, 225, (LOREM + MORE) * 2, 10)
    pdf.text(60, y + 12, "II. Objective", 13, "F2")
    pdf.wrapped(60, y + 32, 225, LOREM, 10)
    y = pdf.wrapped(312, 124, 225, MORE * 2, 10)
    pdf.text(312, y + 12, "III. Actions", 13, "F2")
    pdf.wrapped(312, y + 32, 225, LOREM * 2, 10)
    pdf.write(path)


def counted_inside(path):
    """"(3)" of a sentence that counts happens to begin a line."""
    pdf = Pdf()
    pdf.page()
    y = 80
    for line in ("The towns agree on three things: (1) the harbour office weighs what comes in; (2) the", "secretariat keeps the registers, and compares them with those of the year before. (3) The",
                 "institute prints the forms. Each of them reports once a year, in March, on what was done.", "(4) The guild of porters carries the boxes."):
        pdf.text(70, y, line)
        y += 13
    y += 10
    for line in ("These are the points: (1) all ports are visited in spring, each by two of the partners.", "(2) All boxes are weighed there, and the result goes to the secretariat within a week.",
                 "(3) The towns are told in autumn, when the meeting has looked at the figures of the year."):
        pdf.text(70, y, line)
        y += 13
    pdf.write(path)


def hyphens(path):
    """Words parted at the ends of lines, beside words that have a hyphen of their own."""
    pdf = Pdf()
    pdf.page()
    text = ("The col|lec|tion of lamps and the con|sul|ta|tion of part|ners go hand in hand. A well-known depot takes chlor-alkali cells. "
            "This col|lec|tion is paid for by the part|ners, who de|cide in con|sul|ta|tion with the sec|re|tar|i|at what is to be done next. "
            "Cells of chlor-|alkali works go to a well-|known depot as well; the secretariat and the partners decide on the collection there. ")
    pdf.wrapped(70, 80, 150, text * 2)
    pdf.write(path)


def narrow_rows(pdf, y, rows, lefts):
    """Rows of cells, each a list of lines, in columns from these places on."""
    for row in rows:
        y += 25
        for x, lines in zip(lefts, row):
            for k, line in enumerate(lines):
                pdf.text(x, y + 11 * k, line, 9)
        y += 11 * (max(len(lines) for lines in row) - 1)


def parted_words(path):
    """A space ends every line at whose end a word does; a narrow column parts words, of which the second half is a word elsewhere ("e", "al")."""
    pdf = Pdf()
    pdf.page()
    y = 80
    for line in ("Boxes of class e and lamps of class d are weighed by all", "partners (et al in older texts) each month, and the", "register is kept by those who weigh them; a copy goes to",
                 "the secretariat, where it is compared with the others", "before the figures are published, which the towns read", "and answer in spring."):
        pdf.text(70, y, line + " ")
        y += 13
    rows = [(["Done"], ["Partner"], ["Contact"]), (["Storag", "e rooms ", "at ports"], ["Harbour ", "office of ", "the north"], ["A. Model, ", "office@harbour.example.org"]),
            (["Propos", "al read "], ["Institute ", "of scales"], ["B. Sample, ", "north@harbour.example.org"]), (["Borlan", "d weighs"], ["Secretariat ", "of towns"], ["C. Pattern, ", "books@harbour.example.org"])]
    narrow_rows(pdf, y, rows, (70, 150, 250))
    pdf.write(path)


def parted_cells(path):
    """Narrow columns part a word of capitals that stands whole elsewhere, an address of the web, and a word before its last letter and a comma."""
    pdf = Pdf()
    pdf.page()
    y = 80
    for line in ("The members of HARBOURS weigh boxes in all towns of the", "coast, and each keeps a register of what it weighs."):
        pdf.text(70, y, line + " ")
        y += 13
    rows = [(["Partner"], ["Where"], ["Fund", "s, EUR"]), (["HARBOU", "RS"], ["https://boxes.harbo", "ur.example.org"], ["54 000"]),
            (["LAKE ", "TOWNS"], ["https://lake.exam", "ple.org/boxes"], ["8 500"])]
    narrow_rows(pdf, y, rows, (70, 150, 290))
    pdf.write(path)


TABLE = [["Activity", "Partner", "Timeline", "Cost", "Contact"],
         ["1.1 Weigh boxes at all depots of the coast and keep the registers", "Harbour office", "May 2025", "54 000", "A. Model, a.model@ harbour.example.org"],
         ["1.2 Compare", "Institute of scales and weights", "June 2025 to May 2026", "8 500", "B. Sample, +41 22 555 01 01"],
         ["2.1 Publish the figures of every year with a short note", "Harbour office", "July 2026", "112 000", "A. Model"]]
LEFTS = [60, 190, 285, 370, 420]
WIDES = [122, 88, 78, 44, 120]


def table(path, pad, gap=4):
    """A table whose rows have room between them, or none (pad 0)."""
    pdf = Pdf()
    pdf.page()
    pdf.text(60, 70, "IV. Efforts", 16, "F2")
    pdf.wrapped(60, 95, 470, LOREM)
    y = 150
    for r, row in enumerate(TABLE):
        below = y
        for c, cell in enumerate(row):
            if c == 3 and r:
                pdf.right(LEFTS[c] + WIDES[c], y, cell, 9)
                continue
            below = max(below, pdf.wrapped(LEFTS[c], y, WIDES[c], cell, 9, "F2" if r == 0 else "F1", 11))
        y = below + pad
    pdf.wrapped(60, y + 25, 470, MORE)
    pdf.write(path)


def one_line_rows(path):
    """Rows of one line each at the distance of lines of text, columns set right and left."""
    pdf = Pdf()
    pdf.page()
    pdf.wrapped(60, 70, 470, LOREM)
    y = 120
    for name, count, share, note in (("Town", "Boxes", "Share", "Remark"), ("Northport", "1 250", "41 %", "new depot"), ("Sandhaven", "890", "29 %", ""),
                                     ("Eastmole", "910", "30 %", "weighed twice"), ("Total", "3 050", "100 %", "")):
        pdf.text(60, y, name).right(230, y, count).right(290, y, share)
        if note:
            pdf.text(310, y, note)
        y += 13.75
    pdf.wrapped(60, y + 30, 470, MORE)
    pdf.write(path)


def hidden_layer(path):
    """A picture with the text that a recognition found laid under it."""
    pdf = Pdf()
    pdf.page()
    pdf.pages[-1].append(b"q 595 0 0 842 0 0 cm /Im Do Q")
    pdf.text(70, 90, "I. Summary", 16, "F2", 3)
    pdf.text(70, 120, "Text that a recognition found under the picture.", 11, "F1", 3)
    pdf.write(path, image=picture())


def picture():
    data = zlib.compress(bytes(range(64)) * 64, 9)
    return (b"<< /Type /XObject /Subtype /Image /Width 64 /Height 64 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode "
            b"/Length %d >>\nstream\n%s\nendstream" % (len(data), data))


def scanned(path):
    pdf = Pdf()
    pdf.page()
    pdf.pages[-1].append(b"q 595 0 0 842 0 0 cm /Im Do Q")
    pdf.write(path, image=picture())


def printed_twice(path):
    """Bold type made by printing twice; a word at a time; a line that only a font's size makes a heading."""
    pdf = Pdf()
    pdf.page()
    for shift in (0, 0.4):
        pdf.text(70 + shift, 80, "I. Summary of the issue", 11)
    x = 70
    for word in "Every word of this sentence was placed by itself, as some programs do.".split():
        pdf.text(x, 105, word)
        x += width(word + " ", 11)
    pdf.text(70, 150, "II. Objective", 14)
    pdf.text(70, 175, "To place words well.")
    pdf.write(path)


def contents(path):
    """A table of contents with leaders and without, before the sections."""
    pdf = Pdf()
    pdf.page()
    pdf.text(70, 80, "Contents", 16, "F2")
    for i, title in enumerate(("I. Summary", "II. Objective", "III. Priority actions", "IV. Efforts")):
        pdf.text(70, 110 + 18 * i, title).right(525, 110 + 18 * i, str(2 + i))
    pdf.page()
    for i, title in enumerate(("I. Summary", "II. Objective", "III. Priority actions", "IV. Efforts")):
        pdf.text(70, 80 + 150 * i, title, 16, "F2")
        pdf.wrapped(70, 110 + 150 * i, 455, LOREM)
    pdf.write(path)


def landscape(path):
    """A landscape page that a table fills, after a portrait text; lists with private-use bullets are in bullets.pdf."""
    pdf = Pdf((842, 595))
    pdf.page()
    pdf.text(60, 60, "Work plan", 18, "F2")
    y = 100
    for r in range(5):
        for c in range(8):
            pdf.text(60 + 92 * c, y, ("Head " + "ABCDEFGH"[c]) if r == 0 else f"{'ABCDEFGH'[c]}{r}", 10, "F2" if r == 0 else "F1")
        y += 24
    pdf.write(path)


def rotated(path):
    """A page with nothing but lines drawn upright and one set sideways."""
    pdf = Pdf()
    pdf.page()
    pdf.pages[-1].append(b"BT /F1 12 Tf 0 1 -1 0 40 300 Tm (DRAFT COPY) Tj ET")
    pdf.text(70, 90, "Text beside a word that stands upright.")
    pdf.write(path)


def one_line_cells(path):
    """Below tight paragraphs a row whose cells hold one line each: in none of its columns does a line follow another."""
    pdf = Pdf().page()
    y = pdf.wrapped(60, 80, 470, "The parties meet once a year and look at what was done, at what it cost and at what is left to do; the lines of this "
                    "paragraph stand close to each other, as forms print them that have to fit on one page.", 11, step=11)
    y = pdf.wrapped(60, y + 8, 470, "Whoever signs below has read the plan and agrees with it, and with what is said in it about costs, dates and the people who "
                    "answer for them.", 11, step=11)
    for x, text in ((60, "Name of the office"), (210, "Place and date"), (360, "Signature"), (460, "Stamp")):
        pdf.text(x, y + 30, text)
    pdf.wrapped(60, y + 80, 470, "A copy of the signed page is sent to the secretariat, which keeps it with the plan for as long as the plan holds and two "
                "years more.", 11, step=11)
    pdf.write(path)


def heads_at_foot(path):
    """Heads of a table and half a row at the foot of a page, and the heads once more on the next; a date over a year that is parted."""
    pdf = Pdf()
    pdf.page()
    pdf.text(70, 90, "IV. Efforts", 16, "F2")
    pdf.wrapped(70, 120, 455, (LOREM + MORE) * 3)
    for y, cells in ((760, ("No.", "What", "When")), (780, ("1", "Weigh what comes", "04/202"))):
        for x, cell in zip((70, 120, 215), cells):
            pdf.text(x, y, cell)
    pdf.page()
    for y, cells in ((80, ("No.", "What", "When")), (100, ("", "in at each port", "7")), (120, ("2", "Keep registers", "2027")), (140, ("3", "Print the forms", "2028"))):
        for x, cell in zip((70, 120, 215), cells):
            if cell:
                pdf.text(x, y, cell)
    pdf.wrapped(70, 200, 455, MORE)
    pdf.write(path)


def cells_moved(path):
    """A row whose first cell had no room for its two lines at the foot of a page: the cell stands on the next one, whole."""
    pdf = Pdf()
    rows = [(("Lake Institute",), "research", "office@lake.example.org"), (("Ministry of the Mines", "and Waters of Tavia"), "government", "mines@tavia.example.org"),
            (("Clean Ore Union",), "industry", "union@ore.example.org"), (("Health Workers of the", "Villages of Tavia"), "civil society", "health@village.example.org"),
            (("School of Customs",), "academic", "school@customs.example.org"), (("Port of Tavia",), "government", "port@tavia.example.org"),
            (("Weighing House",), "industry", "house@weighing.example.org")]
    pdf.page()
    pdf.wrapped(70, 80, 455, LOREM + MORE)
    y = 640

    def heads(y):
        for x, head in zip((70, 190, 330), ("Partner", "Category", "Contact")):
            pdf.text(x, y, head, font="F2")

    heads(y)
    for number, (name, kind, contact) in enumerate(rows):
        y += 30
        if number == 3:
            pdf.text(190, y, kind).text(330, y, contact)
            pdf.page()
            heads(72)
            y = 100
        for line, words in enumerate(name):
            pdf.text(70, y + 12.5 * line, words)
        if number != 3:
            pdf.text(190, y, kind).text(330, y, contact)
        y += 12.5 * (len(name) - 1)
    pdf.wrapped(70, y + 60, 455, "Any partner may join the area at any time; a letter to the lead is enough, and so is a mail.")
    pdf.write(path)


def line_numbers(path):
    """Numbers of lines in the margin, a page of a table with few of them; a running title at a line's distance above the heads of a
    table; a paragraph of one line right below it; a word longer than its column."""
    pdf = Pdf()
    for page in range(3):
        pdf.page()
        pdf.text(70, 60, "Annual plan of the harbour towns, draft of May")
        y, number = (100 if page != 1 else 74), 1
        if page == 1:
            for cells in (("Step", "What", "Who", "When"), ("1", "Weigh the boxes", "Harbour gover", "2027"), ("", "", "nment of Tavia", ""), ("2", "Keep registers", "Secretariat", "2027"), ("3", "Print the forms", "Secretariat", "2028")):
                for x, cell in zip((70, 160, 260, 350), cells):
                    if cell:
                        pdf.text(x, y, cell)
                y += 13.5
            pdf.text(88, y, "4. The addresses of all of the above are at the end.")
            pdf.text(52 - width("1", 8), y, "1", 8)
            y, number = y + 40, 2
        begin = len(pdf.pages[-1])
        end = pdf.wrapped(70, y, 455, ("", "In spring it is the other way round. ", "Of old scales nothing is said here. ")[page] + (LOREM + MORE) * (3 if page != 1 else 1) + "The government of Tavia agreed. ")
        for n in range(len(pdf.pages[-1]) - begin):
            pdf.text(52 - width(str(number + n), 8), y + 13.75 * n, str(number + n), 8)
        assert end > y
    pdf.write(path)


def numbered_column(path):
    """A table of numbers and texts under heads in the middle of their columns; an item whose line is set to both edges; a table that goes
    on over the page, and below it a title and the heads of the first once more."""
    pdf = Pdf()
    pdf.page()
    pdf.text(70, 90, "III. Actions", 16, "F2")
    pdf.text(70, 120, "Output", 11, "F2").text(130, 120, "Priority action", 11, "F2")
    for n, what in enumerate(("Weigh what comes in", "Keep the registers", "Print"), 1):
        pdf.text(74, 120 + 18 * n, f"1.{n}").text(115, 120 + 18 * n, what)
    pdf.text(70, 220, "\u2022 Weigh").text(70 + width("\u2022 Weigh", 11) + 11, 220, "what the boats bring in, each month.")
    pdf.text(70, 234, "\u2022 Keep").text(70 + width("\u2022 Keep", 11) + 11, 234, "one register for all of the towns.")
    pdf.text(70, 280, "IV. Efforts", 16, "F2")
    pdf.wrapped(70, 310, 455, (LOREM + MORE) * 2)
    heads, places = ("Activity", "Partner", "When"), (70, 230, 400)
    for y, cells in ((700, heads), (722, ("Weigh the boxes", "Harbour office", "2027"))):
        for x, cell in zip(places, cells):
            pdf.text(x, y, cell)
    pdf.page()
    for y, cells in ((80, ("Keep the registers", "Secretariat", "2028")), (126, heads), (148, ("Print the forms", "Lakeside Institute", "2028"))):
        for x, cell in zip(places, cells):
            pdf.text(x, y, cell)
    pdf.text(70, 112, "Action 2", 11, "F2")
    pdf.wrapped(70, 200, 455, MORE)
    pdf.write(path)


RAW = {"pages": pages, "foot_of_cell": foot_of_cell, "small_part": small_part, "heads_at_foot": heads_at_foot, "cells_moved": cells_moved, "line_numbers": line_numbers, "numbered_column": numbered_column, "two_columns": two_columns, "hyphens": hyphens, "counted_inside": counted_inside, "parted_words": parted_words, "parted_cells": parted_cells, "table_spaced": lambda p: table(p, 7), "table_close": lambda p: table(p, 0),
       "one_line_rows": one_line_rows, "one_line_cells": one_line_cells, "hidden_layer": hidden_layer, "scanned": scanned, "printed_twice": printed_twice, "contents": contents,
       "landscape": landscape, "rotated": rotated}

# ---- through LibreOffice

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
"""


def properties(font, size, bold=False, language="en"):
    weight = "bold" if bold else "normal"
    return (f'<style:text-properties style:font-name="{font}" style:font-name-asian="{font}" style:font-name-complex="{font}" fo:font-size="{size}pt" '
            f'style:font-size-asian="{size}pt" style:font-size-complex="{size}pt" fo:font-weight="{weight}" style:font-weight-asian="{weight}" '
            f'style:font-weight-complex="{weight}" fo:language="{language}"/>')


def fodt(body, font="Liberation Serif", size=11, rtl=False, columns=0, header="", footer="", wide=False, align="start", room='fo:padding="0.1cm"', heads=""):
    fonts = f'<office:font-face-decls><style:font-face style:name="{font}" svg:font-family="&apos;{font}&apos;"/></office:font-face-decls>'
    mode = 'style:writing-mode="rl-tb"' if rtl else ""
    para = f'<style:paragraph-properties fo:margin-top="0cm" fo:margin-bottom="0.25cm" fo:text-align="{align}" {mode}/>'
    styles = f'<style:default-style style:family="paragraph">{para}{properties(font, size)}</style:default-style>'
    for level, big in ((1, 20), (2, 14), (3, 12)):
        styles += (f'<style:style style:name="H{level}" style:family="paragraph" style:default-outline-level="{level}">'
                   f'<style:paragraph-properties fo:margin-top="0.5cm" fo:margin-bottom="0.3cm" {mode}/>{properties(font, big, True)}</style:style>')
    styles += f'<style:style style:name="B" style:family="text">{properties(font, size, True)}</style:style>'
    styles += '<style:style style:name="C" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0cm" ' + mode + "/></style:style>"
    wh = ("29.7cm", "21cm") if wide else ("21cm", "29.7cm")
    automatic = (f'<style:page-layout style:name="P"><style:page-layout-properties fo:page-width="{wh[0]}" fo:page-height="{wh[1]}" fo:margin="2cm" {mode}/>'
                 '<style:header-style><style:header-footer-properties fo:min-height="0.8cm"/></style:header-style>'
                 '<style:footer-style><style:header-footer-properties fo:min-height="0.8cm"/></style:footer-style></style:page-layout>')
    if columns:
        automatic += (f'<style:style style:name="S" style:family="section"><style:section-properties><style:columns fo:column-count="{columns}" fo:column-gap="0.8cm"/>'
                      '</style:section-properties></style:style>')
        body = f'<text:section text:style-name="S" text:name="S">{body}</text:section>'
    for c in range(1, 9):
        automatic += f'<style:style style:name="W{c}" style:family="table-column"><style:table-column-properties style:column-width="{c}cm"/></style:style>'
    for name, more in (("E", ""), ("F", heads)):
        automatic += f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" {room} {more}/></style:style>'
    automatic += '<style:style style:name="T" style:family="table"><style:table-properties table:align="left"/></style:style>'
    page = ""
    if header:
        page += f"<style:header><text:p>{header}</text:p></style:header>"
    if footer:
        page += f"<style:footer><text:p>{footer}</text:p></style:footer>"
    return (HEAD + fonts + f"<office:styles>{styles}<text:list-style style:name='L'><text:list-level-style-bullet text:level='1' text:bullet-char='&#8226;'>"
            "<style:list-level-properties text:list-level-position-and-space-mode='label-alignment'><style:list-level-label-alignment text:label-followed-by='listtab' "
            "fo:text-indent='-0.6cm' fo:margin-left='1.2cm'/></style:list-level-properties></text:list-level-style-bullet></text:list-style>"
            "<text:list-style style:name='N'><text:list-level-style-number text:level='1' style:num-format='1' style:num-suffix='.'>"
            "<style:list-level-properties text:list-level-position-and-space-mode='label-alignment'><style:list-level-label-alignment text:label-followed-by='listtab' "
            "fo:text-indent='-0.6cm' fo:margin-left='1.2cm'/></style:list-level-properties></text:list-level-style-number></text:list-style></office:styles>"
            f"<office:automatic-styles>{automatic}</office:automatic-styles><office:master-styles><style:master-page style:name='Standard' style:page-layout-name='P'>"
            f"{page}</style:master-page></office:master-styles><office:body><office:text>{body}</office:text></office:body></office:document>")


def h(level, text):
    return f'<text:h text:style-name="H{level}" text:outline-level="{level}">{escape(text)}</text:h>'


def p(text):
    return f"<text:p>{escape(text)}</text:p>"


def items(style, *texts):
    return f'<text:list text:style-name="{style}">' + "".join(f"<text:list-item><text:p>{escape(t)}</text:p></text:list-item>" for t in texts) + "</text:list>"


def grid(widths, rows, header=True):
    """Cells: text, ("text", rows) for one that is merged downwards, None for one that is covered."""
    made = '<table:table table:style-name="T">' + "".join(f'<table:table-column table:style-name="W{w}"/>' for w in widths)
    for r, row in enumerate(rows):
        line = "<table:table-row>"
        for cell in row:
            if cell is None:
                line += "<table:covered-table-cell/>"
                continue
            text, span = cell if isinstance(cell, tuple) else (cell, 1)
            more = f' table:number-rows-spanned="{span}"' if span > 1 else ""
            inner = f'<text:span text:style-name="B">{escape(text)}</text:span>' if r == 0 and header else escape(text)
            line += f'<table:table-cell table:style-name="{"E" if r else "F"}"{more}><text:p text:style-name="C">{inner}</text:p></table:table-cell>'
        line += "</table:table-row>"
        made += f"<table:table-header-rows>{line}</table:table-header-rows>" if r == 0 and header else line
    return made + "</table:table><text:p/>"


NUMBER = "<text:page-number text:select-page='current'/>"
FRENCH = ("Les communes pèsent chaque mois ce qu'elles ont recueilli et transmettent le relevé au secrétariat avant le dix du mois suivant, "
          "qui le compare à celui de l'année précédente. ")
RUSSIAN = "Города еженедельно взвешивают собранные лампы и до десятого числа передают сведения в секретариат, который сравнивает их с прошлогодними. "
ARABIC = "تزن المدن كل شهر ما جمعته من مصابيح وترسل النتائج إلى الأمانة قبل اليوم العاشر من الشهر التالي، فتقارنها بنتائج السنة الماضية. "
CHINESE = "各城市每月称量所收集的灯管，并在次月十日前将结果报送秘书处，由秘书处与上一年的数据进行比较。"

EFFORTS = [["Action", "Activity", "Partner", "Timeline", "Cost", "Contact"]] + [
    [("Action %d" % a, 3) if k == 0 else None, f"{a}.{k + 1} Weigh the boxes of depot {chr(65 + 3 * a + k)} every month and keep the register of what was found there",
     f"Office of port {chr(65 + k)}", f"March {2024 + a} to May {2025 + a}", f"{10 * a + k} 000", f"a{a}{k}@port.example.org, +41 22 555 01 {10 + a}"]
    for a in range(1, 6) for k in range(3)]

OFFICE = {  # name: flat ODT, tagged
    "office_tagged": (fodt(h(1, "Plan of the harbour") + h(2, "I. Summary") + p(LOREM * 2) + h(3, "What is weighed") + items("L", "lamps", "scales and " + "boxes " * 20, "jars") +
                           h(2, "II. Objective") + items("N", "First of all, weigh.", "Then compare " + "again " * 25, "At last, publish."), header="Harbour towns", footer=NUMBER), True),
    "office_columns": (fodt(h(2, "I. Énoncé de la question") + p(FRENCH * 4) + h(2, "II. Objectif") + p(FRENCH * 5), "Liberation Sans", 10, columns=2, align="justify"), False),
    "office_table": (fodt(h(2, "IV. Efforts and timelines") + p(LOREM) + grid([2, 4, 3, 3, 2, 3], EFFORTS) + p(MORE), "Liberation Sans", 9, header="Harbour towns", footer=NUMBER), False),
    "office_landscape": (fodt(h(2, "IV. Efforts and timelines") + grid([3, 6, 4, 4, 3, 5], EFFORTS[:7]) + p(MORE), "Carlito", 11, wide=True), True),
    "office_russian": (fodt(h(1, "План") + h(2, "I. Краткое изложение вопроса") + p(RUSSIAN * 3) + h(2, "II. Цель") + items("N", RUSSIAN, "Сравнивать.", "Публиковать."), "Noto Sans", 11, footer="Страница " + NUMBER), False),
    "office_arabic": (fodt(h(1, "خطة المرفأ") + h(2, "أولاً - موجز المسألة") + p(ARABIC * 3) + h(2, "ثانياً - الهدف") + items("N", "وزن الصناديق.", "مقارنة السجلات.", "نشر النتائج.") +
                           grid([4, 4, 4], [["النشاط", "الشريك", "الجدول الزمني"], ["وزن الصناديق", "مكتب المرفأ", "مايو 2025"], ["نشر النتائج", "الأمانة", "يونيو 2026"]]), "Noto Sans Arabic", 11, rtl=True, align="right"), False),
    "office_chinese": (fodt(h(1, "港口计划") + h(2, "一、问题概述") + p(CHINESE * 4) + h(2, "二、目标") + items("N", "称量箱子。", "比较登记册。", "公布结果。") +
                            grid([4, 4, 4], [["活动", "伙伴", "时间表"], ["称量箱子并保存登记册", "港口办公室", "2025年5月"], ["公布结果", "秘书处", "2026年6月"]]), "Noto Sans CJK SC", 11), False),
}

BOLD = '<text:p><text:span text:style-name="B">{}</text:span></text:p>'
LINK = '<text:a xlink:type="simple" xlink:href="mailto:{0}">{0}</text:a>'
LINKED = grid([3, 8, 2], [["No", "What is done", "Contact"], ["1", "Weigh the boxes of all depots every month and keep the register of them", "ADDRESS"],
                          ["2", "Compare the registers, and send the result to those who asked for it", "ADDRESS"]], header=False).replace("ADDRESS", LINK.format("depots@northharbour.example.org"))
OFFICE["office_titles_between"] = (fodt(BOLD.format("III. Priority actions") + grid([3, 6, 4], [["No", "Action", "Serves"], ["A1", "Weigh what comes in", "Objective 1"], ["A2", "Publish what was weighed", "Objective 2"]], header=False) +
                                        BOLD.format("IV. Partner efforts") + LINKED + BOLD.format("V. Opportunities") + p(MORE), "Liberation Sans", 10), False)
OFFICE["office_arabic_words"] = (fodt(BOLD.format("١- موجز المسألة (٢٥٠ كلمة كحد أقصى)") + p("الإجراء الثالث: معالجة النفايات العالمية في الولاية، وتقييم فعاليته والكفاءة المالية.") +
                                      p("ثلاث خلايا، والحالة الحالية خلال عام (٢٠٢٥) كما قال المسؤول."), "DejaVu Sans", 11, rtl=True, align="right"), False)

# Brackets around words and around numbers; a bold title in the step of the table's rows, outside it; paragraphs of one line, mostly.
OFFICE["office_arabic_brackets"] = (fodt("".join(p(f"الإجراء ({k}) – وزن الصناديق (الهدف {k}).") for k in range(1, 4)) + p("تنشر الأمانة (برنامج البيئة) النتائج، ومنها (أ) المعالم و(ب) السجلات. " + ARABIC) +
                                         grid([4, 4], [["النشاط", "الكلفة (بالدولار)"], ["وزن الصناديق", "1 200"], ["نشر النتائج", "800"]], header=False).replace("<text:p/>", "") + BOLD.format("القسم الخامس: الفرص") + p("1) نشر السجلات (الهدف 1)؛") + p(ARABIC * 3),
                                         "DejaVu Sans", 11, rtl=True, align="right"), False)

# Paragraphs that run from the left although their letters run from the right; captions between tables whose columns differ.
OFFICE["office_arabic_left"] = (fodt(h(1, "خطة المرفأ 2026-2028") + h(2, "أولاً - موجز المسألة") + p(ARABIC * 3) + p("(أ) وزن الصناديق؛") + p("(ب) نشر السجلات كلها.") + p("يتولى مكتب المرفأ القيادة، office@harbour.example.org، وقد بدأت ولايته عام 2025.") + h(2, "ثانياً - الهدف") +
                                     items("N", "وزن الصناديق.", "مقارنة السجلات.", "نشر النتائج.") + p("الجدول الأول: الجهود") +
                                     grid([2, 4, 3, 3], [["الرقم", "النشاط", "الشريك", "الكلفة"], ["1", "وزن الصناديق في كل المدن", "مكتب المرفأ", "60 000"], ["2", "مقارنة السجلات", "الأمانة", "800"], ["3", "نشر النتائج", "الأمانة", "1 200"]]) + p("الجدول الثاني: من يُسأل عن كل نشاط") +
                                     grid([1, 5, 5], [["رقم", "الاسم", "العنوان"], ["1", "مكتب المرفأ", "office@harbour.example.org"], ["2", "الأمانة", "desk@harbour.example.org"]]), "DejaVu Sans", 10), False)

# Cells with little room and heads that end at one height; on low pages the heads come again, and rows go on behind them.
def tight(body, low=False):
    room = 'fo:padding-left="0.15cm" fo:padding-right="0.15cm" fo:padding-top="0.04cm" fo:padding-bottom="0.05cm"'
    made = fodt(body, room=room, heads='style:vertical-align="bottom"')
    return made.replace('"29.7cm"', '"12cm"') if low else made


STOCKS = [["Harbours"] + [f"{what} (kilograms)" for what in ("Lamps", "Boxes", "Jars", "Scales", "Sludges and filters", "All of it")]] + [
    ["North", "180", "22", "11", "12", "240", "465"], ["South", "145", "18", "10", "13", "205", "391"], ["East", "96", "14", "12", "14", "120", "256"],
    ["West", "88", "9", "13", "15", "150", "275"], ["Isles", "34", "6", "14", "16", "262", "332"], ["Total", "543", "69", "60", "70", "977", "1 719"]]
LONG = [["Action", "Activity", "Partner", "Contact"]] + [
    [f"A{k}", f"Weigh the boxes of depot {chr(64 + k)} every month, keep the register of what was found there, and compare it with the register of the year before.",
     "Office of the northern ports", f"depot{k}@port.example.org, +41 22 555 01 {10 + k}"] for k in range(1, 6)]
HEADS = ["Activity", "Partner", "Timeline", "Measure and milestone"]
OFFICE["office_tight_heads"] = (tight(h(2, "Annex") + p(MORE) + grid([2] * 7, STOCKS, header=False) + p(MORE)), False)
OFFICE["office_row_over_page"] = (tight(h(2, "IV. Partner efforts") + p(MORE) + grid([2, 4, 3, 5], LONG) + p(MORE), low=True), False)
OFFICE["office_same_heads"] = (tight(h(2, "IV. Partner efforts") + BOLD.format("Action 1") + grid([4, 3, 3, 2], [HEADS, ["Weigh what comes in", "Harbour office", "May 2025", "Three ports; first result in March"], ["Keep registers", "Secretariat", "2026", "One register"]], header=False) +
                                     BOLD.format("Action 2") + grid([4, 3, 3, 2], [HEADS, ["Publish what was weighed", "Office of the northern ports", "June 2026", "One page a year"]], header=False) + p(MORE)), False)
# A dash for no amount and for a period beside an amount; columns too narrow for their words and amounts, also where a page ends.
NONE = [["No", "Activity", "2026", "2027", "2028", "Total"], ["E1", "Weigh what comes in", "60", "110", "–", "170"], ["E2", "Keep registers", "–", "70", "45", "115"],
        ["E3", "Publish what was weighed", "25", "–", "–", "25"], ["Total", "", "85", "180", "45", "310"]]
NARROW = [["Action", "Activity", "Timeline", "Cost", "Contact"]] + [
    [f"A{k}", f"Weigh the boxes of depot {chr(64 + k)} every month, keep the register of what was found there.", f"May {2024 + k} – April {2026 + k}", f"{15 * k}0,000", f"depot{k}@port.example.org"]
    for k in range(1, 4)] + [["All", "", "", "900,000", ""]]
OFFICE["office_dashes"] = (tight(h(2, "IV. Partner efforts") + p("Amounts are thousands of euros.") + grid([2, 5, 2, 2, 2, 2], NONE) + p(MORE)), False)
OFFICE["office_narrow"] = (tight(h(2, "IV. Partner efforts") + grid([2, 4, 1, 1, 2], NARROW) + p(MORE), low=True), False)
# One line in each row; the first head alone has two; an address in three lines of its cell.
PLACES = [["Harbour", "Watched", "Not watched", "All of it"], ["North", "210", "240", "450"], ["East", "60", "520", "580"], ["Isles", "0", "150", "150"], ["Total", "270", "910", "1 180"]]
WHO = [["What the partner does for it", "Partner", "Period", "Contact"], ["Weighs what comes in", "Harbour office", "2026", "registers@northharbour.example.org"], ["Keeps registers", "Secretariat", "2027", "books@harbour.example.org"]]
OFFICE["office_rows"] = (tight(h(2, "Annex") + p(MORE * 2) + grid([4, 3, 3, 3], PLACES, header=False) + BOLD.format("Action 1") + grid([3, 4, 3, 3], WHO, header=False) + p(MORE)), False)
# Heads once more below a title, set to the foot of their cells, whose highest has three lines; titles of the body's size that are
# numbers, told by their bookmarks; words that a narrow column parts, where all other lines end in a space.
FOOT = ["Activity", "Partner", "Timeline", "What it costs (thousands)", "Person to write to"]
OFFICE["office_heads_again"] = (tight(h(2, "IV. Partner efforts") + p(LOREM * 2) + h(3, "2026") + p(MORE) + h(3, "2027") + p(MORE) + BOLD.format("Action 1") +
                                      grid([3, 3, 3, 2, 2], [FOOT, ["Weigh what comes in", "Harbour office", "May 2026", "12", "office@harbour.example.org"]], header=False) + BOLD.format("Action 2") +
                                      grid([3, 3, 3, 2, 2], [FOOT, ["Publication of what was weighed", "Institute of weights and measures", "June 2026", "30", "north@harbour.example.org"]], header=False) + p(MORE))
                                .replace('fo:font-size="12pt"', 'fo:font-size="11pt"'), True)
# Titles in the body's type and step right below a table whose last line is bold, right above one, and behind a numeral with a dash and a
# tab; bookmarks name them.
OFFICE["office_titles_close"] = (fodt(h(2, "III. Priority actions") + grid([3, 6, 4], [["No", "Action", "Serves"], ["1", "Weigh what comes in", "Objective 1"], ["2", "Publish what was weighed", "Objective 2"], ["Total", "two", "two"]], header=False)
                                      .replace(">two<", '><text:span text:style-name="B">two</text:span><') + h(2, "IV. Partner efforts") + p(MORE) + h(2, "V. Opportunities") + grid([6, 4], [["What", "Serves"], ["Weigh the sludge as well", "Objective 1"], ["Weigh it twice", "Objective 1"]]) +
                                      h(2, "X\u2013Partners").replace("X\u2013", "X \u2013<text:tab/>") + p("Office of the port, office@harbour.example.org") + grid([4, 6], [["Institute of weights", "north@harbour.example.org"], ["Secretariat", "books@harbour.example.org"]], header=False), size=11)
                                 .replace("<text:p/>", "").replace('fo:margin-top="0.5cm" fo:margin-bottom="0.3cm"', 'fo:margin-top="0cm" fo:margin-bottom="0cm"').replace('fo:font-size="14pt"', 'fo:font-size="11pt"'), True)
# Letters of another font than the ideographs: what an item is called by keeps its space.
OFFICE["office_chinese_labels"] = (fodt(h(2, "三、优先行动") + p("A. 称量箱子（目标1）B. 比较登记册（目标2）C. 公布结果（目标1和2）") + p("第三期（2027年1月—2029年12月）") +
                                        grid([4, 4, 4], [["活动", "伙伴", "联系人"], ["A-1 称量箱子", "港口办公室", "冯样本 +86 21 5550 0177"], ["B-1 比较登记册", "秘书处", "books@harbour.example.org"]]), "Liberation Serif", 11), False)

# Ideographs stand further apart than letters: an address below another is that of the next row, and no cell is merged.
OFFICE["office_chinese_addresses"] = (fodt(h(2, "十、合作伙伴") + grid([4, 4, 4, 4], [["合作伙伴", "类别", "职责", "联系人"], ["岚州大学（LZU）", "学术机构", "牵头方", "麦样本，stations@lzu.example.org"],
    ["高原气象研究所", "政府", "成员", "train@plateau.example.org"], ["布仁大气化学实验室", "学术机构", "成员", "冯样本"], ["汞监测网（HMN）", "国际组织", "成员", "portal.of.data@hmn.example.org"],
    ["岚州科学学会", "非政府组织", "成员", "letters@society.example.org"], ["泥炭观测站", "非政府组织", "成员", "peat@station.example.org"]]), size=10, room='fo:padding-left="0.19cm" fo:padding-right="0.19cm"')
    .replace('asian="Liberation Serif"', 'asian="Noto Serif CJK SC"').replace("<office:font-face-decls>", '<office:font-face-decls><style:font-face style:name="Noto Serif CJK SC" svg:font-family="Noto Serif CJK SC"/>'), False)


def office(names):
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            content, tagged = OFFICE[name]
            source = Path(folder) / (name + ".fodt")
            source.write_text(content, encoding="utf-8")
            options = {key: {"type": "boolean", "value": "true" if tagged else "false"} for key in ("UseTaggedPDF", "ExportBookmarks")}
            subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
                            "pdf:writer_pdf_Export:" + json.dumps(options), "--outdir", str(HERE), str(source)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

# Its fonts give radicals for ideographs (⼀, ⾏) and ligatures for letters; the numbers of a list stand right before their text.
BROWSER = {
    "browser_letters": """<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>x</title></head>
<body style="font-family: 'Noto Sans CJK SC'"><h1>港口计划</h1><h2>三、优先行动</h2><p>以下行动按月进行，目标一至二。</p><ol><li>称量人工箱子（目标1）。<ul><li>用方格纸。</li></ul></li>
<li>公布<b>一年</b>的结果。</li></ol><p style="font-family: Carlito">The office of the first file: <b>efficient</b> flows, <a href="mailto:office@harbour.example.org">office@harbour.example.org</a>.</p></body></html>""",
    # A small table of facts below each title, and a list whose bullets are drawn below a title that ends it.
    "browser_facts": """<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>x</title></head><body><h2>IV. Initiatives</h2>
<h3>Initiative 1 – Peser les caisses (action 1)</h3><table border="1"><tr><td>Qui ?</td><td>Bureau du port</td></tr><tr><td>Quand ?</td><td>De mai 2026 à avril 2027</td></tr><tr><td>Combien ?</td><td>45 000 euros</td></tr><tr><td>Avec qui ?</td><td>Laboratoire du port</td></tr><tr><td>Contact</td><td>caisses@port.example.org</td></tr></table>
<p>Deux cents caisses sont pesées chaque mois.</p><h3>Initiative 2 – Comparer les registres (action 2)</h3>
<table border="1"><tr><td>Qui ?</td><td>Bureau des registres</td></tr><tr><td>Quand ?</td><td>2027</td></tr><tr><td>Combien ?</td><td>20 000 euros</td></tr><tr><td>Avec qui ?</td><td>Bureau du port</td></tr><tr><td>Contact</td><td></td></tr></table><p>Douze registres.</p>
<h2>V. Suites</h2><ul><li>Peser les caisses des ports voisins (objectif 1).</li><li>Un label pour les entrepôts (objectif 2).</li></ul><h2>VI. Suivi</h2><p>Un rapport tous les deux ans, qui dit ce qui a été pesé, ce qui a été comparé, combien de registres manquent encore et ce que les ports voisins en ont pensé.</p></body></html>""",
    # No font has all of its signs: the comma comes from a larger one.
    "browser_fonts": """<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>x</title></head>
<body><h2>2. 目标</h2><p>每月称量箱子，比较登记册，在2028年前公布一年的结果；港口办公室每年召开一次会议，审查计划。</p><h2>3. 行动</h2><p>称量，比较，公布，保存。</p></body></html>""",
}

# Two columns of text: a table within one and one across both, sections that begin half a line apart, a list that goes on in the next column.
ROWS = [("Weigh what comes in", "Harbour office", "May 2027", "1 200"), ("Keep the registers", "Secretariat", "2027-2028", "800"),
        ("Print the forms of the towns", "Lakeside Institute", "June 2028", "400")]
TABLE = "<table><tr>" + "".join(f"<th>{one}</th>" for one in ("Activity", "Partner", "Timeline", "Cost")) + "</tr>" + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS) + "</table>"
BROWSER["browser_columns"] = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>x</title><style>@page{{size:A4;margin:20mm}}body{{font-family:"Liberation Serif";font-size:10pt;column-count:2;column-gap:7mm}}
h1,.across{{column-span:all}}table{{border-collapse:collapse;font-size:8pt}}td,th{{text-align:left;vertical-align:top;padding:2pt 4pt}}</style></head><body><h1>Plan of the harbour towns</h1><p>{LOREM}</p><h2>I. Summary</h2><p>{LOREM * 3}{MORE * 2}</p><p>{MORE * 2}</p>
<h2>II. Objective</h2><p>{MORE}</p><p>{LOREM}</p><h2>III. Actions</h2><ol><li>Weigh what the boats bring in.</li><li>Keep one register for all towns, and send a copy of it to the secretariat each month.</li><li>Publish the results of the year.</li></ol><p>{LOREM}</p>
<h2>IV. Efforts</h2>{TABLE}<p>{MORE}</p><h2>V. Opportunities</h2><p>{LOREM * 2}</p><div class="across">{TABLE}</div><h2>VI. Evaluation</h2><p>{LOREM * 2}</p><p>{MORE * 2}</p><h2>VII. Resources</h2><p>{MORE}</p></body></html>
"""

# Rows without room between them, one with cells set to the middle: only the order in which they are written tells them.
TIGHT = [("Weigh what comes in at each of the ports", "Harbour office", "May 2027 - June 2028", "1 200"), ("Keep the registers of all towns and send copies", "Secretariat of the harbour towns", "2027-2028", "800"),
         ("Print the forms", "Lakeside Institute and the depot in the north", "June 2028", "400")]
BROWSER["browser_tight_rows"] = ("<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>x</title><style>body{font-family:'Liberation Serif';font-size:10pt;line-height:1.2}table{border-collapse:collapse;width:11cm}"
    "td,th{text-align:left;vertical-align:middle;padding:0 3pt;width:25%}</style></head><body><h2>IV. Efforts</h2><p>" + MORE + "</p><table><tr>" + "".join(f"<th>{one}</th>" for one in ("Activity", "Partner", "Timeline", "Cost")) + "</tr>" +
    "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in TIGHT) + "</table><p>" + LOREM + "</p></body></html>")
# Titles in a column of their own, beside the text that they head.
BROWSER["browser_side_titles"] = ("<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>x</title><style>body{font-family:'Liberation Serif';font-size:10pt}section{display:grid;grid-template-columns:3.5cm 1fr;column-gap:6mm}"
    "h2{font-size:11pt;margin:0}div>:first-child{margin-top:0}</style></head><body><h1>Plan of the harbour towns</h1>" +
    "".join(f"<section><h2>{title}</h2><div><p>{LOREM}</p><p>{MORE}</p></div></section>" for title in ("I. Summary of the question", "II. Objective of the towns", "III. Priority actions")) +
    f"<section><h2>IV. Efforts</h2><div><p>{MORE}</p></div></section></body></html>")

# As converters style pages: heads in the middle of their columns, cells in the middle of their rows, cells that fill their columns and
# touch the next; and a table wider than its page.
STYLE = ("<style>@page{size:A5;margin:15mm}body{width:8cm;font-family:'Liberation Serif';font-size:8pt;line-height:1.5}table{border-collapse:collapse;width:100%;display:block;overflow-x:auto}"
         "td,th{padding:2pt 4pt}.narrow{width:6cm}</style>")


def rows(heads, cells):
    return ("<table><thead><tr>" + "".join(f"<th>{head}</th>" for head in heads) + "</tr></thead><tbody>" +
            "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in cells) + "</tbody></table>")


BROWSER["browser_middle"] = (f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>x</title>{STYLE}</head><body><h2>III. Actions</h2>" +
    rows(("No.", "Action"), (("A1", "Weigh what comes in"), ("A2", "Publish the figures"))) + "<h2>IV. Efforts</h2>" +
    rows(("Activity", "Partner", "When", "Cost"), (("Weigh what comes in at each of the ports of the bay", "Harbour office", "2027", "1 200"), ("Keep the registers", "Secretariat of the harbour towns", "May 2027 to June 2028", "800"),
         ("Print the forms", "Lakeside Institute", "2028", "400"), ("Meet each spring and compare what was found", "Depot in the north", "2027", "90"))) + f"<p>{LOREM}</p><h2>X. Partners</h2>" +
    rows(("Partner", "Kind"), (("Harbour office", "Government"), ("Secretariat of the harbour towns (lead)", "Government"), ("Lakeside Institute", "Science"))) + f"<p>{MORE}</p>" +
    rows(("From", "To", "What is done"), (("04/2025", "12/2026", "Weigh what comes in at each of the ports of the bay"), ("06/2025", "12/2027", "Keep the registers of all towns and send copies of them to the secretariat"))) + "</body></html>")
BROWSER["browser_cut_table"] = (f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>x</title>{STYLE}</head><body class='narrow'><h2>IV. Efforts</h2><p>{LOREM}</p>" +
    rows(("Activity", "Partner", "When", "Person to write to"), (("Weigh what comes in", "Harbour office", "2027 to 2028", "office@harbour.example.org"), ("Keep the registers", "Intermunicipal bureau", "2027", "registers@harbour.example.org"))) +
    f"<p>{MORE}</p></body></html>")

# Letters in bold type that the browser makes of the plain ones, in fonts without a name; numbers, brackets, signs and addresses among
# letters that run from the right; a numbered title with its text behind it.
BROWSER["browser_arabic"] = ("<!DOCTYPE html><html lang='ar' dir='rtl'><head><meta charset='utf-8'><title>x</title></head><body><h1>خطة المرفأ</h1><p>خطة الأعمال 2026 – 2028 (شباط/فبراير 2026)</p>"
    "<h2>1- بيان المشكلة</h2><p>الهدف 1: وزن 350 صندوقاً بنسبة 35% (الهدف 1)، من مكتب «المرفأ» [المدن]. هاتف: +249 00 555 0133؛ office@harbour.example.org.</p>"
    "<h2>ثانياً: الأولويات</h2><table><tr><th>رقم النشاط</th><th>الجهة المنفذة</th><th>المدة</th><th>التكلفة</th></tr>"
    "<tr><td>أ-1</td><td>مكتب المرفأ</td><td>2026-2027</td><td>60 000</td></tr><tr><td>أ-2</td><td>الأمانة</td><td>من آذار/مارس 2026</td><td>٢,٧</td></tr></table></body></html>")
BROWSER["browser_run_in"] = ("<!DOCTYPE html><html lang='zh'><head><meta charset='utf-8'><title>x</title></head><body><h2>三、优先行动</h2>" +
    "".join(f"<p><b>{n}. {title}</b>　{text}</p>" for n, (title, text) in enumerate((("称量", "每月称量箱子，比较登记册，写入报告，落实目标一。"), ("保存登记册", "各民间组织保存登记册，把意见寄给港口办公室，落实目标二。"), ("公布结果书", "每年公布一年的结果，车船分开计算，落实目标三。")), 1)) + "</body></html>")

# Bullets that are drawn, behind full lines and short ones; titles that are a year. And what is none: paragraphs whose first lines are
# indented, a quotation.
BULLETS = "<style>@page{size:A5;margin:15mm}body{font-family:'Liberation Serif';font-size:10pt}p,ul{margin:8pt 0}</style>"
BROWSER["browser_bullets"] = (f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>x</title>{BULLETS}</head><body><h2>I. Summary</h2><p>{LOREM}</p><ul>" +
    "".join(f"<li>{one}</li>" for one in ("depots in many of the towns cannot tell a full box from one that is all but empty;", "old scales are kept for years;", "nobody has shown the clerks how to keep one register.")) + "</ul><h2>III. Actions</h2><ul>" +
    "".join(f"<li>AP{n}. {one}</li>" for n, one in enumerate(("Weigh what comes in at each of the ports of the bay and publish the figures.", "Keep the registers.", "Print the forms."), 1)) + "</ul><h2>IV. Efforts</h2><h3>2026</h3><p>Scales for the depots. Harbour office.</p><h3>2027</h3><p>Forms for the towns. Secretariat.</p><h2>X. Partners</h2><p>Science</p><ul>" +
    "".join(f"<li>{one}</li>" for one in ("Lakeside Institute for the Study of Scales and Weights, Port Selm (LISSW)", "University of Tavia", "School of the harbour towns")) + "</ul><p>Trade</p><ul><li>Sellers of scales</li></ul></body></html>")
# A box with bullets that were typed, before lists whose bullets are drawn; a name that begins small.
BROWSER["browser_boxed_bullets"] = (f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>x</title>{BULLETS}</head><body><table border='1'><tr><td>• Scales are cheap.<br>• Registers are not kept.</td></tr></table><h2>I. Summary</h2><p>{LOREM}</p><h2>V. Opportunities</h2><ul>" +
    "".join(f"<li>{one}</li>" for one in ("Weigh what comes in at the ports.", "eScales of the towns: one register.", "Print the forms.")) + "</ul></body></html>")
BROWSER["browser_indented"] = (f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>x</title>{BULLETS}<style>p{{text-indent:18pt;margin:0}}blockquote p{{text-indent:0}}</style></head><body><h2>I. Summary</h2>" +
    "".join(f"<p>{one}</p>" for one in (LOREM, "The towns agreed.", "Weigh the boxes.", "Keep the registers.", MORE)) + f"<blockquote><p>{MORE}</p></blockquote></body></html>")


def browser(names):
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            source = Path(folder) / (name + ".html")
            source.write_text(BROWSER[name], encoding="utf-8")
            subprocess.run(["chromium", "--headless", "--no-sandbox", f"--user-data-dir={folder}/profile", "--no-pdf-header-footer",
                            f"--print-to-pdf={HERE / (name + '.pdf')}", str(source)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main():
    names = sys.argv[1:]
    for name, make in RAW.items():
        if not names or name in names:
            make(HERE / (name + ".pdf"))
    office([name for name in OFFICE if not names or name in names])
    browser([name for name in BROWSER if not names or name in names])
    if not names:
        # Made last, from files made above.
        plain = HERE / "printed_twice.pdf"
        subprocess.run(["qpdf", "--static-id", "--static-aes-iv", "--encrypt", "secret", "owner", "256", "--", str(plain), str(HERE / "encrypted.pdf")], check=True)
        subprocess.run(["qpdf", "--static-id", "--static-aes-iv", "--encrypt", "", "owner", "128", "--use-aes=y", "--print=full", "--", str(plain), str(HERE / "encrypted_for_owner.pdf")], check=True)
        whole = (HERE / "pages.pdf").read_bytes()
        (HERE / "cut.pdf").write_bytes(whole[: len(whole) // 3])
        (HERE / "garbage.pdf").write_bytes(b"%PDF-1.7\n" + bytes((i * 73) % 251 for i in range(3000)))
        (HERE / "leading_bytes.pdf").write_bytes(b"bytes before the header\n" + plain.read_bytes())


if __name__ == "__main__":
    main()
