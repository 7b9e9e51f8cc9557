"""Times in a text: spans, values, anchors. `[words](value)` marks what has to be found; `?` is unresolved."""

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.text.times import bounds, find_times, is_valid

WEDNESDAY = "2031-03-05"
_MARK = re.compile(r"\[(?P<words>[^\]]+)\]\((?P<value>[^)]+)\)")


def unmarked(marked: str) -> tuple[str, list[tuple[str, str]]]:
    """Return the text without marks, and the words and values that it marks."""
    return _MARK.sub(lambda m: m["words"], marked), [(m["words"], m["value"]) for m in _MARK.finditer(marked)]


def check(marked: str, published: str | None = WEDNESDAY, **options: str) -> None:
    """Assert that exactly the marked times are found, with their values."""
    text, wanted = unmarked(marked)
    found = [(t.span.of(text), t.edtf or "?") for t in find_times(text, published=published, **options)]
    assert found == wanted


@pytest.mark.parametrize(
    "marked",
    [
        "The ferry sank on [June 19, 2030](2030-06-19), off the coast.",
        "The talks ran on [19 June](2030-06-19) and ended well.",
        "It was [the 19th of June](2030-06-19) when the mast fell.",
        "The lease ends [this February 29](?).",
        "He was born on [3 May 1999](1999-05-03).",
        "The log of [2030-06-19](2030-06-19) was lost.",
        "The invoice of [06/07/2030](2030-06-07) is missing.",
        "The invoice of [19/06/2030](2030-06-19) is missing.",
        "The invoice of [19.06.2030](2030-06-19) is missing.",
        "The ship will call at the port on [April 19 and 20](2031-04-19/2031-04-20).",
        "The summit is set for [April 19-21](2031-04-19/2031-04-21).",
        "The fair runs [19-21 April 2032](2032-04-19/2032-04-21).",
        "The fair runs [from June 28 to July 2](2031-06-28/2031-07-02).",
        "[Between August 2029 and February 2030](2029-08/2030-02) the yard built nine hulls.",
        "The yard worked [from March to May](2030-03/2030-05).",
        "He served [from 2014 to 2018](2014/2018).",
        "In [2028-29](2028/2029) the club won nothing.",
        "[From Monday to Wednesday](2031-03-03/2031-03-05) the road was shut.",
        "The report covers [January](2031-01) and [February 2031](2031-02).",
        "It was signed in [May 2020](2020-05) and again in [May](2030-05).",
        "The council met [Tuesday, March 4, 2031](2031-03-04), and will meet again [the next day](2031-03-05).",
        "The deal was struck on [New Year’s Eve](2030-12-31).",
        "The bakery opened on [Christmas Day](2030-12-25).",
        "The choir sang on [Good Friday 2024](2024-03-29).",
        "The vote is on [the first Sunday of May](2031-05-04).",
        "It will take effect on [Jan. 1](2032-01-01).",
        "[Sept. 16](2030-09-16) was no holiday.",
        "It was opened on [the first of May](2030-05-01).",
        "He came home before [9/11](2001-09-11), not after.".replace("before [9/11](", "[before 9/11](../"),
        "It closed on [Sunday (March 2)](2031-03-02).",
        "The strike began on [Friday the 13th](2030-12-13).",
        "They met on [the weekend of February 15](2031-02-15/2031-02-16).",
    ],
)
def test_days_and_months_by_name(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "It has been closed [since 1961](1961/..).",
        "The treaty of [the 1990s](199X) was never signed.",
        "He was jailed in [the early 1980s](1980/1983).",
        "The mine opened in [the nineties](199X).",
        "The [2028](2028) election was close.",
        "In [the 19th century](1800/1899), it was a fort.",
        "The group said in a [2019](2019) report that the number had doubled.",
        "Sales rose in [Q2 2030](2030-04/2030-06).",
        "Sales rose in [the second quarter of 2030](2030-04/2030-06).",
        "Sales rose in [the first half of 2029](2029-01/2029-06).",
        "Sales rose in [the first nine months of 2029](2029-01/2029-09).",
        "Profit fell in [the three months to 31 March](2031-01/2031-03).",
        "In [the year to March](2030-04/2031-03), output fell.",
        "Losses grew in [fiscal 2029](2029).",
        "It stood empty [since the summer of 2021](2021-06/..).",
        "The dam held [until mid-May](../2031-05-20).",
        "It was renewed [early last year](2030-01/2030-04) and expires at [the end of next month](2031-04-24/2031-04-30).",
        "In [late February](2031-02-21/2031-02-28), the ice broke.",
        "[The first week of April](2030-04-01/2030-04-07) was calm.",
        "[By the end of the year](../2031-12), the fleet will be gone.",
        "[About 1950](1950~) the mill closed.",
        "The hall was built [around 1900](1900~).",
        "The offer runs [through the end of March](../2031-03-31).",
        "The strikes of [1994](1994), [1995](1995) and [1997](1997) failed.",
        "In [January last year](2030-01) the well ran dry.",
    ],
)
def test_years_and_their_parts(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "The mayor resigned [today](2031-03-05), and the deputy left [yesterday](2031-03-04).",
        "[Tonight](2031-03-05) the council meets; [this morning](2031-03-05) it was silent.",
        "Crews will return [tomorrow](2031-03-06).",
        "They left [last week](2031-02-24/2031-03-02), [last month](2031-02) and [last year](2030).",
        "More will come [next week](2031-03-10/2031-03-16).",
        "She will speak [this weekend](2031-03-08/2031-03-09).",
        "The snow fell [last weekend](2031-03-01/2031-03-02).",
        "Divers found the bell on [Tuesday night](2031-03-04).",
        "The mine closed [last September](2030-09).",
        "Prices doubled [last winter](2030-12/2031-02).",
        "[Nine months ago](2030-06) the pier burned.",
        "[A fortnight ago](2031-02-19) the pier burned.",
        "[Ten days ago](2031-02-23) the wall fell.",
        "[About two years ago](2029~) the wall fell.",
        "Some 900 people fled in [the past 14 months](2030-01-05/2031-03-05).",
        "Over [the last two weeks](2031-02-19/2031-03-05), prices fell.",
        "He spoke [late on Thursday](2031-02-27).",
        "In [recent days](?), prices fell; in [the coming weeks](?) they may rise.",
        "[A few years ago](?) it was a village.",
    ],
)
def test_times_counted_from_the_publication(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "In [November](2030-11), the court threw out the case.",
        "The court may rule in [June](2031-06).",
        "The general said on [Monday](2031-03-03) that the bridge would open on [Friday](2031-03-07).",
        "The envoy will fly out on [Friday](2031-03-07).",
        "The hearing on [Wednesday](2031-03-05) was adjourned.",
        "The hearing on [Thursday](2031-02-27) drew crowds.",
        "The hearing on [Thursday](2031-03-06) will draw crowds.",
        "The licence expires in [April](2031-04).",
        "The fair was to begin there on [Saturday](2031-03-08).",
        "The court put off the case [until Monday](../2031-03-10).",
        "The club, trailing ahead of [Sunday](2031-03-09)’s vote, lost a member.",
        "In a [Monday](2031-03-03) statement the mayor called it a lie.",
        "Rain is forecast for [next Thursday](2031-03-13), and [next Monday](2031-03-10) too.",
        "He spoke of the [November](2031-11) election.",
        "They will vote again if he wins in [October](2031-10).",
        "He called for a debate before [Monday](2031-03-10)’s vote.",
        "He pressed his case between now and [June](2031-06).",
        "Members could not be reached on [Monday](2031-03-03).",
        "The yard could have closed in [January](2031-01).",
        "They have sung together [since the summer](2030-06/..).",
        "Talks were postponed until [Saturday](2031-03-08).".replace(
            "until [Saturday](2", "[until Saturday](../2"
        ),
        "The vote, planned for [March 12](2031-03-12), was called off.",
        "Mr. May may resign in [March](2031-03), a friend said.",
        "The [November](2030-11) fire and the [April](2031-04) election were discussed.",
    ],
)
def test_the_tense_of_the_clause_gives_the_direction(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "On [June 5, 2030](2030-06-05), the pier burned; [three days earlier](2030-06-02) the crew had mutinied.",
        "Exports reached 9 tonnes in [2030](2030), three times more than [the previous year](2029).",
        "Sales rose in [the third quarter of 2030](2030-07/2030-09) from [the same period a year earlier](2029-07/2029-09).",
        "They met on [March 12, 2030](2030-03-12). [The following week](2030-03-18/2030-03-24) they met again.",
        "He fell on [3 May 2029](2029-05-03). [That day](2029-05-03) it rained.",
        "He fell on [3 May 2029](2029-05-03). [Two months later](2029-07) he walked.",
        "The bank failed in [2029](2029). [Since then](2029/..), nothing has been heard.",
        "[Two months after the fire on June 5](2030-08), the pier reopened.",
        "[Three days earlier](?) the crew had mutinied.",
        "The man had stolen the boat [the night before](?).",
        "[That day](?), the harbour was shut.",
        "[A day after the vote](?), the minister quit.",
        "He spoke on [the eve of the vote](?).",
    ],
)
def test_times_counted_from_an_earlier_date_of_the_text(marked: str) -> None:
    check(marked)


def test_an_event_is_dated_by_the_sentence_that_tells_it() -> None:
    check(
        "[Five months ago](2030-10), Ms. Orr went to Lund. During that visit to Lund, Ms. Orr signed a deal.\n"
        "[A month after Orr’s visit to Lund last year](2030-11), the yard opened."
    )


def test_an_event_that_two_dates_could_belong_to_stays_undated() -> None:
    text = (
        "In January 2030 Ms. Orr began a visit to Lund. In June 2030 Ms. Orr ended a second visit to Lund. "
        "A month after Orr's visit to Lund, the yard opened."
    )
    last = find_times(text, published=WEDNESDAY)[-1]
    assert last.edtf is None
    assert last.reason == "several dates fit the event"


@pytest.mark.parametrize(
    "text",
    [
        "They waited for two days, and every night they sang.",
        "The strike lasted 24 years.",
        "He paid $34 for 2,400 nails and 1,500 rounds; 2000 people watched.",
        "Mr. May met Judge May, and they may march.",
        "The Sun reported a fall in prices for the second time.",
        "It was her first win in over twenty years.",
        "The price was 2030 dollars, and the score 21-16.",
        "The fall of the city shocked the world.",
        "A Christmas tree and a spring roll cost 1,990 crowns.",
        "Flight 1987 left Gate 2014 with 1900 tonnes of rice.",
        "April Jones sat in the sun for a second.",
        "The long march began.",
        "It was a Monday, and the Super Tuesday polls smelled like Christmas.",
        "The Summer Olympics drew crowds.",
        "It came three days later than planned.",
        "They fought for more than two years in 10 Downing Street.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert find_times(text, published=WEDNESDAY) == []


@pytest.mark.parametrize(
    "marked",
    [
        "At [14:30 GMT](2031-03-05T14:30:00+00:00) the alarm rang.",
        "They met at [noon on Friday](2031-02-28T12:00:00).",
        "The wave hit at [2:30 p.m. local time on Monday, March 3](2031-03-03T14:30:00).",
        "The train left at [4 a.m. EST Tuesday](2031-03-04T04:00:00-05:00).",
        "It struck at [10:35 a.m. (0735 GMT) on Monday](2031-03-03T10:35:00+03:00).",
        "The rally began at [6 a.m. on Saturday](2031-03-01T06:00:00) and ended at [9 p.m.](2031-03-01T21:00:00)",
        "The crew met at [seven in the morning](2031-03-05T07:00:00).",
        "It sank at [ten past six on Tuesday](2031-03-04T06:10:00).",
        "The bell fell at [twenty to five in the morning local time on Sunday](2031-03-02T04:40:00).",
        "In the evening, [by six o'clock](../2031-03-05T18:00:00), all was calm.",
        "The vote closed at [5 p.m. ET on Monday](2031-03-03T17:00:00-05:00).",
        "The vote closed at [5 p.m. Eastern time on July 3, 2030](2030-07-03T17:00:00-04:00).",
        "They landed at [6:40 p.m. (GMT +8) on Monday](2031-03-03T18:40:00+08:00).",
        "It shook at [8.40pm Sydney time on Sunday](2031-03-02T20:40:00).",
        "The log ends at [2031-03-01T22:15:07Z](2031-03-01T22:15:07+00:00) without a word.",
    ],
)
def test_clock_times_carry_seconds_and_the_zone_if_known(marked: str) -> None:
    check(marked)


def test_a_zone_makes_a_clock_time_certain_and_a_bare_day_stays_uncertain() -> None:
    text = "It rang at 14:30 GMT. She left today. She came in May 2030."
    assert [t.zone_known for t in find_times(text, published=WEDNESDAY)] == [True, False, True]
    assert [t.zone_known for t in find_times(text, published=WEDNESDAY, zone_known=True)] == [
        True,
        True,
        True,
    ]


def test_a_weekday_that_has_begun_farther_east_is_the_day_after_publication() -> None:
    check("They landed [early Thursday morning local time](2031-03-06).")
    [found] = find_times("The hearing on Thursday drew crowds.", published=WEDNESDAY)
    assert found.reason == "it may be the day after publication, which had begun farther east"


@pytest.mark.parametrize(
    ("marked", "reason"),
    [
        ("She left [yesterday](?).", "no publication date to count from"),
        ("She left [last September](?).", "no publication date to count from"),
        ("She will sing on [June 19 and 20](?).", "no year, and no publication date to take it from"),
        ("She left in [March](?).", "no year, and no publication date to take it from"),
    ],
)
def test_without_a_publication_date_relative_times_say_why_they_are_unresolved(
    marked: str, reason: str
) -> None:
    check(marked, None)
    [found] = find_times(unmarked(marked)[0], published=None)
    assert found.reason == reason
    assert found.anchor is None


def test_without_a_publication_date_whole_dates_are_resolved() -> None:
    check(
        "It ran [from 2014 on](2014/..), and closed on [June 5, 2030](2030-06-05); [a day later](2030-06-06) it burned.",
        None,
    )


def test_a_dateline_is_what_relative_times_count_from() -> None:
    check("The crew left [yesterday](2031-03-02).", dateline="KESTREL, March 3")
    check("The crew left [yesterday](2031-03-04).", dateline="KESTREL")
    check("The crew left [yesterday](2031-03-04).", published="2031-03-05T23:30:00-05:00")


def test_anchors_say_what_was_counted_from() -> None:
    text = "It failed in 2030, as in the previous year. It closed last week."
    assert [t.anchor for t in find_times(text, published=WEDNESDAY)] == [None, "2030", WEDNESDAY]


def test_the_value_inside_a_bound_is_kept() -> None:
    [found] = find_times("It must close by the weekend.", published=WEDNESDAY)
    assert (found.edtf, found.base) == ("../2031-03-09", "2031-03-08/2031-03-09")
    assert found.core.of("It must close by the weekend.") == "the weekend"


def test_months_that_come_back_every_year_are_not_dated() -> None:
    check("Floods are common [between May and July](?). They usually end in [August](?).")


def test_a_bare_day_told_after_a_dated_one_is_of_its_year() -> None:
    check("On [March 2, 2015](2015-03-02), the club closed. On [March 25](2015-03-25), it burned.")


def test_an_ambiguous_numeric_date_says_so() -> None:
    [found] = find_times("Filed 06/07/2030.", published=WEDNESDAY)
    assert found.reason == "read with the month first; it may be the day"


def test_words_for_no_definite_time_come_only_when_asked_for() -> None:
    text = "Prices are now stable and have recently fallen."
    assert find_times(text, published=WEDNESDAY) == []
    assert [t.grain for t in find_times(text, published=WEDNESDAY, vague=True)] == ["vague", "vague"]


PIECES = st.sampled_from(
    "May March last next the of year 2030 June 19 and 20 - to between from since until Monday , . ; \n “ ( ) quarter "
    "third first half two months after before ago earlier a p.m. 14:30 GMT ’s '80s early mid- late end 31/12/2030 "
    "2030-02-30 Feb. 30 week winter Easter said will Kim fortnight 9999 1000 century eve that day period 0 99999999999".split(
        " "
    )
)


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map(" ".join)),
    st.sampled_from([None, WEDNESDAY, "0001-01-01", "9999-12-31", "junk"]),
)
def test_on_any_text_spans_fit_in_order_and_values_are_valid(text: str, published: str | None) -> None:
    found = find_times(text, published=published, vague=True)
    for one, after in pairwise(found):
        assert one.span.end <= after.span.start
    for one in found:
        assert one.span.of(text).strip() == one.span.of(text) != ""
        assert one.span.contains(one.core)
        assert one.edtf is None or is_valid(one.edtf)
        assert one.edtf is not None or one.reason
        if one.edtf and one.base:
            bounds(one.base)


@pytest.mark.parametrize(
    "piece",
    [
        "a ",
        "May ",
        "1990, ",
        "between ",
        "the ",
        "two days after ",
        "June 19 and ",
        "Monday, ",
        "from 2014 to ",
        "the first ",
        "2030-",
        "last last ",
        "\t",
        "“",
        "(",
        "3 p.m. ",
        "In May 2030 he left Lund. A day after the trip, ",
    ],
)
def test_hostile_texts_stay_linear(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    began = time.process_time()
    find_times(text, published=WEDNESDAY, vague=True)
    assert time.process_time() - began < 6
