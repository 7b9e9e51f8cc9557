"""Texts that no newsroom writes, and how the time to read them grows with their length."""

from __future__ import annotations

import time

from secondsource.extract.rules import RuleExtractor
from secondsource.model import Report

__all__ = ["NEWS", "PATTERNS", "growth", "report_of"]

SHORT, LONG = 20_000, 80_000
NEWS = (
    "The ferry Maren left Tolby on Monday with 214 passengers, harbour master Ida Krohn told the Tolby Post. "
    "“We counted 12 of them twice,” she said on 4 March 2031. The Ministry of Transport denied that the ship "
    "was overloaded. Its spokesman, Per Aas, said the company had paid 3.5 million euros since 2029. "
    "Norwegian officials were not told, according to two people familiar with the matter. "
)
PATTERNS: dict[str, str] = {
    "one paragraph of news": NEWS,
    "paragraphs of news": NEWS + "\n\n",
    "news without marks": "".join(c for c in NEWS if c.isalnum() or c == " "),
    "news in capitals": NEWS.upper(),
    "quotations that never close": "word and said 3 men “ ",
    "marks of quotations only": "“”\"'‘’«» ",
    "opening marks only": "“",
    "digits only": "1234567890 ",
    "one number": "7",
    "commas only": ",",
    "full stops": ". ",
    "one word": "x",
    "cues only": "said that he ",
    "names only": "Kim Varden ",
    "nested bodies": "Ministry of the ",
    "dates only": "4 March 2031, ",
    "shares only": "5% of ",
    "brackets only": "(",
    "slashes only": "/",
    "hyphens only": "a-",
    "blanks only": " ",
}


def report_of(pattern: str, size: int) -> Report:
    """Return a report that says ``pattern`` again and again, ``size`` characters long."""
    return Report(
        "r", (pattern * (size // len(pattern) + 1))[:size], published_at="2031-03-05", outlet="Post"
    )


def growth(pattern: str) -> tuple[float, float]:
    """Return processor seconds for `SHORT` and for `LONG` characters: linear time is four times as much."""
    extractor = RuleExtractor()
    extractor.extract(report_of(pattern, 500))
    return _seconds(extractor, report_of(pattern, SHORT)), _seconds(extractor, report_of(pattern, LONG))


def _seconds(extractor: RuleExtractor, report: Report) -> float:
    begin = time.process_time()
    extractor.extract(report)
    return time.process_time() - begin
