"""Errands: the commands that open a dialog and bring something back: import, publish, recognise."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.errors import Unfit
from editor.gui.commands.documents import Documents
from editor.gui.commands.office import Office
from editor.gui.parts import Parts
from editor.model.beginning import release_after
from editor.model.communique import Communique
from editor.model.passage import MarkKind
from editor.model.release import Action, Release
from editor.words import Sentence, say, say_count

if TYPE_CHECKING:
    from editor.gui.dialogs.help import HelpDialog


class Errands(QObject):
    """Opens the dialogs of one window. What came of it is told quietly, in a Sentence.

    `office` knows the directory.
    """

    told = Signal(object)
    forget_wished = Signal()
    """All that the translation memory holds is to be forgotten."""

    def __init__(self, owner: QWidget, parts: Parts, documents: Documents, office: Office) -> None:
        super().__init__(owner)
        self._owner = owner
        self._parts = parts
        self._documents = documents
        self._office = office
        self._help: HelpDialog | None = None

    def table(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        return {
            "import": self.import_texts,
            "publish": self.publish,
            "recognise": self.recognise,
            "dateline": self.write_datelines,
            "help": self.show_help,
            "preferences": self.show_preferences,
            "terms": self.show_terms,
            "about": self.tell_about,
        }

    def import_texts(self) -> None:
        """Ask for one text or two, show what was recognised, and take over what was accepted."""
        from editor.formats.table import read_manuscript, readable_suffixes
        from editor.gui.dialogs.arriving import ImportDialog

        if not self._documents.may_leave():
            return
        pattern = " ".join(f"*{suffix}" for suffix in readable_suffixes())
        reading = (read_manuscript, pattern)
        dialog = ImportDialog(
            self._owner, self._parts.session.profile, reading, self._parts.teller, self._office.known_people()
        )
        if dialog.exec() and dialog.arrival is not None:
            # The dialog has told what was recognised.
            self._documents.take(dialog.arrival.doc, ())
            if dialog.keeps_people:
                self._office.keep(*dialog.new_people)

    def publish(self) -> None:
        """Say what blocks a publication, or publish."""
        from editor.gui.dialogs.publishing import PublishDialog

        session = self._parts.session
        session.flush()
        dialog = PublishDialog(self._owner, session, self._documents.save, self._parts.teller, self._office.directory)
        dialog.jumped.connect(session.jump)
        if not dialog.exec():
            return
        if dialog.begins_anew:
            self._documents.begin(release_after(session.doc))
        else:
            self._documents.tell_published()
            self.told.emit(_published(session.doc.release))

    def show_terms(self) -> None:
        """Show what the house calls things, and take terms in."""
        from editor.gui.dialogs.terms import TermsDialog

        TermsDialog(self._owner, self._parts.session, self._parts.teller).exec()

    def recognise(self) -> None:
        """Find people, quotes and dates in the texts as they are now."""
        from editor.formats.arrival.again import recognise_again

        session = self._parts.session
        session.flush()
        before = session.doc
        if not session.do(recognise_again(session.profile, self._office.known_people())):
            self.told.emit(say("Nothing is recognised that was not known already."))
            return
        people = len(session.doc.participants) - len(before.participants)
        self.told.emit(
            say(
                "Recognised: {people}, {quotes}; {places}.",
                people=say_count("{count} more person", "{count} more people", people),
                quotes=say_count(
                    "{count} more quote", "{count} more quotes", len(session.doc.quotes) - len(before.quotes)
                ),
                places=say_count(
                    "{count} place marked in the texts",
                    "{count} places marked in the texts",
                    _marks(session.doc) - _marks(before),
                ),
            )
        )

    def show_help(self, rule_id: str = "") -> None:
        """Show the help, at what a finding means where a rule is named; it stays open while one writes."""
        from editor.gui.dialogs.help import HelpDialog

        if self._help is None:
            self._help = HelpDialog(self._owner, self._parts.teller)
        if rule_id:
            self._help.show_rule(rule_id)
        self._help.show()
        self._help.raise_()
        self._help.activateWindow()

    def show_preferences(self) -> None:
        """Show what can be chosen once and for all."""
        from editor.gui.dialogs.preferences import Preferences

        dialog = Preferences(self._owner, self._parts.settings, self._parts.teller)
        dialog.forget.clicked.connect(self.forget_wished)
        dialog.exec()

    def write_datelines(self) -> None:
        """Write place and date at the head of both texts, or tell what is missing for it."""
        from editor.checks.datelines import write_datelines

        try:
            self._parts.session.do(write_datelines(self._parts.session.profile))
        except Unfit as error:
            self.told.emit(error.sentence)

    def tell_about(self) -> None:
        """Say what this program is."""
        from editor.gui.dialogs.questions import tell_about

        tell_about(self._owner, self._parts.teller)


def _marks(doc: Communique) -> int:
    """Return how many stretches of the texts are a name or words of a quote."""
    return sum(1 for kind in (MarkKind.PERSON, MarkKind.QUOTE) for _ in doc.stretches(kind))


def _published(release: Release) -> Sentence:
    """Say what has just been published."""
    version = release.version
    if release.action_of(version) is Action.CANCEL:
        return say("The cancellation is published as version {version}, and the document saved.", version=version)
    if release.action_of(version) is Action.CORRECTION:
        return say("The correction is published as version {version}, and the document saved.", version=version)
    return say("Version {version} is published, and the document saved.", version=version)
