"""Has pyconverters-newsml, a reader that shares no code with ours, read messages, and counts what it got whole.

`receivers.py FOLDER`, run by `receivers.sh` in an environment that has it; without its own copy of the title, the text
of a portable body is to be equal, letter by letter. Of a rich one it prints lists and quotes in its own way, so that
there the words are compared, without the numbers it puts before items of a list. Bare items it does not take.
"""

import io
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from pyconverters_newsml.newsml import NewsMLConverter, NewsMLParameters
from starlette.datastructures import UploadFile

NAR = "{http://iptc.org/std/nar/2006-10-01/}"
META = f"{NAR}contentMeta"
HTML = "{http://www.w3.org/1999/xhtml}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ASKED = NewsMLParameters(natures="text,picture", mediatopics_as_categories=True, subjects_as_metadata="medtop")
_TAG = re.compile("<[^>]*>")
"""This reader takes headlines for markup; ours are text, in which anything may stand."""
_WORD = re.compile(r"[^\W\d_]+")


def judged(path: Path) -> Iterator[tuple[str, bool]]:
    """Yield what was compared of each item of a message, and whether it was equal."""
    data = path.read_bytes()
    items = {item.get("guid"): item for item in etree.fromstring(data).iter(f"{NAR}newsItem")}
    found = NewsMLConverter().convert(UploadFile(file=io.BytesIO(data), filename=path.name), ASKED)
    yield "items", {each.identifier for each in found} == set(items)
    for each in found:
        item = items[each.identifier]
        title = next(line.text for line in item.findall(f"{META}/{NAR}headline") if not line.get("role"))
        words = _TAG.sub("", title or "").split()
        if words:
            yield "headline", each.title.split() == words
        yield "language", each.metadata["language"] == item.get(LANG)
        yield "version", each.metadata["version"] == item.get("version")
        yield "urgency", str(each.metadata["urgency"]) == item.findtext(f"{META}/{NAR}urgency")
        body = item.find(f".//{HTML}body")
        if body is None:
            captions = (line.text for line in item.findall(f"{META}/{NAR}description"))
            yield "caption", any(caption in each.text for caption in captions)
            continue
        text, printed = "".join(map(str, body.itertext())), each.text.removeprefix(each.title)
        if "rich" in path.name:
            yield "words of a rich body", _WORD.findall(text) == _WORD.findall(printed)
        else:
            yield "portable body", "".join(text.split()) == "".join(printed.split())
        topics = [each for each in item.iter(f"{NAR}subject") if each.get("qcode", "").startswith("medtop:")]
        yield "topics", bool(each.categories) == bool(topics)


def main(folder: Path) -> int:
    """Print the counts."""
    whole, made = Counter[str](), Counter[str]()
    for path in sorted(folder.glob("*.xml")):
        if "item-" not in path.name:
            for what, is_equal in judged(path):
                made[what] += 1
                whole[what] += is_equal
    for what in made:
        print(f"{what:24} {whole[what]} of {made[what]}")
    return int(whole != made)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
