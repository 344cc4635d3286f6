"""The office's directory as the verbs use it: read where there is one, and never in the way."""

from editor.assets import user_data
from editor.cli.console import Console
from editor.errors import CommuniqueError
from editor.library.directory import read_directory
from editor.model.directory import Directory
from editor.model.people import Participant


def directory(console: Console) -> Directory:
    """Return the directory; where it cannot be read that is told, and nothing is known."""
    try:
        return read_directory(user_data(), console.tell)
    except CommuniqueError as error:
        console.tell(error.sentence)
        return Directory()


def known_people(console: Console) -> tuple[Participant, ...]:
    """Return the people of the directory; where it cannot be read that is told, and nobody is known."""
    return directory(console).people
