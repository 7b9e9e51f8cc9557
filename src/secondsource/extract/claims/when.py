"""When: the time at which a clause says that it happened."""

from __future__ import annotations

import re
from collections.abc import Sequence

from secondsource.extract.claims.clauses import Clause
from secondsource.extract.claims.context import Context
from secondsource.model import Attribution, Span, TimeExpression
from secondsource.text.verbforms import verb_forms
from secondsource.text.words import words

__all__ = ["when_of"]


def when_of(
    context: Context, clause: Clause, sentence: Span, attribution: Attribution | None, before: Clause | None
) -> TimeExpression | None:
    """Return the time at which the clause says that it happened, or None.

    A time inside the clause comes first; then one right before a "when" clause ("last May, when …");
    then one that opens the sentence ("Nine months ago, after …"), unless it dates the saying.
    """
    inside = context.times(clause.span)
    own = [t for t in inside if _belongs(context, clause, t)]
    if own:
        return _most_telling(own)
    if clause.opener in ("when", "where") and before is not None:
        near = [t for t in context.times(before.span) if before.span.end - t.span.end <= 2]
        if near:
            return near[-1]
    opening = [
        t
        for t in context.times(sentence)
        if t.span.start - sentence.start <= 4 and t.span.end <= clause.span.start
    ]
    if opening and (attribution is None or any(c.contains(opening[0].span) for c in attribution.content)):
        return opening[0]
    return None


_OTHER_EVENT = re.compile(r",\s*(?:since|after|before|following|during|until|from)\b", re.IGNORECASE)


def _belongs(context: Context, clause: Clause, time: TimeExpression) -> bool:
    """Whether ``time`` dates the clause's main verb, not a participle, relative clause or phrase after it.

    "It will replace the treaty signed in 1961" and "his first visit, since a meeting in 2000" give the
    clause no date.
    """
    main, text = clause.main, context.text
    if main is None or time.span.start < main.span.end:
        return True
    if any(
        e.type == "person" and _goes_on(text, m)
        for m, e in context.mentions(Span(main.span.end, time.span.start))
    ):
        return False  # "the trip came later President Orvik visits in May": another one's doing
    between = [v for v in clause.verbs if main.span.end <= v.span.start and v.span.end <= time.span.start]
    if any(v.finite or v.form in ("VBN", "VBD") for v in between):
        return False
    if time.span.of(text).lower().startswith(("since", "after", "before", "until", "by")):
        return True
    return not _OTHER_EVENT.search(text, main.span.end, time.span.start)


def _goes_on(text: str, mention: Span) -> bool:
    """Whether a word that can be a verb follows the name of a person."""
    after = words(text, Span(mention.end, min(len(text), mention.end + 30)))
    return bool(after) and bool({"VBZ", "VBD"} & verb_forms(after[0].lower))


def _most_telling(dated: Sequence[TimeExpression]) -> TimeExpression:
    """A time that stands alone beats the reach of another ("by", "since" and "until" are open ended)."""
    known = [t for t in dated if t.edtf] or list(dated)
    closed = [t for t in known if not (t.edtf or "").startswith("../") and not (t.edtf or "").endswith("/..")]
    return (closed or known)[0]
