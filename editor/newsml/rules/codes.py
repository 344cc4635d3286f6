"""Codes: aliases declared, codes known, nothing retired. Rules N01 to N06, N40, N41."""

from collections.abc import Iterator

from editor.newsml.paper import IPTC_CATALOGUE, Fault, Item, Level, Paper
from editor.newsml.topics import media_topics
from editor.newsml.vocabulary import CATALOGUE_VERSION, iptc_schemes, known_codes, nar
from editor.words import say


def declared_aliases(paper: Paper) -> Iterator[Fault]:
    """N01, N06: every alias is declared in the item; a code holds one colon (NewsML-G2 2.35, QCodeType)."""
    for item in paper.items:
        told: set[str] = set()
        for element, code in item.codes:
            alias, _, rest = code.partition(":")
            if alias not in item.aliases and alias not in told:
                told.add(alias)
                level = Level.ERROR if item.knows_all else Level.WARNING
                yield paper.fault(
                    "N01",
                    level,
                    element,
                    say("The alias “{alias}” of “{code}” is not declared.", alias=alias, code=code),
                )
            if ":" in rest:
                message = say("“{code}” has two colons; some receivers cannot read such a code.", code=code)
                yield paper.fault("N06", Level.WARNING, element, message)


def catalogues(paper: Paper) -> Iterator[Fault]:
    """N02, N41: an alias means one scheme; scheme addresses end in / or #; catalogues are ones that are known."""
    for item in paper.items:
        known = {alias: scheme.uri for alias, scheme in iptc_schemes().items()} if _refers_to_iptc(item) else {}
        for scheme in item.all("catalog/scheme"):
            alias, uri = scheme.get("alias", ""), scheme.get("uri", "")
            if known.setdefault(alias, uri) != uri:
                message = say("The alias “{alias}” is declared twice, for two different schemes.", alias=alias)
                yield paper.fault("N02", Level.ERROR, scheme, message)
            if not uri.endswith(("/", "#")):
                message = say("The address of the scheme “{alias}” should end in / or #.", alias=alias)
                yield paper.fault("N02", Level.WARNING, scheme, message)
    for ref in paper.root.iter(nar("catalogRef")):
        version = IPTC_CATALOGUE.fullmatch(ref.get("href", "").strip())
        if version is None or not 32 <= int(version[1]) <= CATALOGUE_VERSION:
            message = say(
                "This catalogue is not known here: its codes cannot be checked. IPTC’s newest one known is {version}.",
                version=CATALOGUE_VERSION,
            )
            yield paper.fault("N41", Level.WARNING, ref, message)


def retired_codes(paper: Paper) -> Iterator[Fault]:
    """N03, N05: no scheme or media topic that IPTC has retired, none it does not have."""
    schemes = iptc_schemes()
    media = schemes["medtop"].uri
    for item in paper.items:
        for element, code in item.codes:
            alias, _, rest = code.partition(":")
            uri = item.aliases.get(alias, "")
            scheme = schemes.get(alias)
            if scheme is not None and scheme.retired and scheme.uri == uri:
                message = say("The scheme of “{code}” was retired on {day}.", code=code, day=scheme.retired)
                yield paper.fault("N03", Level.WARNING, element, message)
            if uri != media:
                continue
            topic = media_topics().get(rest)
            if topic is None:
                message = say("The media topic {code} is not in the edition of 2022-09-23.", code=rest)
                yield paper.fault("N05", Level.WARNING, element, message)
            elif topic.retired:
                message = say("The media topic {code} was retired on {day}.", code=rest, day=topic.retired)
                yield paper.fault("N03", Level.WARNING, element, message)


def members(paper: Paper) -> Iterator[Fault]:
    """N04: a code of a small, closed scheme is a member of it."""
    schemes = iptc_schemes()
    for item in paper.items:
        for element, code in item.codes:
            alias, _, rest = code.partition(":")
            if alias in known_codes() and item.aliases.get(alias) == schemes[alias].uri:
                codes, closed = known_codes()[alias]
                if rest not in codes:
                    level = Level.ERROR if closed else Level.WARNING
                    yield paper.fault("N04", level, element, say("“{code}” is not a code of this scheme.", code=code))


def agreeing_concepts(paper: Paper) -> Iterator[Fault]:
    """N40: where a concept is named by code and by address, both name the same one."""
    for item in paper.items:
        for element, code in item.codes:
            uri = element.get("uri")
            if uri and code == element.get("qcode") and item.uri_of(code) not in {"", uri}:
                message = say("“{code}” and “{uri}” are two different concepts.", code=code, uri=uri)
                yield paper.fault("N40", Level.ERROR, element, message)


def _refers_to_iptc(item: Item) -> bool:
    return any(IPTC_CATALOGUE.fullmatch(ref.get("href", "").strip()) for ref in item.all("catalogRef"))


RULES = (declared_aliases, catalogues, retired_codes, members, agreeing_concepts)
