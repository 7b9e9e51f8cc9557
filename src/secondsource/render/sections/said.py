"""Who said what: denials with their scope, then speakers; and who declined or did not answer."""

from __future__ import annotations

from secondsource.model import Attribution, Evidence, Line, Section
from secondsource.render.evidence import attribution_evidence, claim_evidence, quoted_if_exact, speaker_name
from secondsource.render.sections.lines import line, section
from secondsource.render.view import StoryView
from secondsource.render.wording import count, quoted

__all__ = ["said", "silent"]


def said(view: StoryView) -> Section:
    """Return denials and doubts one by one, then one line a speaker with all that the reports have from them."""
    spoken = [a for a in view.attributions if a.stance != "declines"]
    lines = [_single(view, "said", a) for a in spoken if a.stance in ("denies", "doubts")]
    speakers: dict[str, list[Attribution]] = {}
    for attribution in (a for a in spoken if a.stance not in ("denies", "doubts")):
        speakers.setdefault(_key(view, attribution), []).append(attribution)
    ranked = sorted(speakers.values(), key=lambda each: _rank(view, each))
    lines += [_speaker_line(view, each) for each in ranked]
    return section("said", [each for each in lines if each])


def silent(view: StoryView) -> Section:
    """Return who declined or did not answer, in the exact words of each report."""
    quiet: dict[str, list[Attribution]] = {}
    for attribution in view.attributions:
        if attribution.stance == "declines":
            quiet.setdefault(_key(view, attribution), []).append(attribution)
    return section("silent", [each for each in (_silence(view, told) for told in quiet.values()) if each])


def _silence(view: StoryView, attributions: list[Attribution]) -> Line | None:
    """Return one line for one who did not answer, with what each report says of it."""
    lines = [each for each in (_single(view, "silent", a) for a in attributions) if each]
    if not lines:
        return None
    evidence = [e for each in lines for e in each.evidence]
    more = len({e.report for e in evidence}) - 1
    text = lines[0].text + (f" (and in {count(more, 'more report')})" if more else "")
    return line(view, "silent", "declines", text, evidence, links=[a.id for a in attributions])


def _key(view: StoryView, attribution: Attribution) -> str:
    """What makes two attributions one speaker's: the joined entity, else the exact words in one report."""
    if attribution.speaker and attribution.speaker in view.reading.entity:
        return view.reading.entity[attribution.speaker].id
    words = speaker_name(view.reading, attribution).lower()
    return f"{attribution.report}\x1f{words}"


def _rank(view: StoryView, attributions: list[Attribution]) -> tuple[object, ...]:
    first = attributions[0]
    known = bool(first.speaker and first.speaker in view.reading.entity)
    named = any(a.source_type in ("named", "role") for a in attributions)
    reports = len({a.report for a in attributions})
    return not known, not named, -reports, -len(attributions), view.order.get(first.report, 0), first.id


def _single(view: StoryView, kind: str, attribution: Attribution) -> Line | None:
    """Return a line for one denial, doubt or refusal, with what it is aimed at beside it."""
    evidence = attribution_evidence(view.reading, attribution)
    if evidence is None:
        return None
    words = quoted(evidence.span.of(view.reading.text[attribution.report]), 220)
    target = _target(view, attribution)
    return line(
        view,
        "silent" if kind == "silent" else "said",
        attribution.stance,
        f"{_name(view, attribution)}: {words}",
        [evidence, *([target] if target else [])],
        links=[attribution.id, *([target.link] if target and target.link else [])],
    )


def _target(view: StoryView, attribution: Attribution) -> Evidence | None:
    claim = view.reading.claim.get(attribution.denies or "")
    if claim:
        return claim_evidence(view.reading, claim)
    said = view.reading.attribution.get(attribution.denies or "")
    return attribution_evidence(view.reading, said) if said else None


def _speaker_line(view: StoryView, attributions: list[Attribution]) -> Line | None:
    evidence = _new_first(
        view, [e for e in (attribution_evidence(view.reading, a) for a in attributions) if e]
    )
    if not evidence:
        return None
    reports = len({e.report for e in evidence})
    text = f"{_name(view, attributions[0])}: {count(len(evidence), 'statement')}"
    text += f" in {count(reports, 'report')}" if reports > 1 else ""
    return line(view, "said", "speaker", text, evidence, links=[a.id for a in attributions])


def _new_first(view: StoryView, evidence: list[Evidence]) -> list[Evidence]:
    """Put words that another report has too behind those that are new; the order stays otherwise."""
    seen: dict[str, None] = {}
    repeated = []
    for e in evidence:
        words = " ".join(e.span.of(view.reading.text[e.report]).lower().split()).strip(' ,.“”"«»')
        repeated.append(words in seen)
        seen[words] = None
    return [e for _, e in sorted(zip(repeated, evidence, strict=True), key=lambda pair: pair[0])]


def _name(view: StoryView, attribution: Attribution) -> str:
    """Name a speaker: the full name with the role that the texts give, else the source's exact words."""
    name = " ".join(speaker_name(view.reading, attribution).split())
    entity = view.reading.entity.get(attribution.speaker) if attribution.speaker else None
    if entity is None and not attribution.source:
        return "No source given"
    if entity is None:
        return quoted_if_exact(view.reading, name)
    role = " ".join((entity.role or "").split())
    return f"{name}, {role}" if role and role.lower() not in name.lower() else name
