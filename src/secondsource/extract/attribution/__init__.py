"""Who says what, by rules: source, cue and content, with stance, chain and venue."""

from secondsource.extract.attribution.find import find_attributions

__all__ = ["find_attributions"]
