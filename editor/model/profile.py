"""Profile: how one house writes, names, dates and publishes; read from a data file."""

from enum import Enum

from editor.model.contact import Contact
from editor.model.language import Bilingual
from editor.model.terms import NO_TERMS, Termbase
from editor.values import frozen

_NOTHING = Bilingual("", "")
NO_BREAK = "\u00a0"
NARROW_NO_BREAK = "\u202f"


class TimeForm(Enum):
    """How a time of day is written: 13:52, 13 h 52, 1:52 p.m. or 13.52."""

    COLON = "13:52"
    FRENCH = "13 h 52"
    TWELVE_HOURS = "1:52 p.m."
    POINT = "13.52"


@frozen
class Spacing:
    """The space French puts where; empty where the house puts none. One character each."""

    before_colon: str = NO_BREAK
    before_high_signs: str = NARROW_NO_BREAK
    """before ; ! ?"""
    inside_guillemets: str = NO_BREAK
    before_units: str = NO_BREAK
    thousands: str = NARROW_NO_BREAK


@frozen
class Style:
    """How the house writes where the language leaves a choice.

    `dash` is the English dash with its spaces, `quotes` the English marks of the first level (the opening one),
    `points_inside` says that commas and full stops stand before every closing English mark, `acronym_points` that
    acronyms have points (U.S.), `title_points` that English titles have them (Mr.; None: as most of a text has it),
    `ize` that verbs end in -ize. `midpoints` allows French “élu·es”; `small_functions` asks that French functions have
    no capital before a name. `capitals` are phrases with the capitals the house wants.
    """

    dash: str = " – "
    quotes: str = "“"
    points_inside: bool = False
    acronym_points: bool = False
    title_points: bool | None = None
    ize: bool = False
    midpoints: bool = False
    small_functions: bool = False
    capitals: Bilingual[tuple[str, ...]] = Bilingual((), ())


@frozen
class House:
    """Who publishes: names for rights, credit and provider lines, and the identifiers receivers see.

    `domain` is the authority of `tag:` identifiers (RFC 4151), `uri` names the house, `codes` is the base of the
    house vocabularies, `sender` stands in the header of messages. `contact`, `genre`, `service` (codes) and `urgency`
    (1 to 9) are those of a release that names none of its own.
    """

    name: Bilingual[str] = _NOTHING
    office: Bilingual[str] = _NOTHING
    domain: str = ""
    uri: str = ""
    codes: str = ""
    sender: str = ""
    usage: Bilingual[str] = _NOTHING
    holder: Bilingual[str] = _NOTHING
    organisation_code: str = ""
    contact: Contact = Contact()
    genre: str = ""
    service: str = ""
    urgency: int = 5


@frozen
class Profile:
    """How one house writes, names, dates and publishes.

    `zone` is an IANA time zone name. `acronyms` pairs the English form with the French one. `words` are spelt rightly
    in either language. `variants` are the spelling variants (BCP 47). `boilerplate` and `contacts` are the blocks the
    house approved, their paragraphs parted by line feeds. `checks_terms` says that its `terms` are watched.
    """

    name: str
    title: Bilingual[str] = _NOTHING
    zone: str = "UTC"
    variants: Bilingual[str] = Bilingual("en-GB", "fr-FR")
    spacing: Spacing = Spacing()
    time_form: Bilingual[TimeForm] = Bilingual(TimeForm.COLON, TimeForm.FRENCH)
    style: Style = Style()
    house: House = House()
    acronyms: tuple[Bilingual[str], ...] = ()
    words: tuple[str, ...] = ()
    wants_dateline: bool = False
    wants_sign_off: bool = False
    place: Bilingual[str] = _NOTHING
    country: str = ""
    month_first: bool = False
    boilerplate: tuple[Bilingual[str], ...] = ()
    contacts: tuple[Bilingual[str], ...] = ()
    checks_terms: bool = True
    terms: Termbase = NO_TERMS
