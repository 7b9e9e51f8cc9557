"""Loaders of the gold for names, on files of our own, and floors on the real sets where they are at hand."""

import json
from pathlib import Path

import pytest

from secondsource.evaluate import names
from secondsource.evaluate.sets.folder import has_data
from secondsource.evaluate.sets.named import load_gap, load_newswire, load_re3d, load_uner

NEWSWIRE = """https://example.org/one\tO

OSLO\tB-Location
(\tO
AP\tB-Organization
)\tO
-\tO
The\tO
Swedish\tB-NORP
half\tO
-\tO
brother\tO
of\tO
Ola\tB-Person
Nordby\tI-Person
left\tO
.\tO
"""
UNER = """# newdoc id = one
# text = Ola Nordby left.
1\tOla\tB-PER\t-\t-
2\tNordby\tI-PER\t-\t-
3\tleft\tO\t-\t-
4\t.\tO\t-\t-
"""


@pytest.fixture
def gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SECONDSOURCE_DATA", str(tmp_path))
    folder = tmp_path / "en_worldwide_newswire"
    folder.mkdir()
    (folder / "a.txt.tsv").write_text(NEWSWIRE, encoding="utf-8")
    folder = tmp_path / "uner_ewt"
    folder.mkdir()
    (folder / "en_ewt-ud-dev.iob2").write_text(UNER, encoding="utf-8")
    folder = tmp_path / "re3d" / "Own"
    folder.mkdir(parents=True)
    text = "The Halden Bank met us. We left Norway."
    rows = [
        ("Organisation", 0, 15),
        ("Organisation", 4, 15),
        ("Organisation", 24, 26),
        ("Organisation", 32, 38),
    ]
    (folder / "documents.json").write_text(json.dumps({"_id": "d", "text": text}), encoding="utf-8")
    (folder / "entities.json").write_text(
        "\n".join(json.dumps({"documentId": "d", "begin": b, "end": e, "type": t}) for t, b, e in rows),
        encoding="utf-8",
    )
    folder = tmp_path / "gap"
    folder.mkdir()
    columns = [
        "ID",
        "Text",
        "Pronoun",
        "Pronoun-offset",
        "A",
        "A-offset",
        "A-coref",
        "B",
        "B-offset",
        "B-coref",
        "URL",
    ]
    row = [
        "1",
        "Eric Berg met Eva Holm. She left.",
        "She",
        "24",
        "Eric Berg",
        "0",
        "FALSE",
        "Eva Holm",
        "14",
        "TRUE",
        "-",
    ]
    (folder / "gap-development.tsv").write_text(
        "\t".join(columns) + "\n" + "\t".join(row) + "\n", encoding="utf-8"
    )
    return tmp_path


def test_tokens_are_put_together_with_their_names(gold: Path) -> None:
    (text,) = load_newswire()
    assert "OSLO (AP) - The Swedish half-brother of Ola Nordby left." in text.text
    assert [(span.of(text.text), kind) for span, kind in text.gold] == [
        ("OSLO", "place"), ("AP", "organisation"), ("Ola Nordby", "person"),
    ]  # fmt: skip
    assert [span.of(text.text) for span in text.free] == ["Swedish"]


def test_documents_of_sentences_are_read(gold: Path) -> None:
    (text,) = load_uner()
    assert [span.of(text.text) for span, _ in text.gold] == ["Ola Nordby"]


def test_pronouns_and_nested_or_common_gold_are_left_out(gold: Path) -> None:
    (text,) = load_re3d()
    assert [(span.of(text.text), kind) for span, kind in text.gold] == [
        ("The Halden Bank", "organisation"), ("Norway", "place"),
    ]  # fmt: skip


def test_a_row_of_gap_names_a_pronoun_and_two_persons(gold: Path) -> None:
    (row,) = load_gap()
    assert [span.of(row.text) for span in (row.pronoun, row.a, row.b)] == ["She", "Eric Berg", "Eva Holm"]
    assert (row.a_is, row.b_is) == (False, True)


def test_every_set_is_scored_beside_its_floor(gold: Path) -> None:
    scores = {(s.dataset, s.system, s.measure): s.prf for s in names.run()}
    assert {dataset for dataset, _, _ in scores} == {
        "re3d",
        "worldwide newswire",
        "UNER-EWT dev",
        "GAP development",
    }
    ours = scores["worldwide newswire", "secondsource", "typed overlap"]
    assert ours is not None
    assert (ours.tp, ours.fn) == (3, 0)
    pronoun = scores["GAP development", "secondsource", "pronoun"]
    assert pronoun is not None
    assert (pronoun.tp, pronoun.fp, pronoun.fn) == (1, 0, 0)


def test_there_are_no_errors_where_all_is_found(gold: Path) -> None:
    assert [case for case in names.errors() if case[0].startswith("UNER")] == []


@pytest.mark.parametrize(
    ("folder", "dataset"), [("re3d", "re3d"), ("en_worldwide_newswire", "worldwide newswire")]
)
def test_names_beat_the_floor_and_the_bar_on_real_gold(folder: str, dataset: str) -> None:
    if not has_data(folder):
        pytest.skip(f"the gold data {folder} is not at hand; set SECONDSOURCE_DATA")
    scores = {(s.dataset, s.system, s.measure): s.prf for s in names.run(limit=30)}
    ours = scores[dataset, "secondsource", "typed overlap"]
    floor = scores[dataset, "floor: capital runs", "typed overlap"]
    assert ours is not None
    assert floor is not None
    assert ours.f1 > max(0.75, floor.f1)
