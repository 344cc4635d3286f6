"""Picturing: the commands about the pictures of the release, which bring their pane into view."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.gui.panes.pictures import PicturesPane


class Picturing:
    """Does in the Pictures pane what the menu says. `pane` answers it, brought into view."""

    def __init__(self, pane: "Callable[[], PicturesPane]") -> None:
        self._pane = pane

    def table(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        return {"add_picture": lambda: self._pane().ask_files(), "picture_sizes": lambda: self._pane().make_sizes()}
