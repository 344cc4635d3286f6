"""House profiles: reads the data files that say how one house writes, names, dates and publishes."""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import count
from pathlib import Path

from editor.assets import resource, resources, user_data
from editor.errors import Unreadable
from editor.formats.files import make_folder, read_bytes, replacing
from editor.model.contact import Contact
from editor.model.language import Bilingual
from editor.model.passage import split_text
from editor.model.profile import House, Profile, Spacing, Style, TimeForm
from editor.model.terms import Known, Termbase
from editor.words import Sentence, say

_LARGEST = 1_000_000
"""Bytes; a profile is a page of text."""
_NOTHING = Bilingual("", "")
_TITLE = r"(?m)^(title\.(?:en|fr)\s*=\s*\"[^\"\n]*?)(?: \(\d+\))?(\")"


def profile_names() -> tuple[str, ...]:
    """Return the names of all profiles there are, the user's own included, in alphabetical order."""
    return tuple(sorted({path.stem for folder in _folders() if folder.is_dir() for path in folder.glob("*.toml")}))


def all_profiles(tell: Callable[[Sentence], object] = lambda _sentence: None) -> tuple[Profile, ...]:
    """Return every profile that can be read, by their names; of a broken one is told what is wrong in it."""
    found = []
    for name in profile_names():
        try:
            found.append(load_profile(name))
        except Unreadable as trouble:
            tell(trouble.sentence)
    return tuple(found)


def load_profile(name: str) -> Profile:
    """Return the profile of this name; the user's own goes before a bundled one of the same name.

    Raises Unreadable, with the file and what is wrong in it, where there is none or it is broken.
    """
    if name not in profile_names():
        reason = say("There is no house profile of this name; there are: {names}.", names=", ".join(profile_names()))
        raise Unreadable(name, reason)
    profile = read_profile(_path_of(name))
    return replace(profile, terms=Termbase(lambda: _terms_of(name))) if profile.checks_terms else profile


def _terms_of(name: str) -> Known:
    from editor.formats.terms import load_terms

    return load_terms(name)


def read_profile(path: Path) -> Profile:
    """Read one profile file. Raises Unreadable with the place and the fault."""
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST + 1)
        if len(raw) > _LARGEST:
            raise Unreadable(path, say("This file is too large for a house profile."))
        text = raw.decode("utf-8")
        data = tomllib.loads(text)
    except OSError as error:
        raise Unreadable(path, say("It cannot be read: {why}.", why=error.strerror or str(error))) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Unreadable(path, say("This is not a house profile: {why}.", why=str(error))) from error
    return _Reader(path, text).profile(path.stem, data)


def copy_profile(name: str) -> Path:
    """Copy a profile into the user's folder under a name of its own, to be changed there; answers where it lies.

    Raises Unreadable where it cannot be read, Unwritable where the copy cannot be written.
    """
    load_profile(name)
    source = read_bytes(_path_of(name), _LARGEST).decode("utf-8")
    folder, taken = user_data() / "profiles", profile_names()
    number = next(number for number in count(1) if _copied(name, number) not in taken)
    target = folder / f"{_copied(name, number)}.toml"
    text = re.sub(_TITLE, lambda found: f"{found[1]} ({number}){found[2]}", source)
    make_folder(folder)
    with replacing(target) as out:
        out.write(text.encode())
    return target


def _copied(name: str, number: int) -> str:
    return f"{re.sub('-[0-9]+$', '', name)}-{number}"


def _path_of(name: str) -> Path:
    return next(path for folder in _folders() if (path := folder / f"{name}.toml").is_file())


def _folders() -> tuple[Path, Path]:
    return user_data() / "profiles", resource("profiles")


def _paragraphs(text: str) -> str:
    """Return the paragraphs of a block, each fit for a passage, without empty ones."""
    return "\n".join(part for part in split_text(text) if part.strip())


class _Reader:
    """Turns the tables of one file into a profile, saying which entry is at fault."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._text_of_file = text

    def _require_zone(self, zone: str) -> None:
        from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise self._fault("zone", say("“{zone}” is not an IANA time zone.", zone=zone)) from error

    def profile(self, name: str, data: Mapping[str, object]) -> Profile:
        zone = self._text(data, "zone", "UTC")
        if not self._path.is_relative_to(resources()):
            # What the program brings along is known to be right, and a start need not load all zones for it.
            self._require_zone(zone)
        place = self._table(data, "place")
        return Profile(
            name=name,
            title=self._pair(data, "title"),
            zone=zone,
            variants=self._pair(data, "variants", Bilingual("en-GB", "fr-FR")),
            spacing=self._spacing(self._table(data, "spacing")),
            time_form=self._pair(data, "time", Bilingual("13:52", "13 h 52")).each(self._time_form),
            style=self._style(self._table(data, "style")),
            house=self._house(self._table(data, "house")),
            acronyms=tuple(self._entry(entry, "acronyms") for entry in self._list(data, "acronyms")),
            words=tuple(self._word(word) for word in self._list(data, "words")),
            wants_dateline=self._flag(data, "wants_dateline"),
            wants_sign_off=self._flag(data, "wants_sign_off"),
            place=self._entry(place, "place") if place else Bilingual("", ""),
            country=self._text(place, "country", ""),
            month_first=self._flag(data, "month_first"),
            boilerplate=self._blocks(data, "boilerplate"),
            contacts=self._blocks(data, "contacts"),
            checks_terms=self._flag(data, "checks_terms", usual=True),
        )

    def _house(self, table: Mapping[str, object]) -> House:
        return House(
            name=self._pair(table, "name"),
            office=self._pair(table, "office"),
            domain=self._text(table, "domain", ""),
            uri=self._text(table, "uri", ""),
            codes=self._text(table, "codes", ""),
            sender=self._text(table, "sender", ""),
            usage=self._pair(table, "usage"),
            holder=self._pair(table, "holder"),
            organisation_code=self._text(table, "organisation_code", ""),
            contact=self._contact(self._table(table, "contact")),
            genre=self._text(table, "genre", ""),
            service=self._text(table, "service", ""),
            urgency=self._urgency(table),
        )

    def _contact(self, table: Mapping[str, object]) -> Contact:
        return Contact(self._pair(table, "name"), self._pair(table, "telephone"), self._pair(table, "email"))

    def _urgency(self, table: Mapping[str, object]) -> int:
        value = table.get("urgency", House().urgency)
        if type(value) is int and 1 <= value <= 9:
            return value
        raise self._fault("urgency", say("1 (most urgent) to 9 is wanted"))

    def _spacing(self, table: Mapping[str, object]) -> Spacing:
        usual = Spacing()
        names = ("before_colon", "before_high_signs", "inside_guillemets", "before_units", "thousands")
        spaces = {name: self._text(table, name, getattr(usual, name)) for name in names}
        for name, space in spaces.items():
            if len(space) > 1 or (space and not (space.isspace() or name == "thousands")):
                raise self._fault(f"spacing.{name}", say("One space is wanted, or nothing."))
        return Spacing(**spaces)

    def _style(self, table: Mapping[str, object]) -> Style:
        usual = Style()
        choices = {"dash": (" – ", "—", " — "), "quotes": ("“", "‘")}
        chosen = {name: self._text(table, name, getattr(usual, name)) for name in choices}
        for name, choice in chosen.items():
            if choice not in choices[name]:
                wanted = ", ".join(f"“{each}”" for each in choices[name])
                raise self._fault(f"style.{name}", say("“{form}” is not one of {forms}.", form=choice, forms=wanted))
        capitals = self._table(table, "capitals")
        return Style(
            dash=chosen["dash"],
            quotes=chosen["quotes"],
            points_inside=self._flag(table, "points_inside"),
            acronym_points=self._flag(table, "acronym_points"),
            title_points=self._flag(table, "title_points") if "title_points" in table else None,
            ize=self._flag(table, "ize"),
            midpoints=self._flag(table, "midpoints"),
            small_functions=self._flag(table, "small_functions"),
            capitals=Bilingual("en", "fr").each(
                lambda language: tuple(self._word(phrase) for phrase in self._list(capitals, language))
            ),
        )

    def _time_form(self, form: str) -> TimeForm:
        try:
            return TimeForm(form)
        except ValueError as error:
            forms = ", ".join(known.value for known in TimeForm)
            raise self._fault("time", say("“{form}” is not one of {forms}.", form=form, forms=forms)) from error

    def _pair(self, table: Mapping[str, object], key: str, usual: Bilingual[str] = _NOTHING) -> Bilingual[str]:
        return self._entry(table[key], key) if key in table else usual

    def _entry(self, entry: object, key: str) -> Bilingual[str]:
        if isinstance(entry, dict) and isinstance(entry.get("en"), str) and isinstance(entry.get("fr"), str):
            return Bilingual(entry["en"], entry["fr"])
        raise self._fault(key, say("A text in each language is wanted: en and fr."))

    def _text(self, table: Mapping[str, object], key: str, usual: str) -> str:
        value = table.get(key, usual)
        if isinstance(value, str):
            return value
        raise self._fault(key, say("A text in quotation marks is wanted."))

    def _blocks(self, data: Mapping[str, object], key: str) -> tuple[Bilingual[str], ...]:
        return tuple(self._entry(entry, key).each(_paragraphs) for entry in self._list(data, key))

    def _flag(self, table: Mapping[str, object], key: str, *, usual: bool = False) -> bool:
        value = table.get(key, usual)
        if isinstance(value, bool):
            return value
        raise self._fault(key, say("true or false is wanted."))

    def _list(self, table: Mapping[str, object], key: str) -> list[object]:
        value = table.get(key, [])
        if isinstance(value, list):
            return value
        raise self._fault(key, say("A list is wanted."))

    def _table(self, table: Mapping[str, object], key: str) -> Mapping[str, object]:
        value = table.get(key, {})
        if isinstance(value, dict):
            return value
        raise self._fault(key, say("A table is wanted."))

    def _word(self, word: object) -> str:
        if isinstance(word, str):
            return word
        raise self._fault("words", say("A list of words in quotation marks is wanted."))

    def _fault(self, key: str, why: Sentence) -> Unreadable:
        line = _line_of(key, self._text_of_file)
        fault = say("{key}: {why}", key=key, why=why)
        return Unreadable(self._path, say("line {line}, {what}", line=line, what=fault) if line else fault)


def _line_of(key: str, text: str) -> int | None:
    """Return the line (from 1) at which an entry of the last part of this name stands first; None where it is not."""
    name = re.escape(key.rpartition(".")[2])
    found = re.search(
        rf"^[^\S\n]*(?:\[+[^\S\n]*(?:[\w.]+\.)?{name}\b|(?:[\w.]+\.)?{name}(?:\.\w+)?[^\S\n]*=)", text, re.MULTILINE
    )
    return text.count("\n", 0, found.end()) + 1 if found else None
