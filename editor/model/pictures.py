"""Picture: file, credit, size; its caption is a row."""

from dataclasses import dataclass, replace

from editor.model.language import Bilingual


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that goes with the release.

    `file` is a file name in the folder beside the document; `caption` is the id of a caption row or empty;
    `alternative` is what the picture shows, for readers who do not see it. Sizes are bytes and pixels,
    `fingerprint` is the SHA-256 of the file in hexadecimal.
    """

    id: str
    file: str = ""
    caption: str = ""
    credit: Bilingual[str] = Bilingual("", "")  # noqa: RUF009 (a frozen value)
    alternative: Bilingual[str] = Bilingual("", "")  # noqa: RUF009
    media_type: str = ""
    size: int = 0
    width: int = 0
    height: int = 0
    fingerprint: str = ""

    def with_file_of(self, other: "Picture") -> "Picture":
        """Return this picture with the file of another, and what was read from that; words and caption stay."""
        return replace(other, id=self.id, caption=self.caption, credit=self.credit, alternative=self.alternative)


def is_bare_name(file: str) -> bool:
    """Whether this names a file in the folder of the pictures, and on no system one elsewhere."""
    return bool(file) and file not in {".", ".."} and not any(sign in file for sign in "/\\:")
