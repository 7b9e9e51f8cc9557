"""Each sentence holds its answer: ``[words|value; bound; unit; head noun; change]``, with empty fields at the end left out.

A range has two values ("40-50"). Figures outside brackets are no quantities, and everything in brackets is one:
the tests compare whole lists.
"""

from __future__ import annotations

import re

import pytest

from secondsource.text.quantities import FoundQuantity, find_quantities

_MARK = re.compile(r"\[([^|\]]+)\|([^\]]*)\]")


def read_marked(marked: str) -> tuple[str, list[tuple[str, str]]]:
    """Return the text without its marks, and for each mark the words and the answer."""
    text = _MARK.sub(lambda m: m.group(1), marked)
    return text, [
        (m.group(1), "; ".join(p.strip() for p in m.group(2).split(";"))) for m in _MARK.finditer(marked)
    ]


def figure(value: float | None) -> str:
    if value is None:
        return ""
    return str(int(value)) if value == int(value) else f"{value:.6g}"


def answer(text: str, found: FoundQuantity) -> tuple[str, str]:
    """Write ``found`` as the marks do."""
    if found.bound == "range":
        value = f"{figure(found.low)} - {figure(found.high)}"
    else:
        value = figure(found.low if found.low is not None else found.high)
    bound = "" if found.bound in ("exact", "range") else found.bound
    fields = [value, bound, found.unit or "", found.item_head or "", found.change or ""]
    while not fields[-1]:
        fields.pop()
    return found.span.of(text), "; ".join(fields)


def check(marked: str) -> None:
    text, wanted = read_marked(marked)
    assert [answer(text, q) for q in find_quantities(text)] == wanted


NUMBERS = [
    "The depot held [6,700 crates|6700; ; ; crate] and [12 lorries|12; ; ; lorry].",
    "[Two hundred and six people|206; ; ; person] signed up.",
    "It took [twenty-five years|25; ; year] and [two and a half days|2.5; ; day].",
    "[Half a million people|500000; ; ; person] use it, and [half a dozen firms|6; ; ; firm] run it.",
    "[A dozen boats|12; ; ; boat] left; [two dozen|24] stayed.",
    "The canal moved [1.5 lakh tonnes|150000; ; tonne] for [Rs 500 crore|5000000000; ; INR].".replace(
        "5e+09", "5e9"
    ).replace("5e9", "5000000000"),
    "[2,50,000 voters|250000; ; ; voter] were on the roll.",
    "About then [8.6m people|8600000; ; ; person] had moved; the wall is [8.6m|8.6; ; metre] high.",
    "[Two point five million homes|2500000; ; ; home] lost power.",
    "The town has [3½ acres of parks|3.5; ; acre; park] and [2 1/2 miles of path|2.5; ; mile; path].",
    "It went on for [one year|1; ; year], said [one soldier|1; ; ; soldier].",
]


@pytest.mark.parametrize("marked", NUMBERS)
def test_numbers_in_digits_and_words_are_read(marked: str) -> None:
    check(marked)


VAGUE = [
    "[Dozens of sailors|24; at_least; ; sailor] are missing.",
    "[Tens of thousands of people|20000; at_least; ; person] fled.",
    "[Hundreds of thousands of refugees|200000; at_least; ; refugee] wait.",
    "[Several hundred protesters|200; at_least; ; protester] stood outside.",
    "[Millions of euros|2000000; at_least; EUR] were spent.",
    "It needs [a couple of weeks|2; about; week].",
]


@pytest.mark.parametrize("marked", VAGUE)
def test_a_vague_number_is_at_least_twice_its_magnitude(marked: str) -> None:
    check(marked)


BOUNDS = [
    "[More than 40 trucks|40; more_than; ; truck] crossed.",
    "[Upwards of 1,000 troops|1000; more_than; ; troop] took part.",
    "[At least three people|3; at_least; ; person] died.",
    "[No fewer than 9 ships|9; at_least; ; ship] sank.",
    "[Up to 4.8 million shells|4800000; at_most; ; shell] fit inside.",
    "[As many as 14 players|14; at_most; ; player] left.",
    "[No more than 20 guests|20; at_most; ; guest] may come.",
    "It takes [fewer than 20 minutes|20; less_than; minute] or [just under 2 hours|2; less_than; hour].",
    "[Nearly 8 per cent|8; about; percent] agreed, [roughly €1.9bn|1900000000; about; EUR] was paid.",
    "[An estimated 300 cows|300; about; ; cow] drowned.",
    "[50 or more boats|50; at_least; ; boat] and [500+ flats|500; at_least; ; flat] burned.",
    "They served [two or more years|2; at_least; year] with [30-odd officers|30; about; ; officer].",
    "It lasts [over twenty years|20; more_than; year].",
    "It is worth less or more: [less than $1 billion|1000000000; less_than; USD] or [more than $42 billion|42000000000; more_than; USD].",
]


@pytest.mark.parametrize("marked", BOUNDS)
def test_words_around_a_number_limit_it(marked: str) -> None:
    text, wanted = read_marked(marked)
    assert [answer(text, q) for q in find_quantities(text)] == wanted


RANGES = [
    "It costs [between $2 billion and $3 billion|2000000000 - 3000000000; ; USD].",
    "Bids of [€1.9bn-€2.8bn|1900000000 - 2800000000; ; EUR] and [$2-3 million|2000000 - 3000000; ; USD] came in.",
    "Gusts of [75-80 mph|75 - 80; ; mile per hour] hit the coast.",
    "[From 10 to 15 guests|10 - 15; ; ; guest] came in [three or four years|3 - 4; ; year].",
    "Fees range [from 1 per cent to 1.5 per cent|1 - 1.5; ; percent].",
    "Temperatures ranged [from -18 °C to -34 °C|-34 - -18; ; degree Celsius].",
    "A lens of [8- to 16-metre|8 - 16; ; metre] width was planned.",
]


@pytest.mark.parametrize("marked", RANGES)
def test_two_ends_make_one_range(marked: str) -> None:
    check(marked)


UNITS = [
    "Shells of [152-mm|152; ; millimetre] calibre flew [12 km|12; ; kilometre].",
    "It reached [104F|104; ; degree Fahrenheit] ([40C|40; ; degree Celsius]) at noon.",
    "Rates rose by [25 basis points|25; ; basis point; ; rise] to [4pc|4; ; percent].",
    "Turnout was [0.3 percentage points|0.3; ; percentage point; ; fall] lower.",
    "The [1.2-metre-high|1.2; ; metre] fence cost [£1.3bn|1300000000; ; GBP].",
    "A [7.4-magnitude|7.4; ; magnitude] quake struck [34.8km|34.8; ; kilometre] down.",
    "Oil sold at [$58.24 per barrel|58.24; ; USD per barrel], power at [6.5 cents/kWh|6.5; ; cent per kilowatt hour].",
    "Rent is [$3,500 a month|3500; ; USD per month]; it paid [34.4 million dollars|34400000; ; USD].",
    "The field pumps [1.2 million bpd|1200000; ; barrel per day].",
    "He is [6ft 2in|6.16667; ; foot] tall and stood [half a mile|0.5; ; mile] away for [a quarter of an hour|0.25; ; hour].",
    "It fell to [minus 12 degrees Celsius|-12; ; degree Celsius].",
    "A [two-day|2; ; day] visit and a [five-year|5; ; year] plan.",
    "Doses of [45|45; ; milligram] and [50 mg|50; ; milligram] were given.",
    "[100,000 tonnes of grain|100000; ; tonne; grain] left port.",
    "They got [£20 million in aid|20000000; ; GBP; aid] and paid a [$42 million fine|42000000; ; USD; fine].",
    "It sold for [HK$3.7 billion|3700000000; ; HKD], [AUD1.5m|1500000; ; AUD], [8.99 Australian dollars|8.99; ; AUD] and [18.97 yuan|18.97; ; CNY].",
]


@pytest.mark.parametrize("marked", UNITS)
def test_units_and_money_have_one_name(marked: str) -> None:
    check(marked)


SHARES = [
    "[Two-thirds of the barriers|0.666667; ; ratio; barrier] fell.",
    "[Half the men|0.5; ; ratio; man] were gone; the second half was calm.",
    "It lost [a third|0.333333; ; ratio; staff; fall] of its [2,400 staff|2400; ; ; staff].",
    "[One in five households|0.2; ; ratio; household] and [1 in 4 shops|0.25; ; ratio; shop] closed.",
    "[More than half|0.5; more_than; ratio] agreed, [60 percent of voters|60; ; percent; voter] said no.",
    "[About one of every nine voters|0.111111; about; ratio; voter] this fall is new.",
    "He scored [2|2] in [12 minutes|12; ; minute].",
    "She was the third of them and a third ship came.",
]


@pytest.mark.parametrize("marked", SHARES)
def test_parts_of_a_whole_are_ratios_of_what_follows_of(marked: str) -> None:
    check(marked)


NOUNS = [
    "[50 North Korean ballistic missiles|50; ; ; missile] were fired.",
    "Thieves took [1,500 rounds of ammunition|1500; ; ; round] at night.",
    "[Eight other employees|8; ; ; employee] left and [two more guards|2; ; ; guard] came.",
    "[Three of Mercer's deputies|3; ; ; deputy] and [two of the hostages|2; ; ; hostage] were freed.",
    "[4.3 million digital and physical sales|4300000; ; ; sale] were counted.",
    "The airline grounded [two new 737 Max jets|2; ; ; jet] and [40 F-16s|40; ; ; f-16].",
    "[1 in 5 Sudanese|0.2; ; ratio; sudanese] had moved.",
    "A [15-member|15; ; ; member] panel met at dawn.",
    "There were [20 heavily armed men|20; ; ; man]; the other [1,800|1800] hardly mattered.",
    "[One of the tanks|1; ; ; tank] burst; [three of them|3] held; [seven more|7] came.",
    "It rained for [three hours of bright sky|3; ; hour; sky]; [400,000 litres of red wine|400000; ; litre; wine] ran out.",
    "They received [31 Abrams tanks|31; ; ; tank] in spring.",
    "Police seized [60 arms shipments|60; ; ; shipment] in [11 coastal towns|11; ; ; town].",
    "[3.9 million headsets|3900000; ; ; headset] sold, up from [2.4 million|2400000; ; ; headset].",
]


@pytest.mark.parametrize("marked", NOUNS)
def test_the_noun_phrase_after_a_number_is_counted(marked: str) -> None:
    check(marked)


PEOPLE = [
    "The blast hit at dawn, killing [18|18; ; ; person].",
    "[At least 61|61; at_least; ; person] were killed and [12 injured|12; ; ; person] in the fire.",
    "[Dozens more wounded|24; at_least; ; person] lay outside.",
    "The death toll rose to [61|61; ; ; person] from [47|47; ; ; person].",
    "The number of dead rose to [61|61; ; ; person], officials said.",
    "The number of cases reached [9,412|9412; ; ; case].",
    "Of the crew, [11|11; ; ; person] were missing.",
]


@pytest.mark.parametrize("marked", PEOPLE)
def test_a_bare_number_of_victims_counts_people(marked: str) -> None:
    check(marked)


AGES = [
    "Mr. Hale, [32|32; ; year of age], resigned.",
    "It helps people [under 30|30; less_than; year of age] find work.",
    "A man of [82|82; ; year of age] was carried out.",
    "A [45-year-old|45; ; year of age; nurse] nurse spoke.",
    "The saga is [ten years old|10; ; year of age].",
    "[Two suspects|2; ; ; suspect], aged [19|19; ; year of age] and [22|22; ; year of age], were held.",
    "Women aged [25 to 54|25 - 54; ; year of age] voted.",
    "He died at the age of [91|91; ; year of age]; children as young as [10|10; ; year of age] marched.",
]


@pytest.mark.parametrize("marked", AGES)
def test_ages_are_years_of_age(marked: str) -> None:
    check(marked)


CHANGES = [
    "Profit rose by [12%|12; ; percent; ; rise] to [$61 million|61000000; ; USD].",
    "Shares were down [68p|68; ; penny; ; fall] at [1,112p|1112; ; penny].",
    "A [25%|25; ; percent; ; fall] drop followed.",
    "Jobs grew by [125,600|125600; ; ; ; rise] or [2.2 per cent|2.2; ; percent; ; rise].",
    "The firm cut [1,200 jobs|1200; ; ; job] and raised [$30 million|30000000; ; USD].",
    "Gunmen shot down [two drones|2; ; ; drone]; they make up [14 percent of the fleet|14; ; percent; fleet].",
    "It rose from [7|7] to [37,396|37396].",
]


@pytest.mark.parametrize("marked", CHANGES)
def test_what_rises_or_falls_by_a_figure_is_a_change_and_no_level(marked: str) -> None:
    check(marked)


MULTIPLES = [
    "Trade was [nine times more|9; ; times] than before.",
    "[Twice as many|2; ; times] came; he was warned twice.",
    "Prices [more than doubled|2; more_than; times; ; rise] after a [tenfold|10; ; times; ; rise] increase.",
    "Output [halved|0.5; ; times; ; fall], and critics doubled down.",
]


@pytest.mark.parametrize("marked", MULTIPLES)
def test_multiples_have_the_unit_times(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "text",
    [
        "He came in March 2031, on June 19 and 20, on 4 May and on 2031-03-04.",
        "In 2018 and since 1812, in the 1990s, the '90s and the 2030-31 season.",
        "The 2030 elections were held in Q2 2031.",
        "It began at 2:30 p.m., at 10.45pm, at 14:05 and at 0600 GMT.",
        "Resolution 88, Article 4, Resolutions 2254 and 2118, Chapter Two.",
        "Boeing 737 Max 9 jets flew from Gate 12 to 10 Downing Street by Highway 401.",
        "The G7, an F-16, a Type 45, COVID-19, flight MH17 and IMO 9123456.",
        "Call 555-0199 or +44 20 7946 0958; see https://example.org/12/34.",
        "It was at twenty to five in the morning, by six o'clock, at ten past six.",
        "The right one stood full; the old one fell; one of the most feared men spoke.",
        "The seventh and the 21st, the twenty-first century and the 5th.",
        "Portraits of a smiling leader; no one knew which one; one of the poorest lands.",
        "Nine months ago and two days after the visit.",
        "The plan of the Big Ten was discussed at length by everyone.",
        "At 33°30′21″N 36°16′11″E / 33.505716; 36.269635.",
        "",
        "   \n\n",
    ],
)
def test_dates_times_and_names_are_no_quantities(text: str) -> None:
    assert [q.span.of(text) for q in find_quantities(text)] == []


def test_a_calibre_inside_a_count_keeps_the_million() -> None:
    text = "It sent more than 3 million 152 mm artillery shells."
    outer, inner = find_quantities(text)
    assert (outer.span.of(text), outer.low, outer.bound) == (
        "more than 3 million 152 mm artillery shells", 3_000_000, "more_than",
    )  # fmt: skip
    assert (outer.item, outer.item_head) == ("152 mm artillery shells", "shell")
    assert (inner.span.of(text), inner.low, inner.unit) == ("152 mm", 152, "millimetre")
    assert outer.item_span is not None
    assert outer.span.contains(inner.span)


def test_both_figures_of_a_vote_are_found_alone() -> None:
    text = "The vote was 51–49 in the end."
    assert [(q.low, q.item, q.item_head) for q in find_quantities(text)] == [
        (51, "vote", "vote"),
        (49, "vote", "vote"),
    ]


def test_a_change_knows_what_it_started_from() -> None:
    text = "Sales rose 12% from 400 tonnes; trade was three times more than $40 million."
    found = find_quantities(text)
    rise, start, multiple, base = found
    assert rise.relative is not None
    assert found[rise.relative] is start
    assert multiple.relative is not None
    assert found[multiple.relative] is base


def test_indices_of_relatives_count_over_lines() -> None:
    text = "One ship sank.\nSales rose 12% from 400 tonnes."
    found = find_quantities(text)
    assert [q.relative for q in found] == [None, 2, None]


def test_a_toll_names_its_noun_outside_the_span() -> None:
    text = "The death toll climbed to 61."
    (found,) = find_quantities(text)
    assert (found.span.of(text), found.item, found.item_head) == ("61", "death toll", "person")


def test_a_number_never_runs_over_a_line_break() -> None:
    text = "It carried 3\nmillion 40\npeople"
    assert all("\n" not in q.span.of(text) for q in find_quantities(text))


def test_part_and_whole_are_both_counts_of_one_noun() -> None:
    text = "It will cut 1,500 of its 22,000 jobs."
    part, whole = find_quantities(text)
    assert (part.low, part.item_head, part.span.of(text)) == (1500, "job", "1,500 of its 22,000 jobs")
    assert (whole.low, whole.item_head, whole.span.of(text)) == (22000, "job", "22,000 jobs")
