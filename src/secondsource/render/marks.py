"""Text into HTML: escaped, with hidden characters shown and quoted passages marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from secondsource.render.passages import Paragraph, Piece
from secondsource.render.visible import HIDDEN, name_of, placeholder

__all__ = ["marked", "rules_for", "shown"]


def shown(text: str) -> Markup:
    """Return ``text`` escaped, with a placeholder for each hidden character that names it in its title."""
    parts: list[Markup] = []
    at = 0
    for match in HIDDEN.finditer(text):
        char = match.group()
        parts.append(escape(text[at : match.start()]))
        parts.append(
            Markup('<span class="hid" title="{}">{}</span>').format(name_of(char), placeholder(char))
        )
        at = match.end()
    return Markup("").join([*parts, escape(text[at:])])


def marked(paragraph: Paragraph) -> Markup:
    """Return a paragraph with its passages in ``mark``; behind each the numbers of the lines that quote it."""
    return Markup("").join(_piece(piece) for piece in paragraph.pieces)


def rules_for(paragraphs: Iterable[Paragraph]) -> str:
    """Return the style rules that light up all pieces of a passage that is cut into several.

    ``:target`` alone selects the element with the anchor, the first piece.
    """
    counts: dict[str, int] = {}
    for paragraph in paragraphs:
        for piece in paragraph.pieces:
            for passage in piece.covering:
                counts[passage.id] = counts.get(passage.id, 0) + 1
    split = [ident for ident, n in counts.items() if n > 1]
    return "\n".join(f"article:has(#{i}:target) .{i}{{background:var(--target)}}" for i in split)


def _piece(piece: Piece) -> Markup:
    inner = shown(piece.text)
    if not piece.covering:
        return inner
    first, *nested = piece.starts or (None,)
    for passage in reversed(nested):
        inner = Markup('<span id="{}">{}</span>').format(passage.id, inner)
    classes = " ".join(p.id for p in piece.covering)
    anchor = Markup(' id="{}"').format(first.id) if first else Markup("")
    html = Markup('<mark{} class="{}">{}</mark>').format(anchor, classes, inner)
    lines = {line: None for passage in piece.ends for line in passage.lines}
    return html + _back(list(lines)) if lines else html


def _back(lines: Sequence[tuple[str, int]]) -> Markup:
    """Links back to the lines, as small figures."""
    links = Markup(" ").join(
        Markup('<a href="#{}" aria-label="Back to line {}">{}</a>').format(ident, number, number)
        for ident, number in lines
    )
    return Markup('<sup class="back">{}</sup>').format(links)
