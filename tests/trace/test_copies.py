from factories.readings import case

WIRE = (
    "The tanker Orla lost 400,000 litres of diesel off the coast near Brevik on Sunday night. "
    "Booms were laid across the mouth of the fjord before dawn and held against the tide."
)


def test_a_copied_passage_is_found_with_the_figure_that_changed():
    found = case(
        {
            "wire": WIRE,
            "post": "News from the north. "
            + WIRE.replace("400,000", "500,000")
            + " Our readers sent pictures.",
        },
        wire="2031-03-04",
        post="2031-03-05",
    )
    (copy,) = found.findings.copies
    texts = found.reading.text
    assert (copy.source, copy.to, copy.direction) == ("wire", "post", "time")
    assert copy.source_span.of(texts["wire"]) == WIRE
    assert [(c.kind, c.from_span.of(texts["wire"]), c.to_span.of(texts["post"])) for c in copy.changes] == [
        ("figure", "400,000", "500,000")
    ]


def test_two_outlets_that_quote_one_sentence_copied_nothing():
    quote = "“We have never seen so much diesel in this fjord in all our years on the water,”"
    found = case({"wire": f"{quote} said Ida Moen.", "post": f"{quote} Ida Moen told reporters."})
    assert found.findings.copies == ()


def test_reports_in_other_words_are_no_copies():
    found = case(
        {
            "wire": WIRE,
            "post": "Diesel from the Orla reached Brevik; some 400,000 litres leaked, the navy said.",
        }
    )
    assert found.findings.copies == ()


def test_without_dates_the_direction_is_unknown():
    found = case({"wire": WIRE, "post": WIRE + " More tomorrow."}, day=None)
    (copy,) = found.findings.copies
    assert copy.direction == "unknown"
