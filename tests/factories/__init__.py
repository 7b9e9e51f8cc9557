"""A small story with every kind of trouble, made by hand: three reports of a fire in a grain store.

Spans are found by their words, so that the texts can be changed without counting.
"""

from factories.fire_findings import fire_findings, fire_skipped
from factories.fire_reading import fire_reading
from factories.maker import Maker, find, report

__all__ = ["Maker", "find", "fire_findings", "fire_reading", "fire_skipped", "report"]
