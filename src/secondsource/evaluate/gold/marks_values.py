"""What single fields of a mark say: a value, a flag, the kind of a content."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from secondsource.errors import StoryError

__all__ = ["kind_of_content", "set_flag", "value_of"]

_QUOTES = "\"“„«‘'‹”"


def kind_of_content(content: Sequence[str]) -> str:
    """Return ``direct``, ``indirect`` or ``mixed``, as the quotation marks of the pieces show it."""
    whole = [words[:1] in _QUOTES and words.rstrip(",.")[-1:] in _QUOTES + "»’›" for words in content]
    if content and all(whole):
        return "direct"
    return (
        "mixed"
        if any(re.search(r"[\"“„«”»]|(?<!\w)[‘'](?=\w.*[’'](?!\w))", words) for words in content)
        else "indirect"
    )


def set_flag(item: dict[str, Any], flag: str, allowed: dict[str, tuple[str, ...]]) -> None:
    """Set the key of ``item`` whose words have ``flag`` among them.

    Raises:
        StoryError: None has.
    """
    for key, words in allowed.items():
        if flag in words:
            item[key] = flag
            return
    raise StoryError(f"{flag!r} must be one of {', '.join(w for words in allowed.values() for w in words)}")


_FIGURE = r"-?\d[\d_]*(?:\.\d+)?"
_VALUE = re.compile(
    rf"(=|~|>=|<=|>|<)?\s*({_FIGURE})(?:\s*\.\.\s*({_FIGURE}))?(?:\s+(?!of\b)(\S+))?(?:\s+of\s+(.+))?"
)
_BOUNDS = {"=": "exact", "~": "about", ">=": "at_least", "<=": "at_most", ">": "more_than", "<": "less_than"}


def value_of(words: str) -> dict[str, Any]:
    """Read ``>=214 of people``, ``=1900000 USD``, ``3..5 percent``."""
    match = _VALUE.fullmatch(words)
    if not match:
        raise StoryError(f"{words!r} is no value; write as in >=214 of people, =1900000 USD, 3..5 percent")
    sign, first, last, unit, item = match.groups()
    low, high = _number(first), _number(last or first)
    unit = unit and unit.replace("_", " ")
    bound = "range" if last else _BOUNDS[sign or "="]
    if bound in ("at_least", "more_than"):
        return {"low": low, "high": None, "unit": unit, "item": item, "bound": bound}
    if bound in ("at_most", "less_than"):
        return {"low": None, "high": high, "unit": unit, "item": item, "bound": bound}
    return {"low": low, "high": high, "unit": unit, "item": item, "bound": bound}


def _number(words: str) -> int | float:
    value = float(words.replace("_", ""))
    return int(value) if value.is_integer() else value
