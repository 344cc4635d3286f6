"""Puts releases on paper, has other programs read them, and counts the words that arrive; run by `papers.sh`.

The example, and where the folder `shared` lies beside the checkout, a real release in one language and in both. What
is not read whole, or not valid, is printed and makes the answer 1.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from editor.formats.paper import Layout, Printing, chosen
from editor.formats.profiles import load_profile
from editor.formats.table import open_document, save_document
from editor.model.communique import Communique
from editor.model.language import Language

CHECKOUT = Path(__file__).parents[1]
SHARED = CHECKOUT.parent / "shared"
SOURCES = {
    "example": CHECKOUT / "resources/examples/lake-ferry.communique",
    "real": SHARED / "communiques/nato-seed-fr.txt",
    "both": SHARED / "newsml-g2/example-bilingual.xml",
}
LAYOUTS = {
    "columns": Printing(),
    "after": Printing(layout=Layout.AFTER),
    "review": Printing(layout=Layout.REVIEW),
    "en": Printing((Language.EN,)),
    "fr": Printing((Language.FR,)),
}
AT = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
DOTS = "70"
_BODY = ("-x", "0", "-y", "52", "-W", "620", "-H", "742")
"""Points of a page between its head and its foot."""
_WINDOW = 14
"""Characters, spaces left out, that are looked for at every word."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one program read of one file: how many places of the text it was asked for, and those it lost."""

    program: str
    file: Path
    asked: int
    lost: tuple[str, ...]


def releases() -> Iterator[tuple[str, Communique]]:
    """Yield the releases there are; the example also as somebody changed it after the last review copy."""
    for name, path in SOURCES.items():
        if not path.exists():
            print(f"{path} is not here: left out")
            continue
        doc = open_document(path, load_profile("nato")).doc
        yield name, doc
        if name == "example":
            later = replace(doc, review=doc.review_copy(AT), rows=(*doc.rows[:3], *doc.rows[4:]))
            row = later.rows[1]
            side = (row[Language.FR][0].splice(0, 11, "PORT-LANVAL"),)
            yield "changed", later.having_row(row.having(Language.FR, side))


def windows(doc: Communique, languages: tuple[Language, ...], *, is_marked: bool) -> Iterator[str]:
    """Yield a few characters from every word on: what must be found again.

    In a copy in which changes are marked, words taken out stand between those of rows that changed.
    """
    for row in doc.rows:
        if is_marked and doc.review is not None and doc.review.of(row.id) != row.wording:
            continue
        for language in languages:
            for passage in row[language]:
                words = passage.text.split()
                whole = "".join(words)
                start = 0
                for word in words:
                    if start + _WINDOW <= len(whole):
                        yield whole[start : start + _WINDOW]
                    start += len(word)


def read(program: str, file: Path, text: str, wanted: list[str]) -> Reading:
    """Look for the text of a release in what a program made of a file."""
    held = "".join(text.split())
    return Reading(program, file, len(wanted), tuple(piece for piece in wanted if piece not in held))


def run(*words: str | Path) -> str:
    """Run a program and return what it prints."""
    return subprocess.run(tuple(map(str, words)), capture_output=True, check=True, encoding="utf-8").stdout


def text_of(pdf: Path) -> str:
    """Return the text of a PDF in the order it is painted, heads and feet of pages left out."""
    return run("pdftotext", "-raw", *_BODY, pdf, "-")


def pictures(pdf: Path) -> None:
    """Leave a picture of every page."""
    run("pdftoppm", "-r", DOTS, "-png", pdf, pdf.with_suffix(""))


def read_pdf(file: Path, wanted: list[str]) -> Iterator[Reading]:
    """Have poppler read a PDF, and tell which fonts are not in it."""
    pictures(file)
    yield read("poppler", file, text_of(file), wanted)
    fonts = [line.split() for line in run("pdffonts", file).splitlines()[2:]]
    yield Reading("fonts embedded", file, len(fonts), tuple(line[0] for line in fonts if line[-5] != "yes"))


def read_word(file: Path, wanted: list[str], folder: Path) -> Iterator[Reading]:
    """Have LibreOffice open a Word file and print it."""
    out = folder / "libreoffice"
    home = f"-env:UserInstallation=file://{(folder / 'office').resolve()}"
    run("soffice", home, "--headless", "--convert-to", "pdf", "--outdir", out, file)
    made = (out / file.name).with_suffix(".pdf")
    pictures(made)
    yield read("LibreOffice", file, text_of(made), wanted)


def read_page(file: Path, wanted: list[str], folder: Path) -> Iterator[Reading]:
    """Have Chromium show a page in light and dark and print it, and a validator judge it."""
    out = folder / "chromium"
    out.mkdir(exist_ok=True)
    browser = ("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars")
    address = file.resolve().as_uri()
    for look, options in {"light": (), "dark": ("--blink-settings=preferredColorScheme=0",)}.items():
        shot = out / f"{file.stem}-{look}.png"
        run(*browser, *options, "--window-size=1100,1500", f"--screenshot={shot}", address)
    printed = (out / file.name).with_suffix(".pdf")
    run(*browser, "--no-pdf-header-footer", f"--print-to-pdf={printed}", address)
    pictures(printed)
    yield read("Chromium, printed", file, text_of(printed), wanted)
    page = re.sub(
        r"<(?:style|script)\b.*?</(?:style|script)>", "", run(*browser, "--dump-dom", address), flags=re.DOTALL
    )
    yield read("Chromium, shown", file, _plain(page), wanted)
    yield validated(file, folder)


def _plain(page: str) -> str:
    bare = re.sub(r"<[^>]*>", "", page)
    return bare.replace("&nbsp;", " ").replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")


def validated(file: Path, folder: Path) -> Reading:
    """Ask html-validate (its recommended rules, the accessibility ones among them) about a page."""
    rules = folder / "htmlvalidate.json"
    # Each language has a headline of its own; numbers and spaces in telephone numbers are the house's.
    relaxed = {"heading-level": ["error", {"allowMultipleH1": True}], "tel-non-breaking": "off", "long-title": "off"}
    rules.write_text(json.dumps({"root": True, "extends": ["html-validate:recommended"], "rules": relaxed}))
    tool = folder / "npm/node_modules/.bin/html-validate"
    ran = subprocess.run((str(tool), "-c", str(rules), "-f", "json", str(file)), capture_output=True, check=False)
    found = [
        f"{each['ruleId']} line {each['line']}: {each['message']}"
        for report in json.loads(ran.stdout or "[]")
        for each in report["messages"]
    ]
    return Reading("html-validate", file, 1, tuple(found))


def readings(folder: Path) -> Iterator[Reading]:
    """Write every release in every layout and kind of file, and have each read."""
    for name, doc in releases():
        for layout, printing in LAYOUTS.items():
            told = {each for each in Language if any(row.has_text(each) for row in doc.rows)}
            if not told & set(printing.languages):
                continue
            wanted = list(windows(doc, chosen(doc, printing), is_marked=printing.layout is Layout.REVIEW))
            for suffix in (".pdf", ".docx", ".html", ".txt"):
                file = folder / f"{name}-{layout}{suffix}"
                save_document(doc, file, printing, AT)
                if suffix == ".pdf":
                    yield from read_pdf(file, wanted)
                elif suffix == ".docx":
                    yield from read_word(file, wanted, folder)
                elif suffix == ".html":
                    yield from read_page(file, wanted, folder)
                else:
                    yield read("plain", file, file.read_text(encoding="utf-8"), wanted)


def main(folder: Path) -> int:
    """Print a line for each program, and whatever was lost."""
    folder.mkdir(parents=True, exist_ok=True)
    found = list(readings(folder))
    for each in found:
        for piece in each.lost:
            print(f"{each.program} · {each.file.name}: {piece}")
    for program in dict.fromkeys(each.program for each in found):
        here = [each for each in found if each.program == program]
        asked, lost = sum(each.asked for each in here), sum(len(each.lost) for each in here)
        print(f"{program:20} {len(here):3} files  {asked:6} places asked for  {lost:3} lost")
    return int(any(each.lost for each in found))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
