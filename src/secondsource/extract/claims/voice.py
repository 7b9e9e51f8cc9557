"""The report's own voice: did it see this, does it recall the background, or does it just say so?"""

from __future__ import annotations

import re

from secondsource.extract.claims.clauses import Clause
from secondsource.model import Report, TimeExpression, Voice
from secondsource.text.times import bounds

__all__ = ["voice_of"]

# "our reporter saw", "seen by a correspondent of this newspaper", "I watched"
_WITNESS = re.compile(
    r"\b(?:(?:our|this newspaper['’]s|this paper['’]s|an?|the)\s+(?:[\w\-]+\s+){0,3}?"
    r"(?:reporter|correspondent|photographer|journalist|crew)s?\b[^.]{0,60}?"
    r"\b(?:saw|seen|watched|counted|witnessed|visited|heard|found|observed)"
    r"|\b(?:seen|witnessed|observed|heard|counted)\s+by\s+(?:our|an?|the|this)\s+(?:[\w\-]+\s+){0,4}?"
    r"(?:reporter|correspondent|photographer|journalist|crew)"
    r"|\b(?:I|we)\s+(?:saw|watched|counted|witnessed|heard))",
    re.IGNORECASE,
)
# What happens again and again is no news of this event.
_HABITUAL = re.compile(
    r"\b(?:at times|sometimes|often|usually|typically|regularly|(?:every|each) (?:year|season|winter|summer|spring|autumn))\b",
    re.IGNORECASE,
)
_BACKGROUND_YEARS = 1


def voice_of(
    text: str, clause: Clause, report: Report, when: TimeExpression | None, *, counted: bool = False
) -> Voice:
    """Return ``witnessed``, ``background`` or ``own`` for a clause in the report's own voice.

    Background is what lies more than a year before publication, and standing descriptions ("is one of
    the poorest countries") without a time or number.
    """
    if _WITNESS.search(text, clause.span.start, clause.span.end):
        return "witnessed"
    main = clause.main
    if _HABITUAL.search(text, clause.span.start, clause.span.end):
        return "background"
    if when and when.edtf and report.published_at:
        last, published = bounds(when.edtf)[1], bounds(report.published_at)[0]
        if last and published and (published - last).days > 366 * _BACKGROUND_YEARS:
            return "background"
    if main is not None and main.lemma == "be" and main.tense == "present" and when is None and not counted:
        return "background"
    return "own"
