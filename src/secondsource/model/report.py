"""`Report`: one version of one article of one outlet. `Skipped`: an input that gave none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

__all__ = ["DateSource", "Provenance", "Report", "Skipped"]

DateSource = Literal["input", "given", "inferred", "unknown"]
"""Where `published_at` comes from: the input itself, the user, the report's own text, nowhere."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """How a report's text came to be; never holds a directory or a user's name.

    Attributes:
        name: Base name of the file, or the URL, or ``-`` for standard input.
        sha256: Hash of the raw bytes of the input, in hex.
        media: ``text``, ``markdown``, ``html``, ``json``, ``csv``, ``pdf``, ``docx`` or ``story``.
        extractor: What made the text from the bytes, with its version (``trafilatura 2.3.1``), or null.
        notes: What was done or lost on the way, in words for the user ("a byte order mark was dropped").
    """

    name: str
    sha256: str
    media: str
    extractor: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One version of one article of one outlet.

    Attributes:
        id: Hash of outlet, date and text, or the id that a story file gives.
        text: The body. Paragraphs are separated by a newline or a blank line, as they came.
        headline: Null where the input has none that is apart from the body.
        published_at: ISO 8601: a day (``2031-03-04``) or a time with its zone; null where unknown.
        date_source: Where ``published_at`` comes from.
        outlet: Who published it; null where unknown. ``publisher`` is the family it belongs to.
        credit: Agency named in a credit line ("(AP)", "Reuters contributed"), or null.
        dateline: "KESTREL, June 18" as the text has it, or null.
        language: ISO 639-1 code, or null.
        version_of: Id of the report that this one is a later version of, or null.
        also_in: Ids of other stories that the report tells too (story files only).
    """

    id: str
    text: str
    headline: str | None = None
    outlet: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = "en"
    published_at: str | None = None
    date_source: DateSource = "unknown"
    dateline: str | None = None
    byline: str | None = None
    credit: str | None = None
    version_of: str | None = None
    also_in: tuple[str, ...] = ()
    provenance: Provenance = field(default_factory=lambda: Provenance("-", "", "text"))

    @property
    def full_text(self) -> str:
        """What every span of this report selects from: headline, blank line, text."""
        return self.text if self.headline is None else f"{self.headline}\n\n{self.text}"

    @property
    def body_start(self) -> int:
        """Offset in ``full_text`` at which ``text`` begins."""
        return 0 if self.headline is None else len(self.headline) + 2

    @property
    def label(self) -> str:
        """How pages and messages call the report: its outlet, else the name of its input."""
        return self.outlet or self.provenance.name


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that gave no report, and why. ``status`` keeps "no text" and "not read" apart."""

    name: str
    reason: str
    status: Literal["unreadable", "empty", "over_limit", "refused", "duplicate", "not_english"] = "unreadable"
