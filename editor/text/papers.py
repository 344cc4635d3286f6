"""Quotes that stand in a paper, and quotes that bring their verb: « …, peut-on lire dans le texte du port »."""

import re
from functools import lru_cache

from editor.model.language import Language
from editor.text.patterns import pattern_of
from editor.text.reading import Attribution, Naming, Reading
from editor.text.subjects import bare_body, is_object, named_by

_PAPERS = {
    Language.EN: pattern_of(
        r"[\s,–—-]*(?P<verb>reads?) (?P<words>(?:the|an?|its|their|his|her) (?:[\w-]+ ){0,3}?"
        r"(?:statement|release|letter|report|note|message|petition|motion|resolution|memo|text)(?: [\w'&-]+){0,9})"
        r"(?=[.,;]|$)"
    ),
    Language.FR: pattern_of(
        r"[\s,–—-]*(?P<verb>(?:peut|pouvait|pourra)-on (?:y )?lire|(?:y )?lit-on|"
        r"est-il (?:écrit|précisé|indiqué|mentionné|expliqué|souligné|stipulé|ajouté)|"
        r"fait-on (?:savoir|valoir|remarquer)|[a-zà-ÿ]+(?:-t)?-on)"
        r" (?:dans|sur|à|au|aux|chez|du côté d[eu]s?|auprès d[eu]s?) "
        r"(?P<words>(?:la |le |les |l'|une? |son |sa )?[\w'&-]+(?: [\w'&-]+){0,9})(?=[.,;]|$)"
    ),
}
_FRAME = pattern_of(
    r"(?:(?:Dans|Par|Via|Sur|In|On|Through|Via) (?:une?|son|sa|leur|an?|its|their|the) [^,;:.]{3,60}, )"
    r"(?P<words>(?:the |an? |les? |la |l')?[\w&-]+(?:[ '][\w&-]+){0,8}) ?",
    re.IGNORECASE,
)
_SMALL = pattern_of(r"[«“\"„]\s*[a-zà-ÿœ]+[a-zà-ÿœ']* ")


def written(reading: Reading, start: int, stop: int) -> Attribution | None:
    """Read “…”, reads the statement from X; « … », peut-on lire dans le communiqué de X; « … », fait-on savoir à X."""
    match = _PAPERS[reading.language].match(reading.flat, start, stop)
    if match is None:
        return None
    words = reading.text[match.start("words") : match.end("words")]
    return Attribution(match.start("verb"), match.end(), "post", Naming.BODY, bare_body(words), verb=match["verb"])


@lru_cache(maxsize=2048)
def without_verb(reading: Reading, begin: int, opener: int) -> Attribution | None:
    """Read a subject that stands right before a quote which brings its verb: « M. X « regrette cet échec » »."""
    if _SMALL.match(reading.flat, opener) is None:
        return None
    end = begin + len(reading.flat[begin:opener].rstrip())
    for mention in reading.mentions:
        if begin <= mention.start and end in {mention.end, mention.after} and not is_object(reading, mention):
            return named_by(mention, mention.outer, end, "frag", None)
    frame = _FRAME.fullmatch(reading.flat, begin, opener)
    if frame is None:
        return None
    words = bare_body(reading.text[frame.start("words") : frame.end("words")])
    return Attribution(frame.start("words"), frame.end("words"), "frag", Naming.BODY, words)
