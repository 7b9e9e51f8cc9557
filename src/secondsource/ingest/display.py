"""Names that are safe to print: no control characters, escapes or reordering marks."""

from __future__ import annotations

import unicodedata

__all__ = ["MAX_NAME", "display_name", "mend_surrogates"]

# Longer names break the layout of pages and say no more.
MAX_NAME = 200


def display_name(name: str) -> str:
    r"""Return ``name`` with everything that a terminal or a page would act on written out.

    Control characters, bidirectional and other format characters, line separators and bytes that are
    no text become ``\xNN`` or ``\uNNNN``.

    >>> display_name("a\x1b[31m.txt")
    'a\\x1b[31m.txt'
    """
    shown = "".join(_shown(char) for char in name)
    return shown if len(shown) <= MAX_NAME else shown[: MAX_NAME - 1] + "…"


def _shown(char: str) -> str:
    if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn"}:
        code = ord(char)
        return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
    return char


def mend_surrogates(text: str) -> tuple[str, int]:
    """Return ``text`` with lone surrogates as U+FFFD, and how many there were.

    JSON can write half of a surrogate pair; no file can store it and no hash can be made of it.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        mended = "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
        return mended, sum("\ud800" <= char <= "\udfff" for char in text)
    return text, 0
