"""A name in the text, before mentions are put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.model import EntityType, Span
from secondsource.text.names.bodies import Body
from secondsource.text.names.gazetteer import Known
from secondsource.text.names.metonyms import acts
from secondsource.text.names.pieces import Piece
from secondsource.text.names.tokens import Token

__all__ = ["Found", "as_found"]


@dataclass(frozen=True, slots=True)
class Found:
    """A name in the text.

    ``first`` and ``last`` are token indices of ``span``. ``acting`` marks a capital that stands for
    its government, ``titled`` a name with a title or form of address right before it. ``body`` is the
    body of government that an organisation's name means; where the text beside it does not give its
    country, ``kind`` is what body it is. ``sure`` marks a type that a word beside the name tells.
    """

    span: Span
    text: str
    type: EntityType
    first: int
    last: int
    known: Known | None = None
    acting: bool = False
    titled: bool = False
    address: str | None = None
    adjective: bool = False
    body: Body | None = None
    kind: str | None = None
    sure: bool = False


def as_found(text: str, listed: Sequence[Token], piece: Piece, kind: str, before: Piece | None) -> Found:
    """Return the mention that a piece is; ``before`` is the title or name that touches it."""
    span = Span(listed[piece.first].start, listed[piece.last].end)
    acting = bool(piece.known and piece.known.kind == "capital" and acts(listed, piece.first, piece.last))
    address = listed[before.first].lower.rstrip(".") if before and before.kind == "address" else None
    entity_type: EntityType = "organisation" if acting else kind  # type: ignore[assignment]
    return Found(
        span,
        span.of(text),
        entity_type,
        piece.first,
        piece.last,
        piece.known,
        acting,
        bool(before and before.kind in {"title", "address"}),
        address,
        piece.kind == "demonym",
    )
