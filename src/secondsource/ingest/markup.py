"""Text fields of records that hold HTML: content systems export articles that way."""

from __future__ import annotations

import re
from typing import Any

__all__ = ["has_markup", "is_too_deep", "without_markup"]

# Closing tags and line breaks that no plain text has; a lone "<b" or "a < b" is none of them.
_TAG = re.compile(
    r"</(?:p|div|a|b|i|em|strong|span|ul|ol|li|h[1-6]|blockquote|figure|table|section)>|<br\s{0,4}/?>",
    re.IGNORECASE,
)
_BLOCKS = frozenset(
    "p div br li ul ol h1 h2 h3 h4 h5 h6 blockquote tr table section article figure figcaption header footer hr pre".split()
)
# libxml2 stops at 256 elements inside each other.
_DEEPEST = 250
# NUL ends a text for the parser.
_CONTROL = re.compile("\x00")
_SILENT = frozenset({"script", "style", "template", "noscript"})


def has_markup(text: str) -> bool:
    """Whether a text is HTML rather than plain."""
    return _TAG.search(text) is not None


def without_markup(text: str) -> str:
    r"""Return the text of an HTML fragment, a paragraph a line; scripts and styles are left out.

    >>> without_markup("<p>A ferry &amp; a ship.</p><p>Nobody<br>was hurt.</p>")
    'A ferry & a ship.\nNobody\nwas hurt.'
    """
    # The parser of the standard library takes time with the square of unclosed tags; libxml2's does not.
    from trafilatura import load_html

    tree = load_html(f"<html><body><div>{_CONTROL.sub('', text)}</div></body></html>")
    if tree is None or is_too_deep(tree):
        return text
    for element in list(tree.iter()):
        # Comments and processing instructions have a function for a tag.
        if element.tag in _SILENT or not isinstance(element.tag, str):
            element.clear(keep_tail=True)
        elif element.tag in _BLOCKS:
            element.text = f"\n{_one_line(element.text)}"
            element.tail = f"\n{_one_line(element.tail)}"
        else:
            element.text, element.tail = _one_line(element.text), _one_line(element.tail)
    lines = (" ".join(line.split()) for line in "".join(tree.itertext()).split("\n"))
    return "\n".join(line for line in lines if line)


def is_too_deep(tree: Any) -> bool:
    """Whether a parsed page reaches the depth at which libxml2 drops what follows."""
    return bool(tree.getroottree().xpath("/*" * _DEEPEST))


def _one_line(text: str | None) -> str:
    """Line ends of the source are spaces in HTML."""
    return (text or "").replace("\n", " ")
