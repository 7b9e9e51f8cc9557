"""What to check next: what to settle, whom to ask, what to read, in fixed phrases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from secondsource.model import Claim, Line, Origin, Section
from secondsource.render.evidence import claim_evidence, quoted_if_exact, report_name, with_role
from secondsource.render.sections.lines import best_claim, claims_of, line, section
from secondsource.render.view import StoryView
from secondsource.render.wording import count, listed, quoted

__all__ = ["check_next"]

_MOST_ASKED = 4
_MOST_WORDS = 3


@dataclass(frozen=True, slots=True)
class _Question:
    """A line that rests on one origin, with its claims."""

    line: Line
    claims: Sequence[Claim]


def check_next(view: StoryView, differs: Section, single: Section, copied: Section) -> Section:
    """Return conflicts and denials to settle, then claims on one origin, each with whom or what to ask."""
    lines = [*_changed(view, copied), *_settle(view, differs), *_one_origin(view, single)]
    return section("check_next", lines)


def _settle(view: StoryView, differs: Section) -> Iterator[Line]:
    for each in differs.lines:
        if each.tag not in ("conflicts", "denies"):
            continue
        asked = _askable(view, each.links)
        verb = "Settle" if each.tag == "conflicts" else "Put to both sides"
        whom = f" Ask {listed(asked)}." if asked else ""
        text = f"{verb}: {each.text}.{whom}"
        yield line(view, "check_next", "settle", text, each.evidence, links=[each.id])


def _one_origin(view: StoryView, single: Section) -> Iterator[Line]:
    """One line for each origin to ask, with all that rests on it alone."""
    asked: dict[tuple[str, str], list[_Question]] = {}
    for each in single.lines:
        claims = claims_of(view, [c for c in each.links if c in view.reading.claim])
        origins = _origins(view, [c.id for c in claims])
        if claims and origins and _worth_asking(view, each, claims, origins[0]):
            question = _Question(each, claims)
            asked.setdefault((origins[0].id, _ask(view, origins[0], claims)), []).append(question)
    for (origin, whom), questions in asked.items():
        words = [quoted(_words(view, best_claim(view, q.claims)), 110) for q in questions]
        more = f" and {count(len(words) - _MOST_WORDS, 'more point')}" if len(words) > _MOST_WORDS else ""
        most = max(len(view.reports_of(c.id for c in q.claims)) for q in questions)
        told = f"{count(most, 'report')} tell it and name" if most > 1 else "one report tells it and names"
        told = "the reports name" if len(words) > 1 else told
        text = f"{whom} about {'; '.join(words[:_MOST_WORDS])}{more}: {told} no other origin."
        evidence = [e for q in questions for e in q.line.evidence]
        links = [*(q.line.id for q in questions), origin]
        yield line(view, "check_next", "ask", text, evidence, links=links)


def _words(view: StoryView, claim: Claim) -> str:
    return claim_evidence(view.reading, claim).span.of(view.reading.text[claim.report])


def _worth_asking(view: StoryView, each: Line, claims: Sequence[Claim], origin: Origin) -> bool:
    """Whether a call is worth it: what several reports repeat, and figures and records of one report."""
    if each.tag != "alone":
        return each.tag == "echoed"
    figures = any(v in view.reading.quantity for c in claims for v in c.values)
    return claims[0].modality == "actual" and (figures or origin.kind in ("document", "data"))


def _changed(view: StoryView, copied: Section) -> Iterator[Line]:
    """Figures that changed in a copy: the first thing that an editor can mend."""
    for each in copied.lines:
        if each.tag == "changed":
            yield line(
                view,
                "check_next",
                "settle",
                f"Go back to the first wording: {each.text}.",
                each.evidence,
                links=[each.id],
            )


def _origins(view: StoryView, claims: Iterable[str]) -> list[Origin]:
    found = [view.origin_of[c] for c in claims if c in view.origin_of]
    return list({o.id: o for o in found}.values())


def _askable(view: StoryView, links: Iterable[str]) -> list[str]:
    names = [o.name for o in _origins(view, links) if o.kind not in ("unstated", "unnamed", "outlet")]
    return [" ".join(name.split()) for name in dict.fromkeys(names)][:_MOST_ASKED]


def _ask(view: StoryView, origin: Origin, claims: Sequence[Claim]) -> str:
    """Say whom to ask or what to get, by the kind of the origin."""
    name, outlet = " ".join(origin.name.split()), report_name(view.reading, claims[0].report)
    spoken = [a for a in (view.attribution_of(c) for c in claims) if a and a.venue_host]
    held = [a for a in spoken if a.venue in ("interview", "article", "post")]
    recording = f", and get the {held[0].venue} of {held[0].venue_host} itself," if held else ""
    people = {with_role(view.reading, a) for a in (view.attribution_of(c) for c in claims) if a}
    # Who spoke picks up the telephone, not the body that is spoken for.
    whom = (people.pop() if len(people) == 1 and origin.kind == "institution" else "") or name
    whom += "," if "," in whom and not recording else ""
    return {
        "person": f"Ask {name}{recording}",
        "institution": f"Ask {whom}{recording}",
        "agency": f"Read the report of {name} itself",
        "document": f"Read the document itself, {name},",
        "data": f"See the data or pictures themselves, {quoted_if_exact(view.reading, name)},",
        "outlet": f"Ask the reporter of {name}",
        "unnamed": f"Ask {outlet} what it can say of its source, {quoted_if_exact(view.reading, name)},",
        "unstated": f"Ask {outlet} for its source",
    }[origin.kind]
