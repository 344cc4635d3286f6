"""Houses that speak in a release: their names, and the kinds they are called by: « l’association », “the charity”."""

import re
from collections.abc import Collection, Sequence
from functools import cache, lru_cache

from editor.model.language import Language
from editor.text.countries import is_state
from editor.text.letters import CAPITAL, plain
from editor.text.lexicon import alternatives, table, words
from editor.text.offices import is_stop
from editor.text.patterns import pattern_of
from editor.text.saying import Manner, find_sayings
from editor.values import frozen


@frozen
class House:
    """A house named in a paragraph: its name, the kind of house it is ("" where untold), its short form in brackets.

    `issuer` tells that a heading names it: “About Roads Ltd”.
    """

    name: str
    kind: str
    short: str = ""
    issuer: bool = False


def kind_of(phrase: str) -> str:
    """Return the noun by which words call a house: “charity” of “the charity”, "" where they call none so."""
    bare = _ARTICLE.sub("", plain(phrase).strip().lower())
    noun = bare.split(" ", 1)[0]
    return noun if noun in words("titles", "houses") else ""


def is_house(phrase: str) -> bool:
    """Tell whether words are a house called by its kind: “the charity”, « l'association »."""
    return kind_of(phrase) != ""


class Houses:
    """The houses of one release, read once."""

    def __init__(self, paragraphs: Sequence[str], language: Language, people: Collection[str]) -> None:
        self._paragraphs = paragraphs
        self._language = language
        self._people = people
        self._named = [
            (index, house)
            for index, text in enumerate(paragraphs)
            for house in houses_in(text, language)
            if house.name not in people
        ]

    def called(self, phrase: str, paragraph: int) -> str:
        """Return the full name of the house that words of a paragraph mean; "" where none is known.

        Short forms are told in full; « l'association » is the one named last of that kind, then one of a like kind,
        then the one the text is “about”.
        """
        whose = document_of(phrase) or (self._wrote(paragraph) if _PAPER.fullmatch(plain(phrase)) else "")
        bare = plain(_ARTICLE.sub("", whose or phrase)).strip().removeprefix("ONG ").removeprefix("NGO ")
        for _, house in self._named:
            if bare in {house.short, plain(house.name)}:
                return house.name
        if whose and " " in bare:
            return whose
        spelt = self._of_letters(bare)
        if spelt:
            return spelt
        kind = "" if _PLURAL.match(plain(phrase)) else kind_of(whose or phrase)
        if not kind or (bare[:1].isupper() and any(word[:1].isupper() for word in bare.split()[1:])):
            return whose
        like = next((group for group in _groups() if kind in group), frozenset())
        near = sorted(self._named, key=lambda each: (each[0] > paragraph, abs(each[0] - paragraph)))
        near = [each for each in near if each[1].name[:1].isupper() or not _EPITHET.fullmatch(each[1].name)]
        same = [house.name for _, house in near if house.kind == kind]
        alike = [house.name for _, house in near if house.kind in like]
        issuers = [house.name for _, house in self._named if house.issuer]
        office = self._office(kind, paragraph) if bare.lower() == kind else ""
        speaking = self._speaking(paragraph) if like and kind not in _powers() else ""
        found = next((name for name in (*same, office, speaking, *alike, *issuers) if name), "")
        if found or whose or kind not in _firms():
            return found or whose
        return _heading_of(self._paragraphs[0], self._people)

    def _of_letters(self, short: str) -> str:
        """Return the one house whose words begin with the letters of a short form: « UE » of « Union européenne »."""
        if not (short.isupper() and short.isalpha() and len(short) > 1):
            return ""
        found = {house.name for _, house in self._named if _shortened_to(house.name, short) == house.name}
        return found.pop() if len(found) == 1 else ""

    def _office(self, kind: str, paragraph: int) -> str:
        """Return the full name of « la préfecture », written small: « préfecture de la Drôme », last before a place."""
        named = re.compile(
            rf"(?<![\w-])(?:{kind}|{kind.capitalize()})(?: [a-zà-ÿ]+(?:{_ADJECTIVES}))?"
            rf" (?:de la |de l'|du |des |de |d'){CAPITAL}[\w'-]*"
            rf"(?: (?:(?:et|de|du|des|de la|à) |et des |et de l'|de l'|d')*{CAPITAL}[\w-]*)*"
        )
        near = sorted(range(len(self._paragraphs)), key=lambda index: (index > paragraph, abs(index - paragraph)))
        for index in near:
            match = named.search(plain(self._paragraphs[index]))
            if match is not None:
                return self._paragraphs[index][match.start() : match.end()]
        return ""

    def _speaking(self, paragraph: int) -> str:
        """Return the house that announces or says something by its name alone, last before a paragraph."""
        near = sorted(range(len(self._paragraphs)), key=lambda index: (index > paragraph, abs(index - paragraph)))
        for index in near:
            for name in reversed(names_that_say(self._paragraphs[index], self._language)):
                if not is_state(name) and not any(set(name.split()) & set(each.split()) for each in self._people):
                    return name
        return ""

    def spelt_out(self, name: str) -> str:
        """Return the longer name of which a house’s name is the beginning: “Amnesty International” of “Amnesty”."""
        said = {each for text in self._paragraphs for each in names_that_say(text, self._language)}
        longer = {each for each in said | {house.name for _, house in self._named} if each.startswith(f"{name} ")}
        return longer.pop() if len(longer) == 1 else ""

    def _wrote(self, paragraph: int) -> str:
        """Return whose statement was named last before a paragraph: “according to a European Council statement”."""
        for text in reversed(self._paragraphs[: paragraph + 1]):
            match = next(iter(_OWNED_PAPER.finditer(plain(text))), None)
            if match is not None:
                found = next(group for group in ("before", "behind") if match[group])
                return text[match.start(found) : match.end(found)]
        return ""


@lru_cache(maxsize=2048)
def names_that_say(text: str, language: Language) -> tuple[str, ...]:
    """Return the names of one paragraph that open a sentence as the subject of a verb of saying: “Norvane said”."""
    flat = plain(text)
    found = []
    for saying in find_sayings(text, language):
        match = _SAYS.search(flat, max(0, saying.start - _LONGEST_NAME), saying.start)
        if match is not None and saying.manner is Manner.FINITE:
            first = _ELIDED.sub("", match["name"]).split(" ", 1)[0]
            if first[:1].isupper() and not is_stop(first, language) and first not in words("titles", "openers"):
                found.append(_BY_KIND.sub("", text[match.start("name") : match.end("name")]))
        behind = _SAID_BY.match(flat, saying.end) if match is None else None
        if behind is not None and saying.manner is Manner.FINITE and not is_house(behind["name"]):
            found.append(text[behind.start("name") : behind.end("name")])
    return tuple(found)


def _heading_of(headline: str, people: Collection[str]) -> str:
    """Return whom a headline is about that begins with a name and a colon: “Roads Ltd: profit doubles”."""
    match = _HEADING.match(plain(headline))
    return match["name"] if match is not None and match["name"] not in people else ""


def is_paper(phrase: str) -> bool:
    """Tell whether words are a paper that speaks for whoever wrote it: « le communiqué », “the statement”."""
    return _PAPER.fullmatch(plain(phrase).strip()) is not None


def is_release(phrase: str) -> bool:
    """Tell whether words are a text that speaks for its house alone: « le communiqué », “the statement from X”."""
    return _RELEASE.match(plain(phrase).strip()) is not None


_RELEASE = pattern_of(
    r"(?:the |this |le |ce |son |its )?(?:joint )?(?:communiqué|(?:press )?release|(?:press )?statement)\b",
    re.IGNORECASE,
)


def document_of(phrase: str) -> str:
    """Return whose paper speaks: “Roads Ltd” of “the statement from Roads Ltd”, "" where it is no paper."""
    match = _DOCUMENT.fullmatch(plain(phrase).strip())
    if match is None:
        return ""
    found = "whose" if match["whose"] else "owner"
    return phrase.strip()[match.start(found) : match.end(found)]


@lru_cache(maxsize=2048)
def houses_in(text: str, language: Language) -> tuple[House, ...]:
    """Return the houses one paragraph names, in the order of the text."""
    flat = plain(text)
    found: list[tuple[int, House]] = []
    heading = _ABOUT.match(flat)
    if heading is not None and len(flat) < _LONGEST_HEADING:
        name = _BEHIND_NAME.split(text[heading.end() :], maxsplit=1)[0].strip(" :.")
        found.append((heading.end(), House(name, kind_of(name), issuer=True)))
    patterns = [_called(), _named_by_kind(language), _apposed(language)]
    if language is Language.FR:
        patterns.append(_foreign())
    for pattern in patterns:
        matches = [match for match in pattern.finditer(flat) if _belongs_together(match, language)]
        found += [(match.start("name"), _house(text, match, language)) for match in matches]
    found += [each for bracket in _SHORT.finditer(flat) if (each := _before(text, flat, bracket)) is not None]
    found.sort(key=lambda each: each[0])
    return tuple(house for _, house in found)


def _belongs_together(match: re.Match[str], language: Language) -> bool:
    """Tell whether a kind belongs to the name behind it, and the name is more than the kind."""
    groups = match.groupdict()
    between = (groups.get("between") or "").split()
    if "between" not in groups and _LOCATED.search(match.string, max(0, match.start() - 8), match.start("name")):
        return False
    if any(is_stop(word, language) for word in between) or (between and _JOINT.fullmatch(between[-1])):
        return False
    bare = _ARTICLE.sub("", match["name"])
    if (
        language is Language.FR
        and " " not in bare
        and bare.endswith(("é", "ée", "és", "ées"))
        and "between" not in groups
    ):
        return False  # « Sollicitée, la direction assure »
    if bare.split(" ", 1)[0] in words("titles", "openers"):
        return False
    return (
        bare.lower() != (groups.get("kind") or "").lower()
        and not is_state(bare)
        and bare.split(" ", 1)[0] not in _CONTINENTS
    )


def _house(text: str, match: re.Match[str], language: Language) -> House:
    short = _SHORT.match(plain(text), match.end("name"))
    end = match.end("name")
    verb = next((each for each in find_sayings(text, language) if match.start("name") < each.start < end), None)
    end = verb.start if verb is not None and verb.manner is Manner.FINITE else end
    name = _ARTICLE.sub("", text[match.start("name") : end]).rstrip(" ,.")
    kind = (match.groupdict().get("kind") or "").lower()
    shortened = (_shortened_to(name, short[1]) if short is not None else "") or name
    return House(shortened, kind if shortened == name else kind_of(shortened), short[1] if short else "")


def _before(text: str, flat: str, bracket: re.Match[str]) -> tuple[int, House] | None:
    """Return the words before a short form in brackets whose first letters it is: “Human Rights Watch (HRW)”."""
    start = max(0, bracket.start() - _LONGEST_NAME)
    words = flat[start : bracket.start()]
    name = _shortened_to(words, bracket[1])
    if not name[:1].isupper():
        return None
    begin = bracket.start() - len(name)
    return begin, House(text[begin : bracket.start()], kind_of(name), bracket[1])


def _shortened_to(name: str, short: str) -> str:
    """Return the end of words of which a short form is the first letters, "" for none: « Banque du Gor (BG) »."""
    words = list(re.finditer(r"[\w-]+", plain(name)))
    for first in (index for index, word in enumerate(words) if _JOINT.fullmatch(word.group().lower()) is None):
        rest = [word.group() for word in words[first:] if _JOINT.fullmatch(word.group().lower()) is None]
        if "".join(word[0] for word in rest).lower() == short.lower():
            return name[words[first].start() :]
    return ""


_CONTINENTS = frozenset(
    ["Afrique", "Europe", "Asie", "Amérique", "Océanie", "Africa", "Asia", "America", "Oceania", "Monde", "World"]
)
_JOINT = pattern_of(
    r"d[eu]s?|[dl]'?|l[ae]s?|à|aux?|en|par|pour|avec|sans|su[rs]|sous|chez|et|ou|dans|"
    r"of|the|to|in|on|at|by|for|with|and|or|from|into"
)
_LOCATED = pattern_of(r"(?:^|[ ])(?:[AÀà]|[Aa]u|[Ee]n|[Dd]ans|[Ii]n|[Aa]t|[Ff]rom|[Nn]ear) $")
_ELIDED = pattern_of(r"^[LDCSNJ]'")
_BY_KIND = pattern_of(r"^(?:[LD]['’])?(?:ONG |NGO )?")
_PLURAL = pattern_of(r"(?:les|ces|des|plusieurs|leurs|nos|certaines?s?|these|several|some|both|many) ", re.IGNORECASE)
_SAYS = pattern_of(
    rf"(?:^|[.!?…»”] |\n)(?P<name>{CAPITAL}[\w&'.-]*"
    rf"(?: (?:(?:of|for|and|de|du|des|la|et) |d'|& )*{CAPITAL}[\w&'-]*){{0,4}})"
    r"(?: \([^)]{2,30}\)| SA| SE| plc| Inc\.?)?(?:,[^.;:]{2,80},)? $"
)
_SAID_BY = pattern_of(
    rf" (?:l'|la |le )?(?P<name>{CAPITAL}[\w&.-]*"
    rf"(?: (?:(?:de|du|des|la|et|of|for|and) |d'|& )*{CAPITAL}[\w&-]*){{0,4}})"
    r"(?=[.,;]|$| \(| dans | dans son| in | sur | lors )"
)
_EPITHET = pattern_of(r"[\w-]+ (?:onusien|européen|international|mondial|gouvernemental|local|national)n?e?")
"""What is no name of a house but says of what sort it is: « l’organisation onusienne »."""
_LONGEST_HEADING, _LONGEST_NAME = 90, 120
_HEADING = pattern_of(rf"(?P<name>{CAPITAL}[\w&'-]*(?: {CAPITAL}[\w&'-]*){{0,3}}) ?: ")
_ARTICLE = pattern_of(
    r"^(?:the |our |its |an? |les? |la |l['’]|cette |cet |ce |notre |une? |du |de la |des )", re.IGNORECASE
)
_BEHIND_NAME = pattern_of(r" (?:--?|[–—|]) | ?[(<]?(?:https?://|www\.)")
"""What follows a name in a heading and is no part of it: “About Harbour Relief -- https://example.org”."""
_ABOUT = pattern_of(r"(?:[ÀA] propos (?:de la |de l'|du |des |de |d')|About (?:the )?)", re.IGNORECASE)
_SHORT = pattern_of(r" \(([A-Z][\w&.-]{1,9})\)")
_DOCUMENT = pattern_of(
    r"(?:the |an? |its |le |la |les |l'|une? |son |sa )?(?:communiqué|texte|rapport|étude|note|lettre|déclaration|"
    r"résolution|site|sites|page|compte|blog|blogue|portail|tweet|message|courriel|mail|billet|publication|post|vidéo|"
    r"tribune|tract|motion|pétition|arrêté|décret|plainte|brochure|bulletin|compte rendu|procès-verbal|"
    r"statement|report|letter|note|study|press release|release|communiqué de presse|communiqué commun|"
    r"website|web site|web page|blog post|account|message|email|petition|memo|notice|bulletin|posting)"
    r"(?: [\w-]+)?(?: [a-zéèê]+)?"
    r" (?:from |of |by |de la |de l'|du |des |de |d')(?:the )?(?P<whose>[\w].*)|"
    r"(?:the )?(?P<owner>[\w].*?)'s? (?:(?:official|own|latest|annual|recent|joint|press|web|social media|Twitter) )*"
    r"(?:website|site|page|account|blog|statement|report|letter|release|study|message|bulletin|notice|memo)",
    re.IGNORECASE,
)
_PAPER = pattern_of(
    r"(?:the |an? |its |le |la |l'|un |une |son |ce |cette |this )?(?:joint |same )?"
    r"(?:communiqué(?: de presse)?|texte|rapport|note|lettre|déclaration|statement|report|letter|(?:press )?release)",
    re.IGNORECASE,
)
_NAME = (
    rf"(?<!\w)(?!(?:[LD]'|ONG |NGO ))(?:{CAPITAL}[\w&'.-]*)"
    rf"(?: (?:(?:of|for|the|and|de|du|des|la|le|les|et|sans) |d'|& )*{CAPITAL}[\w&'-]*)*"
)
_CAPITALS = rf"{CAPITAL}[\w&-]*(?: {CAPITAL}[\w&-]*){{0,5}}"
_STATE_BODIES = "ministère|préfecture|mairie|direction|présidence|parquet|tribunal|cour|conseil|chambre|secrétariat"
_OWNED_PAPER = pattern_of(
    rf"\b(?:[Aa]n?|[Tt]he) (?P<before>{_CAPITALS}) (?:statement|report|press release|letter)\b|"
    r"(?:communiqué|rapport|lettre|déclaration|statement|report|letter) "
    rf"(?:de la |de l'|du |de |d'|of the |of |from the |from |by )(?P<behind>{_CAPITALS}|"
    rf"(?:{_STATE_BODIES}) (?:de la |de l'|du |des |de |d'){_CAPITALS})"
)


@cache
def _called() -> re.Pattern[str]:
    """Match « l'ONG Port ouvert », “the charity Open Port”: the noun in small letters, up to six words, the name."""
    return re.compile(
        rf"(?<!\w)(?:[LlDd]')?(?P<kind>{_kinds()}|ONG|NGO)(?P<between>(?: [a-zà-ÿœ'-]+){{0,6}}) (?P<name>{_NAME})"
    )


@cache
def _named_by_kind(language: Language) -> re.Pattern[str]:
    """Match names with their kind inside: « Fédération romande de voile », “Lake Valley Trust”, “Council of Europe”."""
    kinds = alternatives(kind[:1].upper() + kind[1:] for kind in table("titles")["houses"])
    capital = rf"{CAPITAL}[\w&'-]*"
    if language is Language.EN:
        behind = rf"(?: (?:of|for|on) (?:the )?{capital}(?: {capital})*){{0,3}}"
        return re.compile(rf"(?P<name>(?:{capital} ){{0,6}}(?P<kind>{kinds}){behind})(?![\w'-])")
    joint = (
        r"(?:(?:de la|des|du|de|et|et des|pour la|pour le|pour les|pour|contre le|contre la|contre les|sur les) |"
        r"(?:(?:de |pour |contre |sur )?l'|d'))"
    )
    word = rf"{joint}(?:{CAPITAL}|[a-zà-ÿœ])[\w'-]*(?![\w'-])"
    adjective = rf"[a-zà-ÿœ-]+(?:{_ADJECTIVES})s?(?![\w'-])"
    return re.compile(rf"(?<![\w-])(?:[LlDd]')?(?P<name>(?P<kind>{kinds})(?: {capital}| {word}| {adjective}){{1,8}})")


@cache
def _foreign() -> re.Pattern[str]:
    """Match English names in French: « Elior Group », « Nordis Bank »."""
    kinds = "Group|Groupe|Bank|Company|Foundation|Trust|Society|Institute|Council|Network|Alliance|Holding|Airlines"
    return re.compile(rf"(?:(?<![\w'-])|(?<=[dl]'))(?P<name>(?:{CAPITAL}[\w&-]*'? ){{1,3}}(?P<kind>{kinds}))(?![\w'-])")


_ADJECTIVES = (
    "ale|aux|al|elle|el|aise|ais|enne|en|ique|iques|aire|aires|ive|if|aine|ain|ée|é|ande|ole|ine|iste|ière|ier|ise"
)


@cache
def _apposed(language: Language) -> re.Pattern[str]:
    """Match a name and what the house is behind a comma: « Port ouvert, une association de riverains »."""
    articles = {Language.EN: "the |an? ", Language.FR: "les? |la |l'|une? "}[language]
    short = r"(?: \([A-Z][\w&.-]{1,9}\))?"
    return re.compile(
        rf"(?P<name>{_NAME}){short}, (?:{articles})?(?:(?!whose |dont )[\w-]+ ){{0,2}}?(?P<kind>{_kinds()})(?![\w-])"
    )


@cache
def _kinds() -> str:
    return alternatives(table("titles")["houses"])


def _powers() -> frozenset[str]:
    return _groups()[2]


def _firms() -> frozenset[str]:
    return _groups()[1]


@cache
def _groups() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(group) for group in table("titles")["houses_alike"])
