"""What peers find is counted as ours is. Their own programs are not started here: answers are written out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from secondsource.errors import MissingExtraError
from secondsource.evaluate.peers import PEERS, peers_of
from secondsource.evaluate.sets.folder import has_data


def test_every_peer_stands_beside_an_evaluation_and_has_an_adapter() -> None:
    runner = Path("evaluation/peers/run.py").read_text(encoding="utf-8")
    assert all(f'"{peer.name}": (' in runner for peer in PEERS)
    assert {peer.name for peer in peers_of("quantities")} == {"quantulum3", "recognizers"}


def test_without_their_environment_the_line_that_makes_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(MissingExtraError, match="make peers"):
        peers_of("stories")[0].run(limit=1)


@pytest.mark.skipif(not has_data("newsquant"), reason="the gold data newsquant is not at hand")
def test_a_peer_that_repeats_the_gold_is_right_everywhere() -> None:
    from secondsource.evaluate.sets import newsquant

    def answer(texts: Any) -> list[list[dict[str, Any]]]:
        gold = {s.text: s.gold for s in newsquant.read(20)}
        return [
            [
                {"low": g.low, "high": g.high, "unit": g.normalised, "start": 0, "end": 1}
                for g in gold[t["text"]]
            ]
            for t in texts
        ]

    ((_, _, measured),) = peers_of("quantities")[0].score(answer, 20)
    for name in ("quantity value as annotated", "quantity value and unit as annotated"):
        assert sum(m.counts[name].f1 < 1 and m.counts[name].support > 0 for m in measured) == 0


def test_passages_of_versions_and_of_one_report_are_no_copies_of_a_peer() -> None:
    def all_pairs(texts: Any) -> list[list[dict[str, Any]]]:
        return [[{"from": i, "to": j} for j in range(len(t["passages"])) for i in range(j)] for t in texts]

    rows = peers_of("stories")[0].score(all_pairs, 1)
    counts = rows[0][2][0].counts["copied passages"]
    assert counts.recall in (0.0, 1.0)
