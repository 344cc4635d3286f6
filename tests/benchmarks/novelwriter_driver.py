"""Opens novelWriter on a text and types in the middle of it.

`python novelwriter_driver.py FOLDER TEXT KEYS ROUNDS`, run by `beside_novelwriter.py` in an environment that has it,
prints one line of JSON: CPU seconds a key, what follows a pause included, one figure a round.
"""

import json
import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import novelwriter
from novelwriter import CONFIG, SHARED
from PyQt6.QtCore import QEvent, Qt
from PyQt6.QtGui import QKeyEvent, QTextCursor


def idle(app):
    for _ in range(4):
        app.processEvents()


def wait(app, seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.005)


def open_window(folder):
    (folder / "conf").mkdir()
    (folder / "data").mkdir()
    CONFIG.initConfig(str(folder / "conf"), str(folder / "data"))
    CONFIG.spellLanguage = "en_GB"
    from novelwriter.gui.theme import GuiTheme  # noqa: PLC0415 (after its configuration)
    from novelwriter.guimain import GuiMain  # noqa: PLC0415 (after its configuration)

    app = novelwriter._createApp()
    SHARED.initTheme(GuiTheme())
    window = GuiMain()
    window.resize(1000, 733)
    window.show()
    return app, window


def open_text(window, folder, text):
    from novelwriter.core.coretools import ProjectBuilder  # noqa: PLC0415 (after its configuration)

    builder = ProjectBuilder()
    builder.buildProject({"name": "Text", "author": "A", "path": folder / "project", "chapters": 1})
    window.openProject(builder.projPath)
    project = SHARED.project
    project.data.setSpellLang("en_GB")
    project.data.setSpellCheck(True)
    SHARED.updateSpellCheckLanguage()
    # The first file, a title page, is open already.
    handle = [item.itemHandle for item in project.tree if item.isFileType()][-1]
    project.storage.getDocument(handle).writeDocument(text)
    window.openDocument(handle)
    window.docEditor.toggleSpellCheck(True)
    return window.docEditor


def type_keys(app, editor, keys):
    start = time.process_time()
    for letter in keys:
        key = ord(letter.upper())
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            app.sendEvent(editor, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))
        idle(app)
    for _ in range(4):
        time.sleep(0.12)
        app.processEvents()
    return (time.process_time() - start) / len(keys)


def main(folder, text, keys, rounds):
    folder = Path(folder)
    app, window = open_window(folder)
    began = time.perf_counter()
    editor = open_text(window, folder, Path(text).read_text(encoding="utf-8"))
    idle(app)
    opened = time.perf_counter() - began
    wait(app, 2.0)
    cursor = QTextCursor(editor.document().findBlockByNumber(editor.document().blockCount() // 2))
    cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.MoveAnchor, 55)
    editor.setTextCursor(cursor)
    editor.setFocus()
    idle(app)
    before = editor.document().characterCount()
    if before < Path(text).stat().st_size / 2:
        raise RuntimeError("the text was not opened")
    costs = [type_keys(app, editor, keys) for _ in range(int(rounds))]
    if editor.document().characterCount() != before + len(keys) * int(rounds):
        raise RuntimeError("the keys did not reach the text")
    print(json.dumps({"version": novelwriter.__version__, "opened": opened, "costs": costs}), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
