"""The brief as Markdown, to paste into a document, a chat or a ticket."""

from __future__ import annotations

import re
from collections.abc import Sequence

from secondsource.model import Brief, Report
from secondsource.render.cards import Badge
from secondsource.render.evidence import report_name
from secondsource.render.page import PageLine, PageSection, page_sections
from secondsource.render.passages import Passage, excerpts_of, passages_of
from secondsource.render.quotation import Quote
from secondsource.render.visible import visible
from secondsource.render.wording import date_said

__all__ = ["escaped", "render_markdown"]

# What opens a construct of CommonMark, or of its common extensions, wherever it stands.
_NEEDED = re.compile(r"([\\`*_\[\]<>|~^$&#])")
# These open a construct at the beginning of a line only.
_OPENING = re.compile(r"^(\s*)([+\-=:]|\d{1,9}(?=[.)]))", re.MULTILINE)
# A bare address turns into a link in most places; a zero-width character would alter the words.
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|mailto|javascript|data|file)(:)|(www)(\.)|(@)")


def escaped(text: str) -> str:
    r"""Return ``text`` on one line so that Markdown shows it as it stands.

    >>> escaped("1. *Not* a list")
    '1\\. \\*Not\\* a list'
    """
    flat = " ".join(visible(text).split())
    safe = _NEEDED.sub(r"\\\1", flat)
    safe = _ADDRESS.sub(_unlinked, safe)
    return _OPENING.sub(_closed, safe)


def _unlinked(match: re.Match[str]) -> str:
    word = match[1] or match[3] or ""
    return f"{word}\\{match[2] or match[4] or match[5]}"


def _closed(match: re.Match[str]) -> str:
    if match[2].isdigit():
        return f"{match[1]}{match[2]}\\"
    return f"{match[1]}\\{match[2]}"


def render_markdown(brief: Brief, *, excerpts: bool = False) -> str:
    """Return the brief as Markdown: the lines of the page, their evidence as quotations with offsets.

    Args:
        brief: What ``compose`` made.
        excerpts: Leave the full texts out: only the sentences that hold quoted passages are printed.
    """
    blocks: list[str] = []
    number = 1
    for place, story in enumerate(brief.stories, 1):
        blocks.append(f"# {escaped(story.story.title or 'Brief')}")
        blocks.append(escaped(story.head))
        blocks.append(" · ".join(f"{escaped(what)}: **{escaped(figure)}**" for what, figure in story.counts))
        for section in page_sections(brief, story, place, number):
            blocks += _section(section)
        number += sum(len(s.lines) for s in story.sections)
    blocks += _texts(brief, excerpts=excerpts)
    blocks += _foot(brief)
    return "\n\n".join(block for block in blocks if block) + "\n"


def _section(section: PageSection) -> list[str]:
    blocks = [f"## {escaped(section.section.title)}", escaped(section.section.note)]
    for line in [*section.before, *section.first, *section.more]:
        blocks += _line(line)
    return blocks


def _line(line: PageLine) -> list[str]:
    tag = f"*{line.word}* · " if line.word else ""
    when = f"**{escaped(line.when)}** · " if line.when else ""
    standing = f" ({_badge(line.badge)})" if line.badge else ""
    blocks = [f"**{line.number}.** {tag}{when}{escaped(line.line.text)}{standing}"]
    if line.layout == "sides":
        for side in line.sides:
            head = " · ".join(escaped(w) for w in [side.letter, side.role, *side.words] if w)
            badge = _badge(side.badge) if side.badge else ""
            blocks.append(" — ".join(part for part in (f"**{head}**" if head else "", badge) if part))
            blocks += [_quote(q) for q in side.quotes]
    elif line.layout == "quotes":
        blocks += [_quote(q) for q in line.quotes]
    else:
        blocks.append("— " + _places(line.quotes))
    if line.rows:
        return [*blocks, "\n".join(f"- *{r.word}*, {r.pair}: {escaped(r.why)}" for r in line.rows)]
    return [*blocks, escaped(line.line.why)]


def _badge(badge: Badge) -> str:
    return f"{badge.reports}, {badge.said}"


def _quote(quote: Quote) -> str:
    words = "".join(
        f"**{escaped(text)}**" if focus and text.strip() else _inline(text) for text, focus in quote.parts
    )
    label = escaped(quote.label or quote.name)
    where = f"{label}{', ' if quote.date else ''}{escaped(quote.date)} {_offsets(quote)}"
    note = f"; {escaped(quote.note)}" if quote.note else ""
    said = words if words.startswith(("“", "«", "„", '"')) else f"“{words}”"
    return f"> {said}\n>\n> — {where}{note}"


def _places(quotes: Sequence[Quote]) -> str:
    """Each report once, with the offsets of all its passages."""
    found: dict[str, list[str]] = {}
    for quote in quotes:
        found.setdefault(quote.name, []).append(_offsets(quote))
    return "; ".join(f"{escaped(name)} {' '.join(offsets)}" for name, offsets in found.items())


def _offsets(quote: Quote) -> str:
    """The code points of the full text (headline, blank line, text) that are quoted, end exclusive."""
    return f"\\[{quote.span.start}–{quote.span.end}\\]"


def _inline(text: str) -> str:
    """Escape a run inside a line, keeping the spaces at its ends."""
    left = " " if text[:1].isspace() else ""
    right = " " if text[-1:].isspace() and text.strip() else ""
    return f"{left}{escaped(text)}{right}"


def _texts(brief: Brief, *, excerpts: bool) -> list[str]:
    passages = passages_of(brief)
    blocks = ["## The sentences quoted" if excerpts else "## The reports"]
    for report in brief.reading.reports:
        date = date_said(report.published_at) if report.published_at else "no date"
        blocks.append(f"### {escaped(report_name(brief.reading, report.id))}, {escaped(date)}")
        blocks += _paragraphs(brief, report, excerpts=excerpts, passages=passages)
    return blocks


def _paragraphs(
    brief: Brief, report: Report, *, excerpts: bool, passages: dict[str, list[Passage]]
) -> list[str]:
    if excerpts:
        windows = excerpts_of(brief.reading, report.id, passages.get(report.id, []))
        return [escaped(w.of(report.full_text)) for w in windows]
    return [escaped(paragraph) for paragraph in report.full_text.split("\n")]


def _foot(brief: Brief) -> list[str]:
    blocks = [
        "---",
        f"secondsource {escaped(brief.version)}. A brief says what these reports say; it is no verdict.",
    ]
    if brief.skipped:
        blocks.append(
            "Not read:\n\n" + "\n".join(f"- {escaped(s.name)}: {escaped(s.reason)}" for s in brief.skipped)
        )
    if brief.inputs:
        blocks.append(
            "Inputs:\n\n" + "\n".join(f"- {escaped(n)} (SHA-256 {escaped(sha)})" for n, sha in brief.inputs)
        )
    if brief.options:
        blocks.append("Options:\n\n" + "\n".join(f"- {escaped(n)}: {escaped(v)}" for n, v in brief.options))
    return blocks
