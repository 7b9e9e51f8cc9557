import pytest

from secondsource.extract.rules import RuleExtractor
from secondsource.model import Report, Span
from secondsource.pipeline import brief
from secondsource.render.fragments import hangs_on, with_verb


@pytest.mark.parametrize(
    ("text", "words", "hangs"),
    [
        ("Before the vote ended, the mayor left.", "Before the vote ended", True),
        ("The mayor left before the vote ended.", "the vote ended", True),
        ("The ferry, which sank in June, was old.", "which sank in June", True),
        ("The ferry sank in June.", "The ferry sank in June", False),
    ],
)
def test_a_clause_that_a_connective_opens_hangs_on_another(text, words, hangs):
    start = text.index(words)
    assert hangs_on(text, Span(start, start + len(words))) is hangs


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "The union accused the mill of dumping dye into the river.",
            "accused the mill of dumping dye into the river",
        ),
        (
            "The union accused the mill of dumping dye, which had killed fish.",
            "accused the mill of dumping dye, which had killed fish",
        ),
        ("The chairman promised investors a quiet year.", "promised investors a quiet year"),
        ("The mayor said the bridge was shut.", "the bridge was shut"),
        ("The mayor says 17 dead as of noon.", "17 dead as of noon"),
    ],
)
def test_an_object_is_quoted_with_its_verb_and_a_sentence_without(text, shown):
    attribution = RuleExtractor().extract(Report("r", text)).attributions[0]
    assert with_verb(text, attribution.content[0], attribution).of(text) == shown


def lines(tmp_path, kind: str, text: str) -> list[str]:
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    return [each.text for s in brief([path]).stories[0].sections if s.kind == kind for each in s.lines]


def test_what_one_breath_says_is_one_line(tmp_path):
    told = lines(
        tmp_path,
        "single",
        "A mill burned in Tarn.\n"
        '"The loft, which stored the wool, was lost and the dye house has no roof," said Ada Linde, the owner.\n',
    )
    assert told == ["“The loft, which stored the wool, was lost and the dye house has no roof”"]


def test_a_clause_that_hangs_on_another_is_no_line_of_its_own(tmp_path):
    told = lines(
        tmp_path,
        "single",
        "A mill burned in Tarn.\nBefore the shift ended, inspectors found that the doors were locked, "
        "according to Ada Linde.\n",
    )
    assert told
    assert not any("shift" in text for text in told)


def test_words_that_end_in_words_of_another_are_shown_to_their_end(tmp_path):
    told = lines(
        tmp_path,
        "single",
        "A mill burned in Tarn.\nThe guild said Ada Linde will rebuild the mill and reject what she called "
        "an unfair verdict on wool.\n",
    )
    assert told == ["“Ada Linde will rebuild the mill and reject what she called an unfair verdict on wool”"]


def test_what_an_interview_has_shown_is_not_shown_again_for_the_office_behind_it(tmp_path):
    first = (
        "Latvian Transport Minister Ada Linde told the Tarn Post in an interview that three ferries would stop.\n"
        "The Latvian Transport Ministry said on Tuesday that 40 sailors had left the port of Riga.\n"
    )
    second = (
        "The ferries need new engines, Latvian Transport Minister Ada Linde said in an interview "
        "with the Tarn Post. Three ferries would stop, she added.\n"
    )
    for name, text in (("a.txt", first), ("b.txt", second)):
        (tmp_path / name).write_text("Ferries in Riga\n" + text, encoding="utf-8")
    sections = [s for story in brief([tmp_path]).stories for s in story.sections if s.kind == "single"]
    interview, ministry = [each for s in sections for each in s.lines if each.tag == "shared"]
    assert interview.text == "2 reports draw on one interview with Tarn Post: Latvian Transport Ministry"
    assert len(interview.evidence) == 3
    assert "passages shown above are left out here" in ministry.why
    assert [e.report for e in ministry.evidence] == [interview.evidence[0].report]


def test_a_date_in_a_relative_clause_is_told_with_what_it_belongs_to(tmp_path):
    told = lines(
        tmp_path,
        "timeline",
        "March 5, 2031\nThe strike, which ends on March 9, has closed the port of Tarn.\n",
    )
    assert "“The strike, which ends on March 9”" in told


def test_an_agreed_point_is_named_by_what_no_report_says_alone(tmp_path):
    for name, text in (
        ("a.txt", "Ada Linde arrived in Tarn on Monday for a two-day visit with her brother, police said.\n"),
        ("b.txt", "Ada Linde arrived in Tarn on Monday, the harbour master said.\n"),
    ):
        (tmp_path / name).write_text("March 5, 2031\n" + text, encoding="utf-8")
    sections = [s for story in brief([tmp_path]).stories for s in story.sections]
    agreed = [each.text for s in sections if s.kind == "agreed" for each in s.lines]
    assert agreed == ["“Ada Linde arrived in Tarn on Monday”"]
