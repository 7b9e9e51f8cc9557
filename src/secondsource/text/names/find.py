"""Find the entities of one report: mentions, grouped, with roles and the bodies that people speak for."""

from __future__ import annotations

from secondsource.model import Entity, Report
from secondsource.text.names.mentions import find_mentions
from secondsource.text.names.merge import merge
from secondsource.text.names.tokens import tokens

__all__ = ["find_entities"]


def find_entities(report: Report) -> tuple[Entity, ...]:
    """Return the persons, organisations, places and identifiers that ``report`` names.

    Entities come in order of their first mention; bodies that a role only implies come last and may
    have no mention. A nationality ("North Korean") is a mention of the country.
    """
    text = report.full_text
    listed = tokens(text)
    return merge(report.id, text, listed, find_mentions(text, listed), outlet=report.outlet)
