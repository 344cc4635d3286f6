"""History: past, present, future, saved; folds a run of typing into one step."""

from collections.abc import Callable
from dataclasses import replace

from editor.edits.edit import Edit
from editor.model.address import Address
from editor.model.communique import Communique
from editor.values import frozen
from editor.words import Sentence

_PAUSE = 2.0
"""Seconds without a key after which a run of typing ends."""
_LONGEST_RUN = 40
"""Characters after which a run of typing ends at the next space."""
_SENTENCE_ENDS = (".", "!", "?", "…", "\u2028")


@frozen
class Step:
    """One thing that was done: its label, the value before it, and where the caret stood before and after."""

    label: Sentence
    before: Communique
    caret_before: Address | None
    caret_after: Address | None


class History:
    """The values a communiqué has had: one list for both texts and all fields. Seconds are of any steady clock."""

    def __init__(self, present: Communique) -> None:
        self.present = present
        self.saved = present
        self._past: list[Step] = []
        self._future: list[tuple[Step, Communique]] = []
        self._run = ""
        self._run_length = 0
        self._run_ended = True
        self._last_time = 0.0

    def do(self, edit: Edit, now: float, caret: Address | None = None) -> bool:
        """Apply an edit at `now`, the caret standing at `caret`; answers whether anything changed."""
        return self.did(edit, edit.apply(self.present), now, caret)

    def did(self, edit: Edit, after: Communique, now: float, caret: Address | None = None) -> bool:
        """Take over what an edit, applied to the present value, has made of it; answers whether anything changed."""
        if after is self.present:
            return False
        if self._folds(edit, now) and self._past:
            last = self._past[-1]
            self._past[-1] = Step(last.label, last.before, last.caret_before, edit.caret)
        else:
            self._past.append(Step(edit.label, self.present, caret, edit.caret))
            self._run_length = 0
        self._remember_run(edit, now)
        self._future.clear()
        self.present = after
        return True

    def undo(self) -> Step | None:
        """Show the value before the last step; answers the step taken back, or None."""
        if not self._past:
            return None
        step = self._past.pop()
        self._future.append((step, self.present))
        self.present = step.before
        self.break_run()
        return step

    def redo(self) -> Step | None:
        """Do again what was taken back last; answers the step, or None."""
        if not self._future:
            return None
        step, after = self._future.pop()
        self._past.append(step)
        self.present = after
        self.break_run()
        return step

    def break_run(self) -> None:
        """Make the next edit a step of its own."""
        self._run_ended = True

    def mark_saved(self, saved: Communique) -> None:
        """Remember which value lies on disk."""
        self.saved = saved
        self.break_run()

    def stamp(self, change: Callable[[Communique], Communique]) -> None:
        """Change every value there has been: no undo takes this back, as what has been published stays so."""
        self.present = change(self.present)
        self._past = [replace(step, before=change(step.before)) for step in self._past]
        self._future = [(replace(step, before=change(step.before)), change(after)) for step, after in self._future]
        self.break_run()

    @property
    def undo_label(self) -> Sentence | None:
        """What undo would take back."""
        return self._past[-1].label if self._past else None

    @property
    def redo_label(self) -> Sentence | None:
        """What redo would do again."""
        return self._future[-1][0].label if self._future else None

    @property
    def is_modified(self) -> bool:
        """Whether the present value differs from the saved one."""
        return self.present is not self.saved and self.present != self.saved

    def _folds(self, edit: Edit, now: float) -> bool:
        return bool(edit.run) and edit.run == self._run and not self._run_ended and now - self._last_time < _PAUSE

    def _remember_run(self, edit: Edit, now: float) -> None:
        self._run, self._last_time = edit.run, now
        self._run_length += len(edit.typed)
        long_enough = self._run_length >= _LONGEST_RUN and edit.typed.endswith(" ")
        self._run_ended = long_enough or edit.typed.endswith(_SENTENCE_ENDS)
