"""Generated directories: people, organisations and approved texts, with all that lists are known to lose."""

from generated import pairs
from hypothesis import strategies as st

from editor.model.directory import Block, BlockKind, Directory, Organisation, columns_of, entry_of
from editor.model.language import Bilingual
from editor.model.people import Gender, Participant

_words = st.text(st.sampled_from("aéœ’ćŁ \u00a0\u202f;,|\"'=+-@\tß😀0"), max_size=12)
_names = pairs(_words.map(str.strip)).filter(lambda pair: pair.en or pair.fr)
_functions = st.lists(pairs(_words.map(str.strip)).filter(any), max_size=3).map(tuple)
_texts = st.lists(_words, max_size=4).map("\n".join)

people = st.builds(
    Participant,
    id=st.just(""),
    name=_names,
    functions=_functions,
    organisation=pairs(_words),
    country=st.sampled_from(["", "BE", "XK"]),
    honorific=pairs(_words),
    gender=st.sampled_from([None, *Gender]),
    aliases=st.lists(_words, max_size=2).map(tuple),
    code=_words,
)
organisations = st.builds(Organisation, st.just(""), _names, pairs(_words))
blocks = st.builds(Block, st.just(""), st.sampled_from(BlockKind), _names, pairs(_texts))


def _canonical(entry):
    """As entries are once they were entered: trimmed, in single lines."""
    columns = columns_of(entry)
    if not Bilingual(columns.get("name_en", "").strip("\t "), columns.get("name_fr", "").strip("\t ")):
        return None
    return entry_of(columns)


directories = (
    st.lists(st.one_of(people, organisations, blocks).map(_canonical), min_size=1, max_size=6).map(tuple).map(Directory)
)
