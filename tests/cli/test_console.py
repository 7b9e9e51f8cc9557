"""Nothing that is printed steers the terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.cli.console import visible
from secondsource.cli.tables import table


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain – “words”\tand\nlines", "plain – “words”\tand\nlines"),
        ("\x1b[2Jcleared", r"\u001b[2Jcleared"),
        ("\x9b31mred", r"\u009b31mred"),
        ("evil\u202etxt.exe", r"evil\u202etxt.exe"),
        ("\u2066isolated\u2069", r"\u2066isolated\u2069"),
        ("over\rwritten", r"over\u000dwritten"),
        ("byte \udcff of a name", r"byte \udcff of a name"),
        ("العربية", "العربية"),
    ],
)
def test_what_steers_a_terminal_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_any_text_can_be_shown_and_showing_it_twice_changes_nothing(text: str) -> None:
    shown = visible(text)
    assert visible(shown) == shown
    shown.encode("utf-8")
    assert "\x1b" not in shown


def test_columns_are_in_line_whatever_the_width_of_the_letters() -> None:
    printed = table(("name", "n"), [("朝鮮", "3"), ("cue", "12")], right=frozenset({1}))
    assert printed.splitlines() == ["name   n", "朝鮮   3", "cue   12"]
