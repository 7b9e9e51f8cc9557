from __future__ import annotations

import pytest

from secondsource.errors import OptionError
from secondsource.evaluate.diff import Changes, errors_at
from secondsource.evaluate.registry import worst_of


def test_errors_that_are_gone_are_gained_and_new_ones_are_lost() -> None:
    before = [("times", "value", "a"), ("times", "value", "b"), ("times", "value", "b")]
    after = [("times", "value", "b"), ("times", "missed", "c")]
    found = Changes(before, after)
    assert found.gained == [("times", "value", "a"), ("times", "value", "b")]
    assert found.lost == [("times", "missed", "c")]


def test_an_unknown_revision_is_refused() -> None:
    with pytest.raises(OptionError, match="git worktree"):
        errors_at("no-such-revision", ["stories"])


def test_the_worst_errors_take_turns_by_kind() -> None:
    errors = [("rare", "r1"), ("often", "o1"), ("often", "o2"), ("often", "o3")]
    assert worst_of(errors, 2) == [("often", "o1"), ("rare", "r1")]
    assert worst_of(errors, 9) == [("often", "o1"), ("rare", "r1"), ("often", "o2"), ("often", "o3")]


def test_every_data_set_of_a_table_leads_to_the_data_it_was_read_from() -> None:
    from secondsource.evaluate.registry import data_hash, load

    rows = load("stories").run(limit=1)
    assert all(len(data_hash(row.dataset)) == 12 for row in rows)
