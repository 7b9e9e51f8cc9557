import pytest
from factories.readings import case

from secondsource.model import Report
from secondsource.pipeline import analyse, read_reports


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "A senior harbour official said 12 ships left. The official said three were empty.",
            "12 ships",
            "three were",
        ),
        ("Ana Lubin said 12 ships left. She said three were empty.", "12 ships", "three were"),
    ],
)
def test_who_spoke_before_is_meant(text, first, second):
    found = case({"r": text})
    assert found.origin(first) == found.origin(second)


def test_a_spokeswoman_speaks_for_the_company_named_before_her():
    found = case(
        {"r": "Veltra Shipping lost two cranes in the storm. A spokeswoman said nobody was hurt at the port."}
    )
    assert found.origin("nobody was hurt") == "Veltra Shipping"


def test_several_who_say_one_thing_are_none_of_them_alone():
    found = case(
        {
            "r": "Norway, Chile and other countries accused Veltra Shipping of dumping oil.",
            "s": "Norway said Veltra Shipping dumped oil near Malta.",
        }
    )
    assert found.origin("dumping oil") != found.origin("dumped oil")


def test_a_newsroom_speaks_for_its_company():
    reports = [
        Report("r", "Veltra Shipping will open a yard in Bergen.", outlet="Veltra Shipping Newsroom"),
        Report("s", "Veltra Shipping said it will open a yard in Bergen.", outlet="Herald"),
    ]
    findings = analyse(read_reports(reports))
    named = [o for o in findings.origins if o.name == "Veltra Shipping"]
    assert len(named) == 1
    assert len(named[0].claims) == 2


@pytest.mark.parametrize(("outlet", "own"), [("Veltra Shipping", 2), ("Veltra Shipping News", 1)])
def test_a_body_that_others_quote_publishes_about_itself_unless_it_is_an_outlet(outlet: str, own: int):
    reports = [
        Report("r", "The new yard in Bergen will open in May, after two years of delay.", outlet=outlet),
        Report("s", "Veltra Shipping said its yard in Bergen will open in May.", outlet="Herald"),
    ]
    findings = analyse(read_reports(reports))
    named = [o for o in findings.origins if o.name == "Veltra Shipping"]
    assert sum(len(o.claims) for o in named) == own


@pytest.mark.parametrize(
    ("outlet", "text", "other"),
    [
        # By its name; by what it relays; by whom it lets speak.
        (
            "Nordpress Group",
            "The yard in Bergen will open in May.",
            "Nordpress Group said the yard in Bergen will open in May.",
        ),
        (
            "Halden Group",
            "The yard in Bergen will open in May.",
            (
                "Halden Group said the yard in Bergen will open in May. "
                "Ana Lubin said in an interview with Halden Group that it will be late."
            ),
        ),
        (
            "Halden Group",
            (
                "Ana Lubin said the yard will open in May. Veltra Shipping said it will be late. "
                "Bergen City Council said it will be costly. Norsk Yards said nobody knows."
            ),
            "Halden Group said the yard in Bergen will open in May.",
        ),
    ],
)
def test_an_outlet_that_others_quote_is_no_named_origin_of_what_it_gives_no_source_for(outlet, text, other):
    lead = "The old yard in Bergen was closed on Friday. "
    reports = [Report("r", lead + text, outlet=outlet), Report("s", other, outlet="Herald")]
    findings = analyse(read_reports(reports))
    assert f"{outlet}, own voice" in [o.name for o in findings.origins if o.kind == "unstated"]


def test_a_role_of_one_report_is_named_in_another():
    found = case(
        {
            "r": "Mayor Celia Brand of Torva said the bridge will open on Friday.",
            "s": "The bridge at Torva will open on Friday, the mayor said.",
        }
    )
    assert found.origin("will open on Friday", "r") == found.origin("will open on Friday", "s")


def test_outlets_of_one_publisher_have_one_voice_of_their_own():
    text = "Veltra Shipping will open a yard in Bergen on Friday."
    reports = [
        Report("r", text, outlet="Herald", publisher="Nord Press"),
        Report(
            "s",
            "A new yard of Veltra Shipping opens in Bergen on Friday.",
            outlet="Post",
            publisher="Nord Press",
        ),
    ]
    findings = analyse(read_reports(reports))
    assert [o.name for o in findings.origins] == ["Nord Press, own voice"]
