"""States: what an item may be used for, and what a later version says of itself. Rules N08, N18, N19."""

from collections.abc import Iterator

from editor.newsml.paper import Fault, Item, Level, Paper, number_of
from editor.words import say


def status(paper: Paper) -> Iterator[Fault]:
    """N08: the publishing status is written, as a code: a well-known receiver refuses the message without it."""
    for item in paper.items:
        if not item.status:
            meta = item.find("itemMeta")
            where = item.element if meta is None else meta
            yield paper.fault("N08", item.strict, where, say("The item does not say whether it may be used."), "status")


def one_status(paper: Paper) -> Iterator[Fault]:
    """N18: cancelled or withheld, a release is so in all its items; of its pictures the office decides."""
    parts = [item for item in paper.items if item.is_ours and not _is_picture(item)]
    states = {item.status for item in parts}
    if len(states) > 1:
        for item in parts:
            if item.status != "stat:usable":
                where = item.find("itemMeta/pubStatus")
                message = say("This item may not be used, others of the same release may.")
                yield paper.fault("N18", Level.WARNING, item.element if where is None else where, message, "status")


def signals(paper: Paper) -> Iterator[Fault]:
    """N19: a later version says what it is; a correction says in a note what it corrects."""
    for item in paper.items:
        later = (number_of(item.version) or 1) > 1
        codes = {signal.get("qcode", "") for signal in item.all("itemMeta/signal")}
        meta = item.find("itemMeta")
        if meta is None or item.status == "stat:canceled" or (_is_picture(item) and not item.is_ours):
            continue
        if later and not any(code.startswith("sig:") for code in codes):
            message = say("A later version should say whether it updates or corrects.")
            yield paper.fault("N19", Level.WARNING, meta, message)
        if "sig:correction" in codes and not _is_picture(item) and item.is_our_text and not item.all("itemMeta/edNote"):
            message = say("A correction should say in a note to editors what it corrects.")
            yield paper.fault("N19", Level.WARNING, meta, message, f"note.{item.language[:2]}")


def _is_picture(item: Item) -> bool:
    return item.item_class == "ninat:picture"


RULES = (status, one_status, signals)
