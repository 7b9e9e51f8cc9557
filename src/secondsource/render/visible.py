"""Characters that a text can hide things with, shown as what they are.

A report is untrusted: terminal escapes, controls, bidirectional overrides and invisible characters are
never printed as they stand, and never dropped silently.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["HIDDEN", "name_of", "placeholder", "visible"]

# Controls but tab and line feed; bidirectional marks, embeddings, overrides and isolates; zero-width space,
# word joiner and byte order mark; line and paragraph separators; tag characters; lone surrogates. The joiners
# U+200C and U+200D and variation selectors are part of ordinary writing and of emoji, and stay.
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


def name_of(char: str) -> str:
    """Return code point and name of a character: ``U+202E RIGHT-TO-LEFT OVERRIDE``."""
    name = unicodedata.name(char, "")
    if not name:
        name = "SURROGATE" if "\ud800" <= char <= "\udfff" else "CONTROL CHARACTER"
    return f"U+{ord(char):04X} {name}"


def placeholder(char: str) -> str:
    """Return what is shown for a hidden character: ``⟨U+202E⟩``."""
    return f"⟨U+{ord(char):04X}⟩"


def visible(text: str) -> str:
    r"""Return ``text`` with every hidden character replaced by its placeholder.

    >>> visible("a\x1b[31mb")
    'a⟨U+001B⟩[31mb'
    """
    return HIDDEN.sub(lambda match: placeholder(match.group()), text)
