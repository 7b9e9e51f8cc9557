"""JSON: valid against its own schema, spans that select their words, ids that lead somewhere."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from secondsource.model import Brief
from secondsource.render import brief_schema, extraction_json, extraction_schema, render_json


def spanned(value: Any, report: str | None = None) -> Iterator[tuple[str, str, int, int]]:
    """All (report, text, start, end) below a value; the report of a record counts for what is inside."""
    if isinstance(value, dict):
        report = value["report"] if isinstance(value.get("report"), str) else report
        if {"text", "start", "end"} <= value.keys() and report:
            yield report, value["text"], value["start"], value["end"]
        for each in value.values():
            yield from spanned(each, report)
    elif isinstance(value, list):
        for each in value:
            yield from spanned(each, report)


@pytest.mark.parametrize("excerpts", [False, True])
def test_a_brief_is_valid_against_its_schema(fire: Brief, excerpts: bool) -> None:
    schema = brief_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(render_json(fire, excerpts=excerpts)))


def test_an_extraction_is_valid_against_its_schema(fire: Brief) -> None:
    schema = extraction_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(extraction_json(fire.reading)))


def test_a_key_that_the_schema_does_not_know_is_refused(fire: Brief) -> None:
    printed = json.loads(render_json(fire))
    printed["claims"][0]["colour"] = "red"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(brief_schema()).validate(printed)


def test_every_span_selects_its_words_from_headline_and_text(fire: Brief) -> None:
    printed = json.loads(render_json(fire))
    texts = {
        r["id"]: (f"{r['headline']}\n\n" if r["headline"] else "") + r["text"] for r in printed["reports"]
    }
    found = list(spanned({k: v for k, v in printed.items() if k != "reports"}))
    assert len(found) > 60
    assert [each for each in found if texts[each[0]][each[2] : each[3]] != each[1]] == []


def test_copied_passages_select_from_their_own_reports(fire: Brief) -> None:
    printed = json.loads(render_json(fire))
    texts = fire.reading.text
    (copy,) = printed["copies"]
    for report, side in ((copy["from"], copy["text_from"]), (copy["to"], copy["text_to"])):
        assert texts[report][side["start"] : side["end"]] == side["text"]
    (change,) = copy["changes"]
    assert (change["from"], change["to"], change["kind"]) == ("12,000", "21,000", "figure")
    assert texts[copy["to"]][change["to_span"]["start"] : change["to_span"]["end"]] == "21,000"


def test_names_are_printed_joined_and_every_reference_leads_to_one(fire: Brief) -> None:
    printed = json.loads(render_json(fire))
    names = {e["id"] for e in printed["entities"]}
    speakers = {a["speaker"] for a in printed["attributions"] if a["speaker"]}
    assert speakers
    assert speakers | {o["entity"] for o in printed["origins"] if o["entity"]} <= names


def test_chains_and_scopes_are_words_with_their_spans_beside_them(fire: Brief) -> None:
    printed = json.loads(render_json(fire))
    relayed = next(a for a in printed["attributions"] if a["id"] == "a1")
    assert relayed["chain_text"] == [None, "Radio Nord", "harbour master Ilse Brandt"]
    assert [bool(span) for span in relayed["chain_spans"]] == [False, True, True]
    denial = next(a for a in printed["attributions"] if a["id"] == "a3")
    text, span = fire.reading.text["r1"], denial["scope_span"]
    assert text[span["start"] : span["end"]] == denial["scope"] == "on the night of the fire"


def test_whole_numbers_have_no_decimal_point(fire: Brief) -> None:
    assert '"low": 12000,' in render_json(fire)


def test_excerpts_leave_the_texts_of_the_reports_out(fire: Brief) -> None:
    reports = json.loads(render_json(fire, excerpts=True))["reports"]
    assert reports
    assert all("text" not in r for r in reports)


def test_what_a_terminal_would_act_on_is_escaped_and_survives_a_round_trip(fire: Brief, with_report) -> None:
    text = fire.reading.report["r1"].text + "\n\x1b[31m \u202e \u0085 \ud800 \u2028"
    written = render_json(with_report(fire, "r1", text=text))
    written.encode("utf-8")
    assert not set("\x1b\u202e\u0085\u2028") & set(written)
    assert json.loads(written)["reports"][0]["text"] == text


def test_the_same_brief_gives_the_same_json(fire: Brief) -> None:
    assert render_json(fire) == render_json(fire)


def test_an_option_given_twice_is_printed_twice(fire: Brief) -> None:
    dated = (("date", "a.txt=2031-05-13"), ("date", "b.txt=2031-05-14"))
    printed = json.loads(render_json(dataclasses.replace(fire, options=dated)))
    assert [o["value"] for o in printed["options"]] == ["a.txt=2031-05-13", "b.txt=2031-05-14"]
