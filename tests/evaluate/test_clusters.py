from __future__ import annotations

import json
from pathlib import Path

import pytest

from secondsource.evaluate import clusters, outlets
from secondsource.evaluate.clusters import batch, in_order, measure_partition
from secondsource.evaluate.sets.events import ECB_DEV, read_corpus, read_ecb, read_galaxy
from secondsource.evaluate.sets.nanco import read_nanco
from secondsource.model import Report
from secondsource.pipeline import read_reports

FERRY = "The ferry Havbris ran aground off Tarn on Monday. The harbour office of Tarn said 40 people left the ferry Havbris."
BANK = "The Bank of Oberau raised its rate to 4 percent on Tuesday. Governor Ilse Kranz of the Bank of Oberau said prices rose."


def test_a_report_stays_where_it_was_put_when_it_came() -> None:
    reports = [
        Report("r1", FERRY, published_at="2031-03-04"),
        Report("r2", BANK, published_at="2031-03-05"),
        Report("r3", FERRY.replace("40", "41"), published_at="2031-03-06"),
    ]
    reading = read_reports(reports)
    labels = in_order(reading)
    assert labels["r1"] == labels["r3"] != labels["r2"]
    assert len(set(batch(reading).values())) == 2


def test_a_partition_is_scored_by_all_four_measures() -> None:
    rows = {
        row.measure: row
        for row in measure_partition("d", "s", {"a": 1, "b": 1, "c": 2}, {"a": 1, "b": 1, "c": 2})
    }
    assert set(rows) == {"B³", "pairs", "CoNLL"}
    assert all(row.figure == 1.0 for row in rows.values())


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SECONDSOURCE_DATA", str(tmp_path))
    return tmp_path


def test_ecb_is_read_with_its_two_events_a_topic(data: Path) -> None:
    folder = data / "ecbplus" / "ECB+" / str(ECB_DEV[0])
    folder.mkdir(parents=True)
    tokens = [
        (0, "Mr."),
        (0, "Berg"),
        (0, "did"),
        (0, "n't"),
        (0, "pay"),
        (0, "$"),
        (0, "5"),
        (0, "."),
        (1, "Why"),
        (1, "?"),
    ]
    xml = "".join(f'<token sentence="{s}">{w}</token>' for s, w in tokens)
    for name in ("2_1ecb", "2_1ecbplus"):
        (folder / f"{name}.xml").write_text(f"<Document>{xml}</Document>", encoding="utf-8")
    events = read_ecb(limit=1)
    assert events.event == {"2_1ecb": "2", "2_1ecbplus": "2plus"}
    assert events.lookalikes == (("2", "2plus"),)
    assert events.reports[0].text == "Mr. Berg didn't pay $5.\nWhy?"


def test_wikinews_events_are_read_in_order_of_time(data: Path) -> None:
    (data / "galaxy_events").mkdir()
    articles = [
        {"title": "Later", "text": "b", "created_at": {"$date": "2014-09-13T14:52:18.202-0400"}},
        {"title": "Earlier", "text": "a", "created_at": {"$date": "2014-09-12 10:00:00-04:00"}},
        {"title": "Empty", "text": " ", "created_at": None},
    ]
    path = data / "galaxy_events" / "handpicked.json"
    path.write_text(json.dumps([{"title": "x", "articles": articles}]), encoding="utf-8")
    events = read_galaxy("handpicked")
    assert [r.headline for r in events.reports] == ["Earlier", "Later"]
    assert events.reports[1].published_at == "2014-09-13T14:52:18-04:00"


def test_the_corpus_gives_its_lookalike_pairs_only_where_both_are_there() -> None:
    events = read_corpus(Path("corpus/dev"), "corpus dev", limit=2)
    known = set(events.event.values())
    assert len(known) == 2
    assert all(set(pair) <= known for pair in events.lookalikes)


def test_answers_agree_where_their_claims_are_in_one_group(data: Path) -> None:
    (data / "nanco").mkdir()
    said = [
        "The plant will cost 40 million euros",
        "It will close in May",
        "The plant will cost 40 million euros",
    ]
    answers = [
        {"Paragraph": f"{words}, the ministry said.", "Answer": words, "Article URL": f"https://paper{i}.example/x",
         "cluster_Phil": c, "cluster_Lidiya": c, "cluster_Jason": c}
        for i, (words, c) in enumerate(zip(said, ["1", "2", "1"], strict=True))
    ]  # fmt: skip
    path = data / "nanco" / "nanco_dev.json"
    path.write_text(json.dumps([{"question": "What about the plant?", "answers": answers}]), encoding="utf-8")
    (question,) = read_nanco()
    assert [r.outlet for r in question.reports] == ["paper0.example", "paper1.example", "paper2.example"]
    scores = {(s.measure, s.system): s.figure for s in outlets.run()}
    assert scores["B³", "secondsource"] == 1.0
    assert scores["pairs", "floor: each answer alone"] == 0.0
    assert scores["B³", "annotators with each other"] == 1.0
    assert outlets.errors() == []


def test_clusters_without_public_data_are_those_of_the_corpus(data: Path) -> None:
    rows = clusters.run(limit=1)
    assert {row.dataset.partition(",")[0] for row in rows} == {"corpus dev"}
