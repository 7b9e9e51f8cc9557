"""Bytes to text: exactly where the encoding is known, marked where it had to be found out.

The rule for plain text: a byte order mark is dropped and CRLF becomes LF, both noted; nothing else
is changed. A replaced character is counted in the notes, never silent.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from secondsource.errors import InputError

__all__ = ["decode", "read_text", "unify_newlines"]

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE_MARKS = tuple(mark for mark, encoding in _MARKS if encoding != "utf-8")
# Newspapers' punctuation that cp1252 has and that no word contains.
_PUNCTUATION = frozenset("“”‘’„‚–—…«»‹›€£§°•·\u00a0¿¡©®™½¼¾")
_ESCAPED = re.compile("[\udc80-\udcff]+")
# Windows-1252, and Latin-1 for the five bytes that it leaves undefined.
_WESTERN = {
    0xDC00 + byte: bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte))
    for byte in range(128, 256)
}
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_SAMPLE = 100_000
# No language of Latin script has more of its letters outside ASCII (Vietnamese comes near, and has
# its own encoding).
_OTHER_SCRIPT = 0.35
_SHOWN = {"cp1252": "Windows-1252", "cp1250": "Windows-1250", "cp1251": "Windows-1251", "utf_8": "UTF-8"}
# UTF-16 of Latin text has a NUL in every second byte; no other text comes near.
_NUL_SHARE = 0.4
# Bytes that no text file holds, unlike tab, newlines, form feed and escape (logs of terminals).
_CONTROL = frozenset(range(32)) - frozenset(b"\t\n\r\f\x1b")
# Text with more of them than this is none.
_CONTROL_SHARE = 0.05


def decode(data: bytes, *, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Return the text of ``data`` and what was done to get it.

    Order: byte order mark, UTF-8, UTF-16 without a mark, the declared charset, UTF-8 with stray
    bytes of Windows-1252, detection. Newlines are left as they are.

    Args:
        data: Raw bytes; empty bytes give an empty text.
        declared: Charset that the server or page states, or null.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    if nuls := _utf16_without_mark(data):
        text, lost = _replacing(data, nuls)
        return text, (f"read as {nuls.upper()}, found by its pattern of bytes", *lost)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(data, declared)
    return text, _held(text)


def unify_newlines(text: str) -> tuple[str, tuple[str, ...]]:
    """Return ``text`` with CRLF as LF, and a note where there was any. A lone CR stays."""
    if "\r\n" not in text:
        return text, ()
    return text.replace("\r\n", "\n"), ("line ends CRLF were read as LF",)


def read_text(data: bytes, *, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Return what `decode` does.

    Raises:
        InputError: It is no text: too many control characters at its beginning.
    """
    head = data[:8192]
    wide = data.startswith(_WIDE_MARKS) or _utf16_without_mark(data) is not None
    if not wide and sum(byte in _CONTROL for byte in head) > _CONTROL_SHARE * len(head):
        raise InputError("binary, no text")
    text, notes = decode(data, declared=declared)
    start = text[:8192]
    if sum(char < " " and char not in "\t\n\r\f\x1b" for char in start) > _CONTROL_SHARE * len(start):
        raise InputError("binary, no text")
    return text, notes


def _marked(rest: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    notes = ["a byte order mark was dropped"]
    if encoding != "utf-8":
        notes.append(f"read as {encoding.upper()}")
    try:
        text = rest.decode(encoding)
    except UnicodeDecodeError:
        if encoding == "utf-8":
            text, more = _not_utf8(rest, None)
            return text, (*notes, *more)
        text, lost = _replacing(rest, encoding)
        return text, (*notes, *lost)
    return text, (*notes, *_held(text))


def _replacing(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    text = data.decode(encoding, errors="replace")
    count = text.count("\ufffd")
    return text, (
        _count(count, "unreadable byte sequence was", "unreadable byte sequences were", "replaced by U+FFFD"),
    ) if count else ()


def _held(text: str) -> tuple[str, ...]:
    count = text.count("\ufffd")
    if not count:
        return ()
    return (
        _count(
            count,
            "replacement character (U+FFFD) stands",
            "replacement characters (U+FFFD) stand",
            "in the input itself",
        ),
    )


def _count(number: int, one: str, many: str, rest: str) -> str:
    return f"{number} {one if number == 1 else many} {rest}"


def _utf16_without_mark(data: bytes) -> str | None:
    head = data[:4096]
    if len(head) < 8 or len(data) % 2:
        return None
    half = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > _NUL_SHARE * half and even < 0.05 * half:
        return "utf-16-le"
    if even > _NUL_SHARE * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _not_utf8(data: bytes, declared: str | None) -> tuple[str, tuple[str, ...]]:
    if declared and (text := _strictly(data, declared)) is not None:
        return text, (f"read as {declared}, as declared", *_held(text))
    # Bytes that are no UTF-8 come out as U+DC80 to U+DCFF; nothing else does.
    text = data.decode("utf-8", "surrogateescape")
    stray = len(text) - len(_ESCAPED.sub("", text))
    if len(_MULTIBYTE.findall(data)) >= max(1, stray):
        text = text.translate(_WESTERN)
        return text, (f"not all UTF-8: {stray} stray bytes were read as Windows-1252", *_held(text))
    return _detected(data)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _detected(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Guess by statistics, but prefer Windows-1252, which most news of this kind is in."""
    from charset_normalizer import from_bytes

    # The statistics of a long article's worth are enough, and the whole could take minutes.
    sample = data if len(data) <= _SAMPLE else data[:_SAMPLE].rpartition(b"\n")[0] or data[:_SAMPLE]
    best = from_bytes(sample).best()
    names = ["cp1252", *([best.encoding] if best else []), "cp1250"]
    readings = [(name, text) for name in names if (text := _strictly(data, name)) is not None]
    if not readings:
        text, lost = _replacing(data, "utf-8")
        return text, ("the encoding could not be found", *lost)
    name, text = readings[0]
    for other, reading in readings[1:]:
        if name == "cp1252" and _beats(reading, text):
            name, text = other, reading
    shown = _SHOWN.get(name, name)
    return text, (f"not UTF-8: read as {shown}, by detection", *_held(text))


def _beats(reading: str, western: str) -> bool:
    """Whether a reading makes better words than that as Windows-1252.

    It does where the latter is letters with accents throughout (another script), or where it has
    clearly more letters among the characters that are not ASCII.
    """
    head = western[:65536]
    foreign = sum(char > "\x7f" for char in head)
    if foreign > _OTHER_SCRIPT * sum(char.isalpha() for char in head):
        return True
    return _letters(reading) - _letters(western) > 0.1 * foreign


def _letters(text: str) -> int:
    return sum(
        char in _PUNCTUATION or unicodedata.category(char).startswith("L")
        for char in text[:65536]
        if char > "\x7f"
    )
