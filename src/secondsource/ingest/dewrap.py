"""Lines of a printed page → paragraphs.

The rule, applied to PDF only:

- a hyphen at the end of a line, between a letter and a small letter, was set by the typesetter: it
  goes, and the word is joined ("contain-/ers" → "containers"); a soft hyphen always goes;
- a line that ends well before the longest lines of its page and like a sentence, or before an empty
  line, ends a paragraph; every other line end becomes a space;
- a paragraph may run over the end of a page.
"""

from __future__ import annotations

import re

__all__ = ["dewrap"]

_HYPHEN = re.compile(r"(?<=[^\W\d_])[\u00ad\u2010-]$")
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]]*$")
# A full line of a ragged column is hardly ever shorter than this share of the page's long lines.
_FULL = 0.8


def dewrap(pages: list[str]) -> str:
    r"""Return the text of the pages, paragraphs separated by a newline.

    >>> dewrap(["The ferry had contain-\ners on board."])
    'The ferry had containers on board.'
    """
    paragraphs: list[str] = []
    current = ""
    for page in pages:
        lines = [" ".join(line.split(" ")).strip(" \t\f\x02") for line in page.splitlines()]
        long = _long(lines)
        for line in lines:
            if not line:
                paragraphs, current = _close(paragraphs, current)
                continue
            current = _join(current, line)
            if len(line) < _FULL * long and _SENTENCE_END.search(line):
                paragraphs, current = _close(paragraphs, current)
    return "\n".join(_close(paragraphs, current)[0])


def _close(paragraphs: list[str], current: str) -> tuple[list[str], str]:
    if current:
        paragraphs.append(current)
    return paragraphs, ""


def _join(before: str, line: str) -> str:
    if not before:
        return line
    if _HYPHEN.search(before):
        if before[-1] == "\u00ad" or line[0].islower():
            return before[:-1] + line
        # "Kim Jong-/Un": the hyphen is the word's own.
        return before + line
    return f"{before} {line}"


def _long(lines: list[str]) -> int:
    """Return the length of a long line: the ninth tenth of all."""
    lengths = sorted(len(line) for line in lines if line)
    return lengths[int(len(lengths) * 0.9)] if lengths else 0
