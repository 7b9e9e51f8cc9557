from factories.readings import case

FERRY = {
    "herald": "The ferry Aldis ran aground off Cape Noll on Monday. The coastguard took 214 people off the Aldis, Captain Jon Reve said.",
    "post": "Passengers of the Aldis spent a night in a school after the ferry hit rocks at Cape Noll. The coastguard praised Captain Jon Reve.",
    "wire": "Voters in Tresk chose a new mayor. Lena Orvik won 52 percent of the vote against Pavel Ruud.",
    "mail": "Lena Orvik will be the mayor of Tresk after she beat Pavel Ruud in the election.",
}


def test_reports_of_one_event_are_one_story():
    found = case(FERRY)
    assert {frozenset(s.reports) for s in found.findings.stories} == {
        frozenset(["herald", "post"]),
        frozenset(["wire", "mail"]),
    }


def test_a_like_event_months_later_is_another_story():
    found = case({"herald": FERRY["herald"], "post": FERRY["post"]}, herald="2031-03-04", post="2031-07-20")
    assert len(found.findings.stories) == 2


def test_the_title_of_a_story_is_the_first_report_s():
    found = case(FERRY)
    assert found.findings.stories[0].title.startswith("The ferry Aldis ran aground")
