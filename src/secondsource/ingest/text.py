"""Plain text and Markdown, kept character for character."""

from __future__ import annotations

import re
from collections.abc import Iterable

from secondsource.errors import LimitError
from secondsource.ingest.base import Draft, RawInput
from secondsource.ingest.dates import parse_date
from secondsource.ingest.decode import read_text, unify_newlines
from secondsource.model import Skipped

__all__ = ["MarkdownReader", "TextReader", "split_headline"]

# Longer than any headline, shorter than nearly any paragraph.
_HEADLINE = 160
# A line of this kind stands above or below a headline and is none itself.
_FURNITURE = re.compile(
    r"(?:by|published|updated|posted|last updated|date|source|photo|credit|©|\(c\)|copyright)\b[\s:]|https?://|[#>*|\-+=`~\[]",
    re.IGNORECASE,
)


def split_headline(text: str) -> tuple[str | None, str]:
    r"""Return the headline and the rest, where joining them with a blank line gives ``text`` again.

    A short first line is the headline only where exactly one blank line follows it and the text goes
    on after that; it does not end like a sentence. Otherwise null and the whole text.

    >>> split_headline("Ferry aground\n\nA ferry ran aground.")
    ('Ferry aground', 'A ferry ran aground.')
    >>> split_headline("Ferry aground\nA ferry ran aground.")[0] is None
    True
    """
    line, gap, rest = text.partition("\n\n")
    if not gap or "\n" in line or not rest.strip() or rest[0].isspace():
        return None, text
    if line != line.strip() or not any(char.isalpha() for char in line) or len(line) > _HEADLINE:
        return None, text
    if line.endswith((".", ":", ",", ";")) or _FURNITURE.match(line) or parse_date(line)[0]:
        return None, text
    return line, rest


class TextReader:
    """Reads ``.txt`` and everything that is text and nothing else."""

    name = "text"
    suffixes: tuple[str, ...] = (".txt", ".text", ".log", "")

    def sniff(self, data: bytes) -> bool:
        """Text has no sign of its own: it is what is left."""
        return False

    def read(self, raw: RawInput) -> Iterable[Draft | Skipped]:
        """Return the one report that a text is."""
        # No encoding has more than four bytes a character: the text is too long before it is decoded.
        if len(raw.data) > 4 * raw.limits.max_chars:
            raise LimitError(f"a text of more than {raw.limits.max_chars:,} characters")
        text, notes = read_text(raw.data, declared=raw.charset)
        text, more = unify_newlines(text)
        headline, body = split_headline(text)
        if nuls := text.count("\x00"):
            more = (
                *more,
                f"{nuls} NUL {'character stands' if nuls == 1 else 'characters stand'} in the text",
            )
        return [Draft(text=body, media=self.name, headline=headline, notes=(*notes, *more))]


class MarkdownReader(TextReader):
    """Reads Markdown as the text it is: its marks stay, so that every span selects what the file says."""

    name = "markdown"
    suffixes: tuple[str, ...] = (".md", ".markdown", ".mdown")
