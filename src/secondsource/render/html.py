"""The brief as one self-contained page: no script, no network, every link a plain anchor."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from secondsource.model import Brief, Report, StoryBrief
from secondsource.render.evidence import report_name
from secondsource.render.marks import marked, rules_for, shown
from secondsource.render.page import PageSection, page_sections
from secondsource.render.passages import Paragraph, Passage, excerpts_of, paragraphs_of, passages_of
from secondsource.render.visible import visible
from secondsource.render.wording import count, date_said

__all__ = ["render_html"]


@dataclass(frozen=True, slots=True)
class _Story:
    brief: StoryBrief
    anchor: str
    sections: tuple[PageSection, ...]


@dataclass(frozen=True, slots=True)
class _Text:
    """A report at the foot of the page. ``url`` is null where it is no plain web address."""

    report: Report
    anchor: str
    name: str
    date: str
    url: str | None
    headline: Paragraph | None
    body: tuple[Paragraph, ...]
    facts: tuple[str, ...]


def render_html(brief: Brief, *, excerpts: bool = False) -> str:
    """Return the brief as an HTML page.

    Args:
        brief: What ``compose`` made.
        excerpts: Leave the full texts out: only the sentences that hold quoted passages are printed.
    """
    texts = _texts(brief, excerpts=excerpts)
    paragraphs = [p for t in texts for p in ([t.headline] if t.headline else []) + list(t.body)]
    style = _stylesheet() + rules_for(paragraphs)
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            brief=brief,
            title=_title(brief),
            stories=_stories(brief),
            texts=texts,
            excerpts=excerpts,
            style=Markup(style),  # noqa: S704 - our own file and anchors made of digits
            digest=digest,
        )
    )


def _title(brief: Brief) -> str:
    if len(brief.stories) == 1:
        return brief.stories[0].story.title or "Brief"
    return f"Brief on {count(len(brief.stories), 'story', 'stories')}"


def _stories(brief: Brief) -> list[_Story]:
    found, number = [], 1
    for place, story in enumerate(brief.stories, 1):
        sections = page_sections(brief, story, place, number)
        number += sum(len(s.lines) for s in story.sections)
        found.append(_Story(story, f"s{place}", tuple(sections)))
    return found


def _texts(brief: Brief, *, excerpts: bool) -> list[_Text]:
    passages = passages_of(brief)
    return [
        _text(brief, report, place, passages.get(report.id, []), excerpts=excerpts)
        for place, report in enumerate(brief.reading.reports, 1)
    ]


def _text(brief: Brief, report: Report, place: int, passages: Sequence[Passage], *, excerpts: bool) -> _Text:
    text = report.full_text
    if excerpts:
        windows = excerpts_of(brief.reading, report.id, passages)
        found = [p for window in windows for p in paragraphs_of(text, passages, window)]
    else:
        found = paragraphs_of(text, passages)
    headline = None
    if report.headline is not None and found and found[0].span.end <= len(report.headline):
        headline, found = found[0], found[1:]
    url = report.url if report.url and report.url.lower().startswith(("https://", "http://")) else None
    date = date_said(report.published_at) if report.published_at else "no date"
    return _Text(
        report,
        f"t{place}",
        report_name(brief.reading, report.id),
        date,
        url,
        headline,
        tuple(found),
        tuple(_facts(report)),
    )


def _facts(report: Report) -> list[str]:
    """What is known of a report beside its outlet and date, and what was done to it on the way."""
    facts = []
    if report.outlet is None:
        facts.append(f"outlet not given; input {report.provenance.name}")
    if report.date_source in ("given", "inferred"):
        facts.append({"given": "date given by the user", "inferred": "date inferred"}[report.date_source])
    if report.byline:
        facts.append(f"by {report.byline}")
    if report.credit:
        facts.append(f"credit: {report.credit}")
    if report.language not in (None, "en"):
        facts.append(f"language: {report.language}; not read for claims")
    return facts + list(report.provenance.notes)


@lru_cache(maxsize=1)
def _stylesheet() -> str:
    folder = files("secondsource.render") / "templates"
    return "".join((folder / name).read_text(encoding="utf-8") for name in ("page.css", "print.css"))


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("secondsource.render", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        # Every expression of every template goes through it: nothing hidden can slip in.
        finalize=_finalize,
    )
    environment.filters["marked"] = marked
    environment.filters["attribute"] = visible
    environment.globals["count"] = count
    return environment


def _finalize(value: Any) -> Any:
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value
