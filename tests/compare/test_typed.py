import pytest
from factories.readings import case

INTERVIEW = {
    "herald": "Customs stopped 140 lorries of timber at the border, Trade Minister Ana Lubin said in an interview with Radio Delta.",
    "post": "The trade ministry said that customs had stopped at least 90 lorries of timber at the border.",
}


def test_a_later_figure_of_one_institution_is_an_update():
    found = case(
        {
            "herald": "Norway's Ministry of Trade said on March 2 that customs had stopped 90 lorries of timber at the border.",
            "post": "Norwegian Trade Minister Ana Lubin told Radio Delta on Thursday that customs had stopped 140 lorries of timber at the border.",
        },
        herald="2031-03-03",
        post="2031-03-14",
    )
    relation = found.relation("90 lorries", "140 lorries")
    assert relation.relation == "updates"
    assert found.reading.claim[relation.b].report == "post"
    assert "one origin" in relation.why


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("at least 20 houses", "24 houses", "refines"),
        ("24 houses", "24 houses", "same"),
        ("24 houses", "31 houses", "conflicts"),
        ("at least 20 houses", "up to 40 houses", "compatible"),
        ("fewer than 20 houses", "at least 40 houses", "conflicts"),
    ],
)
def test_counts_of_two_origins_are_compared_as_intervals(one, other, relation):
    found = case(
        {
            "herald": f"The flood destroyed {one} in Ostrava, the fire brigade said.",
            "post": f"The flood in Ostrava destroyed {other}, according to the Red Cross.",
        }
    )
    assert found.relation(f"flood destroyed {one}", f"Ostrava destroyed {other}").relation == relation


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("60 people were injured", "23 police officers were injured"),
        ("nine people were killed", "six of the dead were buried"),
        ("27 people died", "nine children died"),
    ],
)
def test_a_part_of_a_crowd_is_no_other_figure_for_the_whole(one, other):
    found = case(
        {
            "herald": f"In the march at Ostrava {one}, the city hospital said on Monday.",
            "post": f"In the march at Ostrava {other}, the interior ministry said on Tuesday.",
        },
        herald="2031-03-03",
        post="2031-03-04",
    )
    assert not [c for c in found.findings.comparisons if c.relation in ("conflicts", "updates")]


def test_a_later_toll_is_an_update_whoever_counts():
    found = case(
        {
            "herald": "At least 12 people were killed in the landslide at Kolva, police said.",
            "post": "The landslide at Kolva killed 19 people, the health ministry said.",
        },
        herald="2031-03-05T06:00:00+00:00",
        post="2031-03-06T18:00:00+00:00",
    )
    relation = found.relation("12 people", "19 people")
    assert relation.relation == "updates"
    assert found.reading.quote(found.reading.claim[relation.b]) == "The landslide at Kolva killed 19 people"


def test_days_that_exclude_each_other_conflict_for_one_visit():
    found = case(
        {
            "herald": "President Mirna Sokol will visit Lisbon on March 12, her office said.",
            "post": "President Mirna Sokol will travel to Lisbon on March 15.",
        }
    )
    assert found.relation("March 12", "March 15").relation == "conflicts"


def test_a_day_apart_is_no_conflict_where_the_zone_is_unknown():
    found = case(
        {
            "herald": "President Mirna Sokol arrived in Lima on Tuesday.",
            "post": "President Mirna Sokol arrived in Lima early on Wednesday, local time.",
        },
        herald="2031-03-04",
        post="2031-03-05",
    )
    relation = found.relation("on Tuesday", "early on Wednesday")
    assert relation.relation == "compatible"
    assert "zone" in relation.why


def test_without_a_date_of_publication_days_are_not_established():
    found = case(
        {
            "herald": "President Mirna Sokol will visit Lisbon on March 12, her office said.",
            "post": "President Mirna Sokol will travel to Lisbon this weekend.",
        },
        day=None,
    )
    relation = found.relation("March 12", "this weekend")
    assert relation.relation == "compatible"
    assert "not established" in relation.why


def test_a_denial_denies_its_target_and_names_its_scope():
    found = case(
        {
            "herald": "The Navy accused Veltra Shipping of dumping oil near Malta.",
            "post": "Veltra Shipping denied dumping any oil that harmed fish near Malta.",
        }
    )
    relation = found.relation("dumping oil", "dumping any oil")
    assert relation.relation == "denies"
    assert found.reading.claim[relation.b].report == "post"
    assert "that harmed fish" in relation.why


def test_every_pair_of_a_group_has_exactly_one_relation():
    found = case(INTERVIEW | {"wire": "Customs stopped 95 lorries of timber at the border, police said."})
    for group in found.findings.groups:
        pairs = [{c.a, c.b} for c in found.findings.comparisons if c.group == group.id]
        assert len(pairs) == len(group.claims) * (len(group.claims) - 1) // 2
        assert all(pairs.count(pair) == 1 for pair in pairs)
