"""Where reports differ: versions of one fact side by side, conflicts before denials, updates, refinements."""

from __future__ import annotations

from secondsource.model import Evidence, Line, Section
from secondsource.render.evidence import claim_evidence
from secondsource.render.sections.lines import about_said, best_claim, claims_of, line, section, weight
from secondsource.render.versions import RANK, Difference, differences, value_in
from secondsource.render.view import StoryView
from secondsource.render.wording import RELATIONS, listed, quoted, sentence

__all__ = ["differs"]

_JOINED = {"conflicts": " or ", "updates": ", later ", "refines": ", more precisely "}
_MOST_REASONS = 4


def differs(view: StoryView) -> Section:
    """Return one line for each set of versions that hang together."""
    found: list[tuple[tuple[object, ...], Line]] = []
    for group in view.groups:
        for each in differences(view, group):
            made = _line(view, each)
            claims = claims_of(view, [c for c in made.links if c in view.reading.claim])
            found.append(((RANK.index(each.relation), weight(view, claims), len(found)), made))
    found.sort(key=lambda each: each[0])
    note = "" if found else "No difference was found. That is not a finding that the reports agree."
    return section("differs", [made for _, made in found], note)


def _line(view: StoryView, difference: Difference) -> Line:
    evidence: list[Evidence] = []
    words: list[str] = []
    for side, version in enumerate(difference.versions, 1):
        claims = claims_of(view, version)
        mine = [
            claim_evidence(view.reading, claim, side=side, value=value_in(view, difference, claim))
            for claim in claims
        ]
        evidence += mine
        best = best_claim(view, claims)
        shown = next((e for e in mine if e.link == best.id), mine[0])
        words.append(quoted((shown.focus or shown.span).of(view.reading.text[shown.report]), 120))
    return line(
        view,
        "differs",
        difference.relation,
        about_said(view, difference.group) + _joined(difference, words),
        evidence,
        why=_reasons(difference),
        links=[difference.group.id, *(e.link for e in evidence if e.link)],
    )


def _joined(difference: Difference, words: list[str]) -> str:
    """Put the versions into one line: what is said, then what denies it."""
    kinds = {p.relation for p in difference.pairs}
    if len(kinds) == 1 and "denies" not in kinds:
        return _JOINED[difference.relation].join(dict.fromkeys(words))
    denials = {p.second for p in difference.pairs if p.relation == "denies"}
    said = listed(list(dict.fromkeys(w for i, w in enumerate(words) if i not in denials)))
    denied = listed(list(dict.fromkeys(words[i] for i in sorted(denials))))
    return "; denied: ".join(part for part in (said, denied) if part)


def _reasons(difference: Difference) -> str:
    """Say why, with the relation in front where there are several."""
    several = len({p.relation for p in difference.pairs}) > 1
    said = [
        f"{RELATIONS[pair.relation]}: {sentence(c.why.strip())}" if several else sentence(c.why.strip())
        for pair in difference.pairs
        for c in pair.comparisons
        if c.why.strip()
    ]
    return " ".join(list(dict.fromkeys(said))[:_MOST_REASONS])
