from factories.readings import case

from secondsource.render import compose

VISIT = {
    "herald": "President Mirna Sokol will visit Lisbon on March 12, her office said.",
    "post": "President Mirna Sokol will travel to Lisbon this weekend.",
}


def lines(found, tag):
    made = compose(found.reading, found.findings)
    return [line for line in made.lines if line.tag == tag]


def test_days_that_no_date_of_publication_settles_are_listed_as_open_and_are_no_conflict():
    found = case(VISIT, day=None)
    (line,) = lines(found, "open")
    assert line.text == "Not known to be one date: “March 12” and “this weekend”"
    assert {e.report for e in line.evidence} == {"herald", "post"}
    assert lines(found, "conflicts") == []


def test_with_dates_the_same_days_are_a_conflict_and_nothing_is_open():
    found = case(VISIT, day="2031-03-04")
    assert len(lines(found, "conflicts")) == 1
    assert lines(found, "open") == []
