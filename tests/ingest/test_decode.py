from __future__ import annotations

import pytest

from secondsource.errors import InputError
from secondsource.ingest.decode import decode, read_text

FRENCH = "Le ministère a déclaré « aucun blessé » à l’arrivée — où l’été s’achève à 5 € l’entrée."
POLISH = "Prom wpłynął na mieliznę koło Gdańska, powiedział rzecznik straży przybrzeżnej, żółty alarm trwał."
RUSSIAN = (
    "Паром сел на мель у побережья во вторник, сообщила береговая охрана. Никто не пострадал. Капитан судна "
    "заявил журналистам, что погода была плохой и что команда сделала все возможное, чтобы спасти людей."
)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "utf-8"),
        (FRENCH, "utf-8-sig"),
        (FRENCH, "utf-16"),
        (FRENCH, "utf-16-le"),
        (FRENCH, "utf-16-be"),
        (FRENCH, "utf-32"),
        (FRENCH, "cp1252"),
        ("Nobody was hurt, said the café’s owner.", "cp1252"),
        ("Der Minister wies das zurück: „Nein“, sagte er in Köln.", "cp1252"),
        ("Le ministère a déclaré où et à qui.", "latin-1"),
        (POLISH, "cp1250"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
    ],
)
def test_encodings_are_found(text: str, encoding: str) -> None:
    decoded, notes = decode(text.encode(encoding))
    assert decoded == text
    assert bool(notes) == (encoding != "utf-8")


def test_stray_bytes_in_utf8_are_read_as_windows_1252_and_counted() -> None:
    data = "The café’s owner said “no”".encode() + b" and \x93yes\x94."
    decoded, notes = decode(data)
    assert decoded == "The café’s owner said “no” and “yes”."
    assert notes == ("not all UTF-8: 2 stray bytes were read as Windows-1252",)


def test_a_declared_charset_counts_where_the_bytes_are_no_utf8() -> None:
    assert decode(POLISH.encode("iso-8859-2"), declared="iso-8859-2")[0] == POLISH
    assert decode(POLISH.encode(), declared="iso-8859-2")[0] == POLISH
    assert decode(b"caf\xe9 society", declared="no-such-charset")[0] == "café society"


def test_a_replaced_character_is_counted() -> None:
    decoded, notes = decode(b"\xff\xfe" + "ferry".encode("utf-16-le") + b"\x00\xd8")
    assert decoded == "ferry\ufffd"
    assert "1 unreadable byte sequence was replaced by U+FFFD" in notes


def test_replacement_characters_of_the_input_are_told_from_ours() -> None:
    _, notes = decode("a ferry \ufffd\ufffd ran".encode())
    assert notes == ("2 replacement characters (U+FFFD) stand in the input itself",)


def test_many_stray_bytes_take_linear_time() -> None:
    data = ("é " * 60_000).encode() + b"\x93 " * 50_000
    assert decode(data)[0].endswith("“ ")


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02\x03ab", bytes(range(256)) * 10, b"\xff\xfe" + b"\x01\x00\x02\x00" * 20]
)
def test_binary_is_no_text(data: bytes) -> None:
    with pytest.raises(InputError, match="binary, no text"):
        read_text(data)


@pytest.mark.parametrize(
    "text",
    ["A ferry ran\taground.\n", "one \x00 NUL in a text that is long enough to be one", "\x1b[31mred", ""],
)
def test_text_with_a_few_control_characters_is_text(text: str) -> None:
    assert read_text(text.encode())[0] == text
