"""Times the proof of a bilingual release of 30 kB, made after each pause, and showing it; asserts nothing.

Run as `PYTHONPATH=.:tests/benchmarks QT_QPA_PLATFORM=offscreen python tests/benchmarks/proof.py`. Everything but the
last two figures is spent in the thread of the checks, none of it while somebody types.
"""

from newsml import AT, release, timed
from PySide6.QtWidgets import QApplication

from editor.checks.run import Checker
from editor.edits.writing import replace
from editor.formats.profiles import load_profile
from editor.gui.fields.markup import MarkupView
from editor.gui.style import Theme, make_look
from editor.model.language import Language
from editor.newsml.build import build
from editor.newsml.lines import spans
from editor.newsml.source import parse
from editor.newsml.validate import validate_tree
from editor.publishing.proof import prove


def main() -> None:
    profile, doc = load_profile("nato"), release(10)
    found = Checker().check(doc, profile)
    data = build(doc, profile, AT)
    root = parse(data)
    print(f"size of the message              {len(data) / 1000:8.1f} kB")
    print(f"build                            {timed(lambda: build(doc, profile, AT)):8.2f} ms")
    print(f"conformance: parse               {timed(lambda: parse(data)):8.2f} ms")
    print(f"conformance: grammar and rules   {timed(lambda: validate_tree(root, ours=True, at=AT)):8.2f} ms")
    print(f"lines and their fields           {timed(lambda: spans(root)):8.2f} ms")
    print(f"the proof whole                  {timed(lambda: prove(doc, profile, found, AT)):8.2f} ms")
    _show(prove(doc, profile, found, AT).text, _after_a_key(doc, profile))


def _after_a_key(doc, profile) -> str:
    where = doc.rows[3].address(Language.FR, 0, 0, 3)
    after = replace(where, "Oui").apply(doc)
    return prove(after, profile, (), AT).text


def _show(text: str, after: str) -> None:
    app = QApplication([])
    view = MarkupView(make_look(Theme.LIGHT))
    view.resize(1100, 240)
    view.show()

    def anew() -> None:
        view.show_markup("")
        view.show_markup(text)
        app.processEvents()

    def change() -> None:
        view.show_markup(after)
        view.show_markup(text)
        app.processEvents()

    print(f"window: show it the first time   {timed(anew):8.2f} ms")
    print(f"window: show a change            {timed(change) / 2:8.2f} ms")


if __name__ == "__main__":
    main()
