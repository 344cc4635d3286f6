"""Whether words between marks are speech: who says them, what announces them, how they look, what they follow."""

import re
from functools import lru_cache

from editor.text.language import leaning_of
from editor.text.letters import plain
from editor.text.patterns import pattern_of
from editor.text.quotation import Reason
from editor.text.reading import Attribution, Naming, Reading
from editor.text.speech import (
    always_names,
    announces,
    belongs,
    calls,
    describes,
    first_person,
    first_person_start,
    goes_on,
    is_said,
    is_title,
    names_things,
)
from editor.text.stretches import Stretch

_FEW, _SOME, _MANY = 3, 6, 8
"""Words below which, and from which on, a stretch is rather a term, or speech."""
_LONGEST_TITLE = 12
_LONGEST_LEAD = 160
"""Code points before the marks that are looked at."""


class Case:
    """One marked stretch and what is known when it is judged.

    `before` is the quote before it, None where nobody spoke; `resumes` tells that only its attribution lies between.
    `quiet` tells a headline, contact or boilerplate, `heading` a headline or subheading; `signed` that a signature
    stands below.
    """

    def __init__(
        self,
        reading: Reading,
        stretch: Stretch,
        words: str,
        attribution: Attribution | None,
        before: Stretch | None,
        *,
        resumes: bool,
        quiet: bool,
        heading: bool,
        signed: bool,
    ) -> None:
        self.reading = reading
        self.stretch = stretch
        self.inner = plain(words)
        self.words = words.split()
        self.attribution = attribution
        self.before = before
        self.resumes = resumes
        self.quiet = quiet
        self.heading = heading
        self.signed = signed
        self.lead = reading.flat[max(0, stretch.outer - _LONGEST_LEAD) : stretch.outer]

    @property
    def is_small(self) -> bool:
        """Whether the words begin with a small letter, as a part of a sentence does."""
        return self.words[0][:1].islower()

    @property
    def is_attributed(self) -> bool:
        """Whether somebody surely says them, whatever they are."""
        return self.attribution is not None and self.attribution.strong and self.attribution.naming is not Naming.NOBODY

    @property
    def goes_on(self) -> bool:
        """Whether a second clause of the same words of saying leads from the quote before to these."""
        return self.before is not None and goes_on(self.before, self.stretch, self.reading)

    @property
    def follows(self) -> bool:
        """Whether somebody spoke before in this paragraph."""
        return self.before is not None and self.before.end_paragraph == self.stretch.paragraph

    @property
    def is_announced(self) -> bool:
        """Whether the words before the marks announce a title or a term."""
        return announces(self.lead, self.reading.language)

    @property
    def is_named(self) -> bool:
        """Whether the words before the marks make them a name: entitled, « le thème », « a été nommé »."""
        if always_names(self.lead) and self.words[0] != "to":
            return True
        strong = self.attribution is not None and self.attribution.strong
        continues = len(self.words) > _FEW and self.is_small and (self.goes_on or strong)
        return self.is_announced and not continues and not self.is_part_of_speech

    @property
    def is_part_of_speech(self) -> bool:
        """Whether they are, small letters and all, part of a sentence that reports what somebody says."""
        return self.is_attributed and self.is_small and not calls(self.lead)

    @property
    def is_foreign(self) -> bool:
        """Whether they are no sentence, and in another language than the release: the title of a paper, a song."""
        if self.inner[-1:] in ".!?…" or len(self.words) < _SOME:
            return False
        theirs = leaning_of(self.inner)
        if theirs is None or theirs is self.reading.language:
            return False
        return first_person_start(theirs).match(self.inner) is None

    @property
    def is_titled(self) -> bool:
        """Whether they are no sentence, with a capital and an article before them: « sur l’« Évaluation du port » »."""
        first = self.words[0]
        capital = first[:1].isupper() and not first.isupper() and "'" not in plain(first)
        if not capital or self.inner[-1:] in ".!?…," or _ARTICLE_END.search(self.lead) is None:
            return False
        return first_person(self.reading.language).search(self.inner) is None

    @property
    def is_published(self) -> bool:
        """Whether they are said to have come out: « … », publié dans la revue du lac."""
        return _PUBLISHED.match(self.reading.flat, self.stretch.outer_end) is not None

    @property
    def is_enumerated(self) -> bool:
        """Whether only a comma or “and” parts them, small letters and all, from a quote: « vain », « cher »."""
        if self.before is None or not (self.follows and self.is_small):
            return False
        return _ENUMERATING.fullmatch(self.reading.flat, self.before.outer_end, self.stretch.outer) is not None

    @property
    def begins_list(self) -> bool:
        """Whether they are the first of several marked words behind a colon: « il y voit : « A », « B » »."""
        return self.lead.rstrip().endswith(":") and _MORE.match(self.reading.flat, self.stretch.outer_end) is not None

    @property
    def opens_apart(self) -> bool:
        """Whether they are a sentence that opens a paragraph: « Un vrai scandale. » Le syndicat…, « … ». Luc Roy…."""
        if self.is_small or len(self.words) < _FEW or self.reading.flat[: self.stretch.outer].strip(_BULLETS):
            return False
        apart = _APART.match(self.reading.flat, self.stretch.outer_end)
        if apart is None:
            return False
        named = any(each.outer == apart.end() for each in self.reading.mentions)
        return self.inner[-1:] in ".!?…" or (named and apart["stop"] != "")

    @property
    def in_one_breath(self) -> bool:
        """Whether they stand, small letters and all, in the sentence of a quote: “he wants “less” and gets “more””."""
        return (
            self.before is not None
            and self.follows
            and self.is_small
            and not (len(self.words) <= _FEW and belongs(self.lead))
            and not (self.is_announced or calls(self.lead) or always_names(self.lead))
            and not any(self.before.outer_end <= start <= self.stretch.outer for start, _ in self.reading.sentences)
        )


_ENUMERATING = pattern_of(r"[ ,;/]*(?:et |ou |and |or |puis )?")
_PUBLISHED = pattern_of(
    r"[,.]? \(?(?:publiée?s?|parue?s?|éditée?s?|published|appeared|appears)(?: [a-zà-ÿ]+){0,2} "
    r"(?:dans|par|chez|aux|in|by)\b"
)
_MORE = pattern_of(r"(?:, | et | and )[«“\"]")
_APART = pattern_of(r"(?P<stop>[.!?…]?) +(?=[«“\"]?[A-ZÀ-Þ])")


def judge(case: Case) -> Reason | None:
    """Return why marked words are no quote, or None where they are one."""
    if case.attribution is None and len(case.words) > 1 and case.signed:
        return None
    named = _of_things(case)
    if named is not None:
        return named
    spoken = case.attribution
    if spoken is not None and spoken.strong and spoken.shape not in {"frag", "label"}:
        if not case.is_named:
            return _judge_spoken(case, spoken)
        if spoken.shape.startswith(("post", "dash")):
            return None if len(case.words) >= _MANY else Reason.TITLE
    if _is_called(case.lead) or (case.is_named and not case.lead.rstrip().endswith(":")):
        return Reason.TITLE
    return _judge_part(case)


def _of_things(case: Case) -> Reason | None:
    """Return why marked words are what things are called, whoever speaks beside them; None where they may be said."""
    if len(case.words) == 1 and case.words[0].isupper() and case.words[0].isalpha() and len(case.words[0]) > 1:
        return Reason.TERM
    if _EXCLAIMS.match(case.inner) is not None or describes(case.attribution, case.lead):
        return None
    if _is_indefinite(case.lead) and _is_capitalised(case.words):
        return Reason.TITLE
    if case.attribution is not None and case.attribution.verb is None and case.is_foreign:
        return Reason.TITLE
    law = _LAW.search(case.lead)
    if law is not None and not _is_of_somebody(law["verb"], case.attribution):
        return Reason.TERM
    if case.is_titled or _THEME.search(case.lead) is not None:
        return Reason.TITLE
    return None


def _is_of_somebody(verb: str, attribution: Attribution | None) -> bool:
    """Tell whether somebody is the subject of a verb behind the name of a law: « Sur la loi, la ministre précise »."""
    if attribution is None or attribution.verb is None or not attribution.verb.endswith(verb):
        return False
    if attribution.naming is Naming.BODY:
        return _LAW_NAMED.match(plain(attribution.named)) is None
    return attribution.naming is not Naming.NOBODY


def _judge_part(case: Case) -> Reason | None:
    """Judge words that no verb of saying surely introduces: part of somebody’s words, a title, a term."""
    resumed = (case.resumes or case.goes_on) and not (len(case.words) <= _FEW and belongs(case.lead))
    if _is_part(case, resumed=resumed) or (case.in_one_breath and not case.quiet):
        return None
    if case.is_enumerated:
        return None
    if not resumed and (len(case.words) < _FEW or is_title(case.words, case.reading.language)):
        return Reason.TITLE if len(case.words) >= _FEW else Reason.TERM
    if case.attribution is not None and case.attribution.shape in {"frag", "selon"} and _is_name(case):
        return Reason.TITLE
    if case.attribution is not None and (case.attribution.strong or case.attribution.shape == "label"):
        return Reason.TERM if case.quiet and not _is_told(case, case.attribution) else None
    return _judge_alone(case)


def _judge_spoken(case: Case, attribution: Attribution) -> Reason | None:
    """Judge words that a verb of saying gives to somebody: one alone before its verb may be the name of a thing."""
    opinion = (attribution.verb or "-").split()[0].lower() in {"pour", "for"}  # « Pour la CGT, le « vrai » but… »
    enough = len(case.words) > 1 or (attribution.shape.startswith(("post", "selon")) and not opinion)
    if enough or case.is_enumerated or (case.begins_list and case.is_small and attribution.naming is not Naming.NOBODY):
        return None
    return None if is_said(attribution, case.lead, case.words, alone=True) else Reason.TERM


def _is_part(case: Case, *, resumed: bool) -> bool:
    """Tell whether few words are part of what somebody is said to say."""
    if case.attribution is None:
        return False
    if is_said(case.attribution, case.lead, case.words, alone=not resumed):
        return True
    if not case.is_part_of_speech or (case.quiet and not case.heading):
        return False
    return len(case.words) > 1 or not (names_things(case.attribution) or case.is_announced)


def _is_told(case: Case, attribution: Attribution) -> bool:
    """Tell whether a headline gives marked words to somebody: “Ann Bell: “We did it””, « Luc Roy fustige « … » »."""
    if attribution.shape == "label":
        somebody = case.heading and attribution.strong and attribution.naming in {Naming.NAME, Naming.FUNCTION}
        somebody = somebody and attribution.start < case.stretch.outer  # « Un lac pour tous » : Luc Roy nommé directeur
        return len(case.words) >= (_FEW if somebody else _MANY)
    named = attribution.naming in {Naming.NAME, Naming.FUNCTION, Naming.BODY}
    return case.heading and attribution.verb is not None and named


def _judge_alone(case: Case) -> Reason | None:
    """Judge a stretch nothing attributes: a whole sentence is speech, a few words inside a sentence are a term."""
    if case.quiet:
        return Reason.TERM
    if case.is_foreign or case.is_published:
        return Reason.TITLE
    if case.resumes or case.goes_on or case.is_enumerated or case.opens_apart:
        return None
    count = len(case.words)
    whole = case.inner[-1:] in ".!?…" or case.reading.flat[case.stretch.outer_end : case.stretch.outer_end + 1] in ".!?"
    before = case.reading.flat[: case.stretch.outer]
    opens = not before.strip(_BULLETS) or before.rstrip()[-1:] in '.!?:»”"'
    ours = first_person(case.reading.language).search(case.inner) is not None
    if opens and (count > _FEW + 1 if whole or ours else count >= _MANY):
        return None
    if ours and count > _FEW + 1:
        return None
    if opens and whole and count > 1 and _speaks_on(case):
        return None
    return None if case.follows and count >= _SOME else Reason.TERM


_BULLETS = " •-–—"


def _speaks_on(case: Case) -> bool:
    """Tell whether marked words fill a paragraph below one in which somebody speaks."""
    flat, stretch = case.reading.flat, case.stretch
    fills = not flat[: stretch.outer].strip(_BULLETS) and not flat[stretch.outer_end :].strip(" .")
    return fills and case.before is not None and case.before.end_paragraph == stretch.paragraph - 1


def _is_capitalised(words: list[str]) -> bool:
    return bool(words) and words[0][:1].isupper() and len(words) < _LONGEST_TITLE and words[-1][-1] not in ".!?"


def _is_name(case: Case) -> bool:
    """Tell whether a few words with a capital, behind a noun and in the middle of a sentence, are its name."""
    words, lead = case.words, case.lead
    capital = words[0][:1].isupper() and not words[0].isupper() and "'" not in plain(words[0])
    return capital and len(words) <= _SOME and words[-1][-1] not in ".!?…" and _NOUN_END.search(plain(lead)) is not None


_ARTICLE_END = pattern_of(r"(?:^|[ '])(?:l'|d'|(?:le|la|les|du|des|au|aux|the|une?|cette?) )$", re.IGNORECASE)
_NOUN_END = pattern_of(
    r"(?:^|[ '])(?!(?:que|qu|that|de|comme|as|est|sont|is|are|was)\b)[a-zà-ÿ]{4,} ?$|\b(?:du|de la|la|le|the) ?$"
)
_CALLED = pattern_of(
    r"(?:^|[.!?] )(?:le |la |l'|les |son |sa |the |its |their |an? )?(?:titre|intitulé|slogan|devise|nom|thème|surnom|"
    r"mot d'ordre|title|slogan|motto|name|theme|headline|subject|objet)s?\b[^.!?«»“”]{0,60} ?:? ?$",
    re.IGNORECASE,
)
"""A sentence about what something is called: « Le titre de l’étude se veut neutre : « … » »."""


@lru_cache(maxsize=4096)
def _is_called(lead: str) -> bool:
    """Tell whether the words before the marks tell what something is called."""
    return _CALLED.search(lead) is not None or _WORK.search(lead) is not None


_EXCLAIMS = pattern_of(r"(?:Oui|Non|Merci|Bravo|Vive|Jamais|Yes|No|Thanks?|Never)(?=,? [a-zà-ÿ])")
"""How somebody speaks and nothing is called: « lancé un « Vive le lac » », “a firm “No, not now””."""
_THEME = pattern_of(
    r"\b(?:thème|titre|intitulée?s?|slogan|devise|mot d'ordre|theme|title|titled|entitled|slogan|motto)"
    r"(?: (?:de|du|des|of)(?: [\w'-]+){1,4})? ?: ?$",
    re.IGNORECASE,
)
"""What something is called, and a colon: « autour du thème : « … » »."""
_LAW_NOUNS = (
    r"(?:article|loi|code|règlement|décret|directive|constitution|charte|traité|arrêté|alinéa|section|act|law|statute|"
    r"regulation|treaty|charter)\b"
)
_LAW = pattern_of(
    rf"\b{_LAW_NOUNS}[^.;:«»“”]{{0,110}}\b(?P<verb>dispose|stipule|prévoit|énonce|précise|indique|interdit|impose|"
    r"garantit|définit|provides?|states?|stipulates?|reads?)(?: clairement| expressément| clearly)?"
    r"(?:,? (?:que|qu'|that))? ?:? ?$",
    re.IGNORECASE,
)
"""What leads to the words of a law, which nobody says: « L’article 20 de la loi dispose que : « … » »."""
_LAW_NAMED = pattern_of(rf"(?:(?:the|this|la|le|cette|cet?|notre|our) |l'|)(?:[\w-]+ )?{_LAW_NOUNS}", re.IGNORECASE)
_WORK = pattern_of(
    r"(?:^|[.!?•] ?)(?:[Ll]e |[Ll]a |[Ll]'|[Tt]he )?(?:[Éé]tude|[Rr]apport|[Ll]ivre|[Gg]uide|[Aa]rticle|[Vv]idéo|"
    r"[Dd]ossier|[Ee]nquête|[Rr]eport|[Ss]tudy|[Pp]aper|[Bb]ook|[Vv]ideo)(?: [A-Z][\w-]*){0,3} ?: ?$"
)
"""A work, named or not, and a colon: its title follows."""
_INDEFINITE = pattern_of(r"(?:^|[ '])(?:an?|une?) $", re.IGNORECASE)
"""What makes a name of capitalised words behind it: « la tenue d’un « Ségur de la recherche » »."""


def _is_indefinite(lead: str) -> bool:
    return lead[-4:].lower().endswith(_ARTICLES) and _INDEFINITE.search(lead) is not None


_ARTICLES = ("a ", "an ", "un ", "une ")
