"""What a counted person or thing has suffered: two counts are one measure only where this agrees."""

from __future__ import annotations

import re

from secondsource.model import Span

__all__ = ["PEOPLE", "RUNNING", "STATES", "crowd_of", "kind_of", "state_of", "unit_kind"]

# State → what says so. The order matters: "bodies of the missing" are dead.
STATES: dict[str, re.Pattern[str]] = {
    "dead": re.compile(
        r"\b(?:kill\w*|dead|die[sd]?|dying|deaths?|bod(?:y|ies)|lost (?:his|her|their) li(?:fe|ves)|perish\w*|drown\w*|"
        r"murder\w*|fatalit\w+|toll|slain|executed)\b",
        re.IGNORECASE,
    ),
    "missing": re.compile(r"\b(?:missing|unaccounted|disappear\w*|vanish\w*)\b", re.IGNORECASE),
    "injured": re.compile(
        r"\b(?:injur\w+|wound\w*|hurt|hospitali[sz]ed|in hospital|to hospitals?|treated|critical condition|burned)\b",
        re.IGNORECASE,
    ),
    "rescued": re.compile(
        r"\b(?:rescu\w+|saved|pulled (?:\w+ ){0,3}(?:out|alive|from)|taken off|took (?:\w+ ){0,3}off|survivors?|survived|"
        r"alive|airlifted)\b",
        re.IGNORECASE,
    ),
    "displaced": re.compile(
        r"\b(?:homeless|displaced|evacuat\w+|shelter\w*|fled|uprooted|lost their homes)\b", re.IGNORECASE
    ),
    "arrested": re.compile(r"\b(?:arrest\w*|detain\w*|custody|jailed|imprisoned|charged)\b", re.IGNORECASE),
    "infected": re.compile(r"\b(?:infect\w+|sick\w*|cases?|diagnosed|tested positive)\b", re.IGNORECASE),
    "dismissed": re.compile(
        r"\b(?:job cuts|laid off|lay off|layoffs?|redundan\w+|lose their jobs|dismiss\w*|cut)\b",
        re.IGNORECASE,
    ),
}
"""State → pattern of the words that name it."""

# Counts of these go on while a story runs, so that a later figure is a newer one.
RUNNING = frozenset(["dead", "missing", "injured", "rescued", "displaced", "arrested", "infected"])

PEOPLE = frozenset(
    "person people man woman child resident civilian worker passenger victim soldier student patient migrant refugee "
    "crew member employee tourist villager dead body life casualty miner firefighter guest pupil boy girl traveller "
    "traveler protester demonstrator policeman officer survivor family staff".split()
)
"""Lemmas of nouns that count people."""

# Words for one kind of thing counted, beside people.
_KINDS = (
    frozenset(["wagon", "car", "railcar", "truck", "lorry", "vehicle", "carriage"]),
    frozenset(["ship", "vessel", "boat", "ferry", "tanker"]),
    frozenset(["job", "post", "position", "employee", "worker", "staff", "redundancy"]),
    frozenset(["soldier", "troop", "serviceman", "fighter"]),
    frozenset(["house", "home", "building", "dwelling", "household", "property"]),
    frozenset(["shop", "store", "branch", "outlet"]),
    frozenset(["plane", "aircraft", "jet"]),
)


def kind_of(head: str) -> str:
    """Return a word that stands for all nouns that count one kind of thing; the head itself where it is alone.

    >>> kind_of("lorry") == kind_of("truck"), kind_of("shell")
    (True, 'shell')
    """
    for kind in _KINDS:
        if head in kind:
            return min(kind)
    return "person" if head in PEOPLE else head


# The press writes one for the other.
_UNITS = {"ton": "tonne", "metric ton": "tonne", "short ton": "tonne", "long ton": "tonne"}


def unit_kind(unit: str | None) -> str | None:
    """Return the unit that stands for those that reports use for one another ("ton" for "tonne")."""
    return _UNITS.get(unit, unit) if unit else None


def state_of(text: str, quantity: Span, clause: Span) -> str | None:
    """Return the state of what ``quantity`` counts, from its own words, else from the nearest of its clause.

    >>> text = "12 people were killed and 30 are missing"
    >>> state_of(text, Span(0, 9), Span(0, 40)), state_of(text, Span(26, 28), Span(0, 40))
    ('dead', 'missing')
    """
    own = _found(text, quantity)
    if own:
        return min(own)[1]
    near = _found(text, clause)
    if not near:
        return None
    # What follows a count says more of it than what stands before ("12 killed and 30 missing").
    return min(near, key=lambda hit: (_distance(hit[0], quantity), hit[1]))[1]


def _found(text: str, span: Span) -> list[tuple[int, str]]:
    return [
        (m.start(), state)
        for state, pattern in STATES.items()
        for m in pattern.finditer(text, span.start, span.end)
    ]


def _distance(at: int, quantity: Span) -> int:
    return at - quantity.end if at >= quantity.end else 2 * (quantity.start - at) + 5


# Who is counted. The order matters: "police officers and residents" are told by the first.
_CROWDS: dict[str, re.Pattern[str]] = {
    "security": re.compile(
        r"\b(?:police(?:men|man|women|woman)?|officers?|soldiers?|servicemen|troops|guards?|gendarmes?|constables?|fighters?|"
        r"militants?|gunmen|attackers?)\b",
        re.IGNORECASE,
    ),
    "child": re.compile(
        r"\b(?:child(?:ren)?|pupils?|schoolchildren|minors?|boys?|girls?|infants?|babies)\b", re.IGNORECASE
    ),
    "woman": re.compile(r"\bwom[ae]n\b", re.IGNORECASE),
    "staff": re.compile(
        r"\b(?:workers?|employees|staff|crew(?:men|man)?|firefighters?|dockers?|miners?|members)\b",
        re.IGNORECASE,
    ),
    "civilian": re.compile(r"\b(?:civilians?|residents?|villagers?)\b", re.IGNORECASE),
}
_PART = re.compile(r"\s+of\s+(?:the|them|those|these|whom|which|our|its|his|her|their|us)\b", re.IGNORECASE)
# "Six of the dead" is a part of them, "23 members of the police" none of the police.
_BARE = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|half|many|some))$",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?:\s+(?:of\s+)?[\w'’-]+){0,5}")
# Words behind a count that no longer say who was counted.
_PAST_NOUN = re.compile(
    r"\s+(?:(?:who|which|that|were|was|are|is|have|has|had|and|in|on|at|by|from|after|with|for|to|when|as|died|killed)\b|[,.;:(])",
    re.IGNORECASE,
)


def crowd_of(text: str, quantity: Span) -> str:
    """Return who a quantity counts: a kind of people, ``part`` for a part of others, ``""`` where it does not say.

    >>> text = "23 members of the National Police and 60 wounded; six of the dead"
    >>> crowd_of(text, Span(0, 10)), crowd_of(text, Span(38, 48)), crowd_of(text, Span(50, 53))
    ('security', '', 'part')
    """
    own = quantity.of(text)
    inside = _PART.search(own)
    if (_BARE.search(own) and _PART.match(text, quantity.end)) or (
        inside and _BARE.search(own[: inside.start()])
    ):
        return "part"
    named = _NAMED.match(text, quantity.end)
    end = named.end() if named else quantity.end
    stop = _PAST_NOUN.search(text, quantity.end, end)
    words = text[quantity.start : stop.start() if stop else end]
    return next((crowd for crowd, pattern in _CROWDS.items() if pattern.search(words)), "")
