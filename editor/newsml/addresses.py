"""Addresses: which links may stand in a published text."""

import re
from urllib.parse import urlsplit

_SCHEMES = frozenset({"", "http", "https", "mailto", "tel", "ftp", "urn", "tag", "cid"})
_IGNORED = re.compile("[\\s\x00-\x20\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]")


def is_safe(address: str) -> bool:
    """Whether an address leads to the web, mail, a telephone or a name, and never to what runs.

    Browsers ignore control characters and spaces before and inside the scheme; so does this.
    """
    try:
        return urlsplit(_IGNORED.sub("", address)).scheme.lower() in _SCHEMES
    except ValueError:
        return False
