"""Writes and publishes a release in the running editor through the accessibility interface alone.

Run by the system's Python, which has pyatspi: `screen_reader.py FOLDER`. The editor runs already, in French. What is
published comes into FOLDER; answers 1, saying where it stood, if something does not come.
"""

import contextlib
import sys
import time
from pathlib import Path

import pyatspi
from gi.repository import Atspi, GLib

Atspi.set_timeout(1000, 0)

PATIENCE = 20
"""Seconds that the editor may take for anything."""
ENGLISH = ("Ferry opens", "“The State opens the ferry,” said Marie Duval, Director of the Lake Office.")
FRENCH = (
    "Le bac ouvre",
    "«\u00a0L’État ouvre le bac\u202f!\u00a0», a déclaré Marie Duval, directrice de l’Office du lac.",
)
FIELDS = {
    "Référence": "2026-020",
    "Lieu, en anglais": "Brussels",
    "Lieu, en français": "Bruxelles",
    "Date": "17 mai 2026",
}
USED = {
    pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_CHECK_BOX, pyatspi.ROLE_RADIO_BUTTON, pyatspi.ROLE_COMBO_BOX,
    pyatspi.ROLE_TEXT, pyatspi.ROLE_LIST, pyatspi.ROLE_LIST_ITEM, pyatspi.ROLE_TREE, pyatspi.ROLE_TABLE,
    pyatspi.ROLE_PAGE_TAB, pyatspi.ROLE_PAGE_TAB_LIST, pyatspi.ROLE_SPIN_BUTTON, pyatspi.ROLE_MENU_ITEM,
}  # fmt: skip


def until(answer, what):
    """Return what `answer` finds, once it finds something."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            found = answer()
        except Exception:  # noqa: BLE001 (what is read may vanish at any moment)
            found = None
        if found:
            return found
        time.sleep(0.05)
    sys.exit(f"never came: {what}")


def windows():
    """Return the windows of the editor."""
    for program in pyatspi.Registry.getDesktop(0):
        if program is not None and "ommuniqu" in program.name:
            yield from filter(None, program)


def below(node):
    """Yield a node and all in sight below it, in the order a screen reader meets them."""
    yield node
    for child in filter(None, node):
        if child.getState().contains(pyatspi.STATE_SHOWING):
            yield from below(child)


def find(role, name):
    """Return the first thing in sight of a role whose name begins so."""

    def found():
        things = (each for root in windows() for each in below(root))
        return next((each for each in things if each.getRole() == role and each.name.startswith(name)), None)

    return until(found, name)


def press(node, action="Press"):
    """Do what a thing does."""
    actions = node.queryAction()
    names = [actions.getName(index) for index in range(actions.nActions)]
    with contextlib.suppress(GLib.GError):
        # What opens a dialog answers only when that is closed.
        actions.doAction(names.index(action))


def command(menu, title):
    """Give a command of the menu bar; the menu is opened unless it is open still."""
    item = find(pyatspi.ROLE_MENU_ITEM, menu)

    def entry():
        shown = next((each for each in below(item) if each != item and each.name.startswith(title)), None)
        if shown is None:
            press(item, "ShowMenu")
            time.sleep(0.2)
        return shown

    press(until(entry, title))


def nameless():
    """Return the roles and neighbours of what can be used and has no name."""
    return [
        f"{each.getRoleName()} in {each.parent.name or each.parent.getRoleName()}"
        for window in windows()
        for each in below(window)
        if each.getRole() in USED and not each.name.strip() and not each.getRelationSet()
    ]


def fill(name, text):
    """Put a text into a field."""
    find(pyatspi.ROLE_TEXT, name).queryEditableText().setTextContents(text)


def write(name, rows):
    """Write rows at the end of a page, a paragraph each."""
    page = find(pyatspi.ROLE_TEXT, name)
    page.queryComponent().grabFocus()
    page.queryEditableText().setTextContents("\n".join(rows))


def named(what):
    """Stop where anything in sight that can be used has no name."""
    found = nameless()
    if found:
        sys.exit(f"without a name, {what}: {found}")


def dialog():
    """Return the dialog that is open, if one is."""
    return next((window for window in windows() if window.getRole() == pyatspi.ROLE_DIALOG), None)


def main(folder):
    """Write, fill, confirm, and publish into a folder."""
    command("Fichier", "Nouveau")
    named("in the window")
    write("Texte anglais", ENGLISH)
    write("Texte français", FRENCH)
    written = find(pyatspi.ROLE_TEXT, "Texte français").queryText()
    until(lambda: written.getText(0, -1) == "\n".join(FRENCH), "the French text")
    for name, value in FIELDS.items():
        fill(name, value)
    command("Mots", "Reconnaître")
    command("Ligne", "Confirmer cette ligne")
    until(dialog, "the question for name and role")
    named("asked for name and role")
    fill("Nom", "A. Duval")
    fill("Fonction", "attachée de presse")
    press(find(pyatspi.ROLE_PUSH_BUTTON, "Conserver"))
    until(lambda: dialog() is None, "the end of the question")
    command("Ligne", "Prochaine ligne")
    command("Ligne", "Confirmer cette ligne")
    find(pyatspi.ROLE_LABEL, "Lignes terminées\u00a0: 2 sur 2")
    command("Fichier", "Publier")
    until(dialog, "the dialog that publishes")
    named("when publishing")
    fill("Dossier", str(folder))
    button = find(pyatspi.ROLE_PUSH_BUTTON, "Publier la version 1")
    told = [each.name for each in below(dialog())]
    until(lambda: button.getState().contains(pyatspi.STATE_ENABLED), f"leave to publish: {told}")
    press(button)
    # The document that is published is kept too; it has no name yet.
    fill("Nom de fichier", str(folder / "bac.communique"))
    press(find(pyatspi.ROLE_PUSH_BUTTON, "Enregistrer"))
    until(lambda: list(folder.glob("*.xml")), "the published file")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
