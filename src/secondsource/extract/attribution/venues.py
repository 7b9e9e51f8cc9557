"""Where something was said: interview, statement, briefing, article, post, document, court; with whom and when."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.extract.attribution.drafts import Draft
from secondsource.extract.attribution.outlets import HOST, Outlets
from secondsource.model import LinkKind, Span, TimeExpression, Venue
from secondsource.model.span import trim

__all__ = ["Setting", "relay_in", "setting_of", "surroundings"]

_A = r"(?:(?:an?|one|the|his|her|its|their|another|two|several|[A-Z]\w+’s)\s)?(?:[\w’'\-]+\s){0,3}?"
_PATTERNS: tuple[tuple[Venue, re.Pattern[str]], ...] = (
    (
        "interview",
        re.compile(
            rf"\b(?:[Ii]n|[Dd]uring|for)\s{_A}interviews?\b"
            rf"(?:\s(?:broadcast|aired|published|given)\b)?(?:\s(?:with|on|for|to|by|in)\s(?P<host>{HOST}))?"
        ),
    ),
    (
        "interview",
        re.compile(rf"\b(?:[Ss]peaking|[Ss]poke|interviewed)\s(?:to|with|on|by)\s(?P<host>{HOST})"),
    ),
    (
        "article",
        re.compile(
            rf"\b[Ii]n\s{_A}(?:article|op-ed|essay|column|opinion piece|editorial|commentary|piece)\b"
            rf"(?:\s(?:published|printed|written|that appeared|carried))?(?:\s(?:in|for|by|on)\s(?P<host>{HOST}))?"
        ),
    ),
    (
        "article",
        re.compile(
            rf"\b(?:published|wrote|penned)\s{_A}(?:article|op-ed|essay|column|piece)\s(?:in|for|on)\s(?P<host>{HOST})"
        ),
    ),
    ("article", re.compile(rf"\b[Ww]riting\s(?:in|for)\s(?P<host>{HOST})")),
    (
        "briefing",
        re.compile(
            rf"\b(?:[Aa]t|[Dd]uring|[Ii]n|[Tt]old)\s{_A}(?:news conference|press conference|briefings?|presser)\b"
        ),
    ),
    (
        "briefing",
        re.compile(
            r"\b(?:[Tt]old|[Ss]peaking to|[Ss]poke to|to)\s(?:\w+\s)?(?:reporters|journalists|newsmen)\b"
        ),
    ),
    (
        "court",
        re.compile(
            rf"\b(?:[Tt]old|[Ii]n|[Bb]efore|to)\s{_A}(?:court|jury|judge|tribunal|testimony|indictment|affidavit)\b"
        ),
    ),
    (
        "statement",
        re.compile(
            rf"\b[Ii]n\s{_A}statements?\b(?:\s(?:posted|published|released|issued|carried)\b(?:\s(?:on|by|to|in)\s[A-Z]\w+)?)?"
        ),
    ),
    (
        "post",
        re.compile(
            r"\b(?:on|via|to)\s(?:Twitter|X|Telegram|Facebook|Truth Social|Instagram|Weibo|TikTok|Threads|Bluesky|LinkedIn|YouTube|social media)\b"
        ),
    ),
    ("post", re.compile(rf"\b[Ii]n\s{_A}(?:post|posts|tweets?|thread)\b")),
    (
        "document",
        re.compile(
            rf"\b[Ii]n\s{_A}(?:report|letter|email|e-mail|memo|memorandum|filing|document|documents|paper|study|notice|bulletin|"
            r"complaint|lawsuit|resolution|communique|communiqué|survey|dossier)\b"
        ),
    ),
)
_QUOTED = re.compile(
    rf"\b(?:as\s)?(?P<how>quoted|cited|reported|carried|relayed)\s(?:by|in)\s(?P<host>{HOST})"
)
_HOW: dict[str, LinkKind] = {
    "quoted": "quotes",
    "cited": "cites",
    "reported": "relays",
    "carried": "relays",
    "relayed": "relays",
}
_COURTS = frozenset("court judge tribunal jury".split())
_DOCUMENTS = frozenset(
    """report reports document documents filing letter memo study survey paper images image photographs video footage
    data figures statistics indictment census poll audit records""".split()
)
_REACH = 60


@dataclass(frozen=True, slots=True)
class Setting:
    """Venue of an utterance. ``host`` is the span of its outlet's name, ``span`` the phrase that says so."""

    venue: Venue | None = None
    span: Span | None = None
    host: Span | None = None
    host_kind: LinkKind | None = None
    when: str | None = None


def surroundings(draft: Draft, container: Span) -> list[Span]:
    """Return the stretches of ``container`` that are not the draft's content: where its setting is told."""
    out = []
    at = container.start
    for piece in sorted(draft.content):
        if piece.end <= at or piece.start >= container.end:
            continue
        if piece.start > at:
            out.append(Span(at, piece.start))
        at = piece.end
    if at < container.end:
        out.append(Span(at, container.end))
    return out


def setting_of(
    text: str, draft: Draft, parts: Sequence[Span], outlets: Outlets, times: Sequence[TimeExpression]
) -> Setting:
    """Return where and when the words of ``draft`` were said, from the ``parts`` around its content."""
    found: list[tuple[int, int, Venue, Span, Span | None]] = []
    for order, (venue, pattern) in enumerate(_PATTERNS):
        for part in parts:
            for match in pattern.finditer(text, part.start, part.end):
                span = Span(match.start(), match.end())
                host = _host(text, match, outlets)
                if host is None and "host" in pattern.groupindex and venue != "article" and match["host"]:
                    span = _without_host(text, match)
                    if not re.search(r"interview", span.of(text)):
                        continue
                found.append((min(span.gap(draft.cue), 400), order, venue, span, host))
    addressed = _addressed(text, draft, outlets)
    if found:
        _, _, venue, span, host = min(found, key=lambda f: (f[1] if f[0] < 200 else 99, f[0]))
        if venue == "interview":
            host = host or addressed or _addressed(text, draft, None)
        kind: LinkKind | None = None
        if host is not None:
            kind = "interviews" if venue == "interview" else "publishes"
        return Setting(venue, span, host, kind, _when(draft, parts, span, times, text))
    when = _when(draft, parts, addressed, times, text)
    quoted = relay_in(text, draft, parts, outlets)
    if quoted is not None and quoted[1] == "quotes":
        span = _phrase_of(text, quoted[0])
        return Setting(None, span, quoted[0], "quotes", when)
    if addressed is not None:
        span = Span(draft.cue.start, addressed.end) if draft.cue.end <= addressed.start else addressed
        return Setting("interview", span, addressed, "interviews", when)
    return Setting(_by_source(text, draft, outlets), None, None, None, when)


def _host(text: str, match: re.Match[str], outlets: Outlets) -> Span | None:
    if "host" not in match.re.groupindex or match["host"] is None:
        return None
    name = "name" if match["name"] else "host"
    span = trim(text, Span(match.start(name), match.end(name)))
    span = _name_only(text, span)
    interview = "interview" in match.group() or "rticle" in match.group() or "riting in" in match.group()
    known = outlets.is_outlet(span.of(text)) or outlets.is_outlet(match["host"])
    # "An interview in Kestrel" names a place, "an interview with Kestrel" who asked.
    inside = text.startswith(" in ", match.start("host") - 4) if "interview" in match.group() else False
    return span if known or (interview and match["name"] and not inside) else None


def _name_only(text: str, span: Span) -> Span:
    """Return the span without a possessive "'s" and a full stop of the sentence."""
    span = trim(text, span, " .,")
    return Span(span.start, span.end - 2) if span.of(text).endswith(("’s", "'s")) else span


def _without_host(text: str, match: re.Match[str]) -> Span:
    return trim(text, Span(match.start(), match.start("host")))


def _addressed(text: str, draft: Draft, outlets: Outlets | None) -> Span | None:
    """Return the outlet that was told, in "told the Post that …"; any name where ``outlets`` is None."""
    if draft.cue.of(text).lower() not in ("told", "tell", "tells", "telling", "informed"):
        return None
    match = re.compile(rf"\s(?P<host>{HOST})").match(
        text, draft.cue.end, min(len(text), draft.cue.end + _REACH)
    )
    if match is None:
        return None
    name = "name" if match["name"] else "host"
    span = _name_only(text, Span(match.start(name), match.end(name)))
    if outlets is None:
        return span if match["name"] else None
    return span if outlets.is_outlet(match["host"]) or outlets.is_outlet(span.of(text)) else None


def _phrase_of(text: str, host: Span) -> Span:
    """Return "quoted by the newspaper X" for the host X."""
    start = max(text.rfind(word, max(0, host.start - 60), host.start) for word in ("quoted", "cited"))
    return Span(start, host.end) if start >= 0 else host


def relay_in(
    text: str, draft: Draft, parts: Sequence[Span], outlets: Outlets
) -> tuple[Span, LinkKind] | None:
    """Return who passed the words on, in "X, quoted by the newspaper Y, said"."""
    for part in parts:
        for match in _QUOTED.finditer(text, part.start, part.end):
            name = "name" if match["name"] else "host"
            span = trim(text, Span(match.start(name), match.end(name)))
            if draft.source is not None and draft.source.overlaps(span):
                continue
            near = span.gap(draft.cue) < _REACH
            if near and (outlets.is_outlet(match["host"]) or match["how"] == "quoted"):
                return span, _HOW[match["how"]]
    return None


def _when(
    draft: Draft, parts: Sequence[Span], venue: Span | None, times: Sequence[TimeExpression], text: str
) -> str | None:
    """Return the value of the time at which it was said: beside cue or venue, or alone at the beginning.

    ``times`` are in order of the text.
    """
    best: tuple[int, str] | None = None
    first = bisect_left(times, min((p.start for p in parts), default=0), key=lambda t: t.span.start)
    last = bisect_left(times, max((p.end for p in parts), default=0), key=lambda t: t.span.start)
    for time in times[first:last]:
        if (
            time.edtf is None
            or time.edtf.endswith("..")
            or time.edtf.startswith("..")
            or not any(part.contains(time.span) for part in parts)
        ):
            continue
        gap = _distance(draft, venue, time.span, text)
        if gap is not None and (best is None or gap < best[0]):
            best = (gap, time.edtf)
    return _day(best[1]) if best else None


def _day(edtf: str) -> str:
    """Return the day of a clock time; any other value as it is."""
    return edtf.split("T")[0] if "T" in edtf and "/" not in edtf else edtf


def _distance(draft: Draft, venue: Span | None, time: Span, text: str) -> int | None:
    if venue is not None and (venue.contains(time) or 0 <= time.start - venue.end <= 12):
        return 0
    after = [piece.start for piece in draft.content if piece.start >= draft.cue.end]
    if after and draft.cue.end <= time.start < after[0]:
        return 1 + time.gap(draft.cue)
    if not after:
        end = max(draft.cue.end, draft.source.end if draft.source else 0)
        if 0 <= time.start - end <= 25:
            return 1 + time.start - end
    if draft.source is not None and draft.unit.span.start <= time.start < draft.source.start:
        lead = text[draft.unit.span.start : time.start] + text[time.end : draft.source.start]
        if re.fullmatch(r"\W*(?:(?:on|in|and|but|late|early)\b\W*){0,3}", lead, re.IGNORECASE):
            return 50
    return None


def _by_source(text: str, draft: Draft, outlets: Outlets) -> Venue | None:
    cue = draft.cue.of(text).lower()
    if cue.startswith(("tweet", "retweet", "post")):
        return "post"
    if cue.startswith("testif"):
        return "court"
    if draft.source is None or outlets.within(text, draft.source):
        return None
    head = draft.source.of(text).split(",")[0]
    words = re.findall(r"[A-Za-z]+", re.split(r"\s(?:of|from|by|on|in|for|at|with)\s", head)[0].lower())
    if words and words[-1] in _COURTS:
        return "court"
    return "document" if words and words[-1] in _DOCUMENTS else None
