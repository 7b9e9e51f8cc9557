"""What a web address or a file's name says, where nothing better does."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

__all__ = ["date_of_name", "date_of_url", "outlet_of_url"]

_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_./]?)(\d\d)\2(\d\d)(?!\d)")
_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)")


def outlet_of_url(url: str) -> str | None:
    """Return the registrable name of the address's host ("bbc.co.uk"), or null.

    An address by number, or a name without a dot, names no outlet.
    """
    try:
        host = (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return None
    if "." not in host or ":" in host or host.rsplit(".", 1)[-1].isdigit():
        return None
    from tld import get_fld

    known = get_fld(url, fail_silently=True)
    return str(known) if known else ".".join(host.split(".")[-2:])


def date_of_url(url: str | None) -> str | None:
    """Return the day in the path of an address ("/2031/03/04/"), or null."""
    if url is None:
        return None
    try:
        path = urlsplit(url).path
    except ValueError:
        return None
    match = _URL_DAY.search(path)
    return f"{match[1]}-{match[2]:0>2}-{match[3]:0>2}" if match else None


def date_of_name(name: str) -> str | None:
    """Return the day in a file's name ("2031-03-04-ferry.txt"), or null; never its time of change."""
    if "://" in name:
        return None
    match = _DAY.search(name)
    return f"{match[1]}-{match[3]}-{match[4]}" if match else None
