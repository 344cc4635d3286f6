"""Menus of the texts and of the gutter, made of the window's commands."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from editor.values import frozen

_TEXT = (
    ("undo", "redo"),
    ("cut", "copy", "paste", "select_all"),
    ("comment", "concordance"),
    ("quote", "person", "bold", "italic", "link", "footnote"),
    ("confirm", "split_row", "join_rows"),
)
_QUOTE = (("speaker", "attribute", "approve_quote", "pair_quote", "not_quote"),)
_ROW = (
    ("confirm", "unconfirm", "restore", "one_language"),
    ("side_up", "side_down", "exchange", "align_again"),
    ("split_row", "join_rows", "unpair", "copy_source", "move_across"),
    ("move_up", "move_down"),
    ("kind",),
)

Actions = Mapping[str, QAction]


@frozen
class Offer:
    """What the menu says of the words at a place: what is wrong, and its repair where there is one."""

    why: str
    repair: str
    take: Callable[[], None] | None


@frozen
class Correction:
    """What the menu of a misspelt word offers: words that may be meant, which come later; to know it; to leave it."""

    waiting: str
    nothing: str
    know: str
    house: str
    ignore: str
    ask: Callable[[Callable[[tuple[str, ...]], None]], None]
    take: Callable[[str], None]
    learn: Callable[[], None]
    learn_in_house: Callable[[], None]
    leave: Callable[[], None]


def fill_row_menu(menu: QMenu, actions: Actions) -> None:
    """Offer what can be done with a row."""
    _fill(menu, actions, _ROW)


def fill_text_menu(
    menu: QMenu,
    actions: Actions,
    correction: Correction | None,
    offers: tuple[Offer, ...] = (),
    *,
    is_quoted: bool = False,
) -> None:
    """Offer what can be done with the words at a place; first what is wrong with them, repairs, and what a quote asks.

    `is_quoted` tells that the words are a quote's.
    """
    if correction is not None:
        _offer_corrections(menu, correction)
    for offer in offers:
        _offer(menu, offer)
    if is_quoted:
        _fill(menu, actions, _QUOTE)
    _fill(menu, actions, _TEXT)


def _fill(menu: QMenu, actions: Actions, groups: tuple[tuple[str, ...], ...]) -> None:
    for group in groups:
        found = [actions[name] for name in group if name in actions]
        if found and not menu.isEmpty():
            menu.addSeparator()
        menu.addActions(found)


def _offer(menu: QMenu, offer: Offer) -> None:
    if not menu.isEmpty():
        menu.addSeparator()
    menu.addAction(offer.why).setEnabled(False)
    take = offer.take
    if take is not None:
        menu.addAction(offer.repair).triggered.connect(lambda _checked=False: take())


def _offer_corrections(menu: QMenu, correction: Correction) -> None:
    waiting = menu.addAction(correction.waiting)
    waiting.setEnabled(False)
    for title, do in (
        (correction.know, correction.learn),
        (correction.house, correction.learn_in_house),
        (correction.ignore, correction.leave),
    ):
        menu.addAction(title).triggered.connect(lambda _checked=False, do=do: do())
    is_open = True

    def close() -> None:
        nonlocal is_open
        is_open = False

    def show(words: tuple[str, ...]) -> None:
        if not is_open:
            return
        offered = [QAction(word, menu) for word in words]
        for action, word in zip(offered, words, strict=True):
            action.triggered.connect(lambda _checked=False, word=word: correction.take(word))
        menu.insertActions(waiting, offered)
        if offered:
            menu.removeAction(waiting)
        else:
            waiting.setText(correction.nothing)

    menu.destroyed.connect(close)
    correction.ask(show)
