"""Picture: its files, from the original to the thumbnail, credit and alternative text; its caption is a row."""

from dataclasses import replace
from enum import Enum

from editor.model.language import Bilingual
from editor.values import frozen


class Use(Enum):
    """What a further rendition of a picture is meant for, by its code in IPTC's NewsCodes (scheme Rendition).

    The original is `highRes` there, and no rendition of another.
    """

    PRINT = "print"
    WEB = "web"
    PREVIEW = "preview"
    LOW_RESOLUTION = "lowRes"
    MOBILE = "mobile"
    THUMBNAIL = "thumbnail"


@frozen
class Rendition:
    """The same picture in a further file, mostly smaller; what its fields mean, `Picture` says."""

    use: Use
    file: str = ""
    media_type: str = ""
    size: int = 0
    width: int = 0
    height: int = 0
    fingerprint: str = ""


@frozen
class Picture:
    """A picture that goes with the release.

    `file` is a file name in the folder beside the document; `caption` is the id of a caption row or empty;
    `alternative` is what the picture shows, for readers who do not see it. Sizes are bytes and pixels,
    `fingerprint` is the SHA-256 of the file in hexadecimal. All of these are about the original; `renditions` are
    further files of it, one for each use at most, in the order of `Use`. `foreign` is what another producer said of
    it and there is no field for, as in a Communique.
    """

    id: str
    file: str = ""
    caption: str = ""
    credit: Bilingual[str] = Bilingual("", "")
    alternative: Bilingual[str] = Bilingual("", "")
    media_type: str = ""
    size: int = 0
    width: int = 0
    height: int = 0
    fingerprint: str = ""
    renditions: tuple[Rendition, ...] = ()
    foreign: tuple[str, ...] = ()

    @property
    def files(self) -> tuple["Image", ...]:
        """The original and its renditions."""
        return (self, *self.renditions)

    def rendition(self, use: Use) -> Rendition | None:
        """Return the rendition for a use; None where there is none."""
        return next((each for each in self.renditions if each.use is use), None)

    def having(self, *renditions: Rendition) -> "Picture":
        """Return this picture with these renditions, each in the place of a former one for the same use."""
        all_ = {each.use: each for each in (*self.renditions, *renditions)}
        return replace(self, renditions=tuple(all_[use] for use in Use if use in all_))

    def without(self, use: Use) -> "Picture":
        """Return this picture without the rendition for a use."""
        return replace(self, renditions=tuple(each for each in self.renditions if each.use is not use))

    def with_file_of(self, other: "Picture") -> "Picture":
        """Return this picture with the files of another, and what was read from them; words and caption stay."""
        return replace(
            self,
            file=other.file,
            media_type=other.media_type,
            size=other.size,
            width=other.width,
            height=other.height,
            fingerprint=other.fingerprint,
            renditions=other.renditions,
        )

    def as_rendition(self, use: Use) -> Rendition:
        """Return the original as the rendition of another picture."""
        return Rendition(use, self.file, self.media_type, self.size, self.width, self.height, self.fingerprint)


Image = Picture | Rendition
"""Anything with one file."""


def is_bare_name(file: str) -> bool:
    """Whether this names a file in the folder of the pictures, and on no system one elsewhere."""
    return bool(file) and file not in {".", ".."} and not any(sign in file for sign in "/\\:")
