"""Say what a name that no table knows is, from its own shape and the words beside it."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.text.names.bodies import body_kind
from secondsource.text.names.cues import SAYING
from secondsource.text.names.lexicon import lexicon
from secondsource.text.names.pieces import Piece
from secondsource.text.names.tokens import Token
from secondsource.text.names.variants import inner_capital
from secondsource.text.words import classes

__all__ = ["classify", "is_company", "is_dateline", "is_town", "is_vessel"]

_PLACE_STRONG = frozenset(
    "in near at around outside inside across throughout visited visit visiting reached entered".split()
)
_VESSELS = frozenset(
    "ship vessel tanker ferry frigate destroyer submarine trawler freighter yacht boat carrier liner tugboat tug cruiser corvette "
    "minesweeper icebreaker barge lifeboat steamer schooner lighter dredger spacecraft satellite".split()
)
_SHIP_PREFIXES = frozenset("MV MT MS SS USS HMS RMS INS HMAS HMCS FV RV RRS KRI M/V M/T".split())
_TOWN_AFTER = frozenset(
    "police mayor firefighters residents airport hospital harbour harbor prosecutors".split()
)
_TOWNS = frozenset(
    "village town city port district province region suburb municipality hamlet county island".split()
)
_COMPANY_BEFORE = frozenset(
    "staff board shares share stake owner owners chairman chairwoman director directors management shareholders employees customers "
    "subsidiary unit division headquarters executive ceo takeover purchase acquisition sale founder co-founder arm branch "
    "spokesman spokeswoman spokesperson suppliers investors creditors profits revenue workers analysts analyst economists economist strategists strategist".split()
)
_COMPANY_AFTER = frozenset(
    "employs shares stock plc ltd inc executives employees shareholders subsidiary".split()
)
_COMPANY_OWNS = frozenset(
    "shares stock board profits profit revenue customers employees factory plant headquarters shareholders".split()
)
_THINGS_FIRST = frozenset(
    "operation hurricane typhoon cyclone storm resolution article exercise project".split()
)
# "The Biden administration": what is led by a person and called by the name.
_LED_BY = frozenset("administration government presidency campaign team cabinet regime".split())
_PLACE_WEAK = frozenset("from to toward towards into via through leaving left within off".split())


def _is_dictionary(word: str) -> bool:
    return bool(classes(word.lower()))


def classify(
    listed: Sequence[Token], piece: Piece, previous: Piece | None, following: Piece | None
) -> str | None:
    """Return ``person``, ``organisation`` or ``place`` for an unknown piece, or null for no name.

    Args:
        listed: All tokens of the report.
        piece: The piece in question.
        previous: The piece before it, where it touches.
        following: The piece after it, where it touches.
    """
    if is_vessel(listed, piece):
        return "identifier"
    return _name_type(listed, piece, previous)


def _name_type(listed: Sequence[Token], piece: Piece, previous: Piece | None) -> str | None:
    words = lexicon()
    texts = [token.text for token in listed[piece.first : piece.last + 1]]
    size = len(texts)
    before = listed[piece.first - 1] if piece.first else None
    after = listed[piece.last + 1] if piece.last + 1 < len(listed) else None
    if previous and (
        previous.kind == "address"
        or (previous.kind == "title" and (size > 1 or not _is_dictionary(texts[0])))
    ):
        return "person"
    if texts[0].lower() in _THINGS_FIRST or (size == 1 and len(texts[0]) < 2):
        return None
    if _acronym(texts):
        return None if texts[0].lower() in words.things else "organisation"
    ordinary = [_is_dictionary(text) for text in texts]
    if is_town(listed, piece):
        return "place"
    given = texts[0] in words.given
    low_before = before.lower if before is not None and not before.cap else ""
    if low_before == "at" and size <= 2 and not all(ordinary) and is_company(listed, piece):
        return "organisation"
    capital_inside = size > 1 and inner_capital(texts[-1])
    if not capital_inside and _person_form(texts, ordinary):
        return "person"
    if low_before in words.roles:
        return "person"
    firm = capital_inside or (size <= 2 and not all(ordinary) and not given and is_company(listed, piece))
    if firm or low_before in words.announced or _announced(listed, piece.first):
        return "organisation"
    if after is not None and after.lower in _LED_BY and size == 1 and not ordinary[0]:
        return "person"
    called = _called(listed, piece.last + 1)
    if called is not None and not all(ordinary):
        return called
    if after is not None and after.text == "," and _age(listed, piece.last + 2):
        return "person"
    if low_before in _PLACE_STRONG and not all(ordinary) and size <= 3:
        return "place"
    if size >= 2:
        return _several(listed, piece, texts, ordinary)
    return _single(listed, piece, texts[0], ordinary[0], low_before, after)


def is_vessel(listed: Sequence[Token], piece: Piece) -> bool:
    """Whether a name is a ship's or an aircraft's: "the tanker Aurora Bay", "MV Aurora"."""
    if piece.known is not None and piece.certain:
        return False
    before = listed[piece.first - 1].lower if piece.first else ""
    return before in _VESSELS or (listed[piece.first].text in _SHIP_PREFIXES and piece.last > piece.first)


def is_dateline(listed: Sequence[Token], piece: Piece) -> bool:
    """Whether a name in capitals opens a paragraph and a dash follows soon: "KESTREL, June 18 —"."""
    if not (
        listed[piece.first].starts
        and all(token.text.isupper() for token in listed[piece.first : piece.last + 1])
    ):
        return False
    if (
        len(listed[piece.first].text) < 4
        or piece.last + 1 >= len(listed)
        or listed[piece.last + 1].text not in "(,—–-:"
    ):
        return False
    return any(token.text in {"—", "–", "-"} for token in listed[piece.last + 1 : piece.last + 14])


def _lettered(listed: Sequence[Token], last: int) -> bool:
    """Whether letters in brackets follow: "Kuomintang (KMT)"."""
    if last + 3 >= len(listed) or listed[last + 1].text != "(" or listed[last + 3].text != ")":
        return False
    return _acronym([listed[last + 2].text])


def is_town(listed: Sequence[Token], piece: Piece) -> bool:
    """Whether "the village of" or the like stands before a name."""
    return (
        piece.first > 1 and listed[piece.first - 1].lower == "of" and listed[piece.first - 2].lower in _TOWNS
    )


def is_company(listed: Sequence[Token], piece: Piece) -> bool:
    """Whether words beside a name are said of firms and bodies: "shares in X", "X said it", "the board of X"."""
    before = [token.lower for token in listed[max(0, piece.first - 3) : piece.first]]
    after = [token.lower for token in listed[piece.last + 1 : piece.last + 4]]
    if len(before) >= 2 and before[-1] in {"of", "in", "at", "by", "from"} and before[-2] in _COMPANY_BEFORE:
        return True
    if before[-1:] and before[-1] in lexicon().announced:
        return True
    if after[:1] and (
        after[0] in _COMPANY_AFTER or (listed[piece.last].possessive and after[0] in _COMPANY_OWNS)
    ):
        return True
    return len(after) == 3 and after[0] in SAYING and ("it" in after[1:2] or after[1:] == ["that", "it"])


def _announced(listed: Sequence[Token], at: int) -> bool:
    """Whether "the state exporter, X" or a dateline's "(X) —" says that X is an organisation."""
    if at < 2:
        return False
    if listed[at - 1].text == "," and listed[at - 2].lower in lexicon().announced and not listed[at - 2].cap:
        return any(
            listed[k].lower in {"the", "a", "an"} or listed[k].possessive
            for k in range(max(0, at - 7), at - 2)
        )
    in_brackets = (
        listed[at - 1].text in {"(", "/"} and at + 2 < len(listed) and listed[at + 1].text in {")", "/"}
    )
    return in_brackets and listed[at + 2].text in {"-", "–", "—", "."} and at < 40


def _called(listed: Sequence[Token], at: int) -> str | None:
    """Return what an apposition right after the name says it is ("Rodong, the country's main newspaper")."""
    words = lexicon()
    if at >= len(listed) or listed[at].text != ",":
        return None
    owner = False
    for k in range(at + 1, min(at + 9, len(listed))):
        token = listed[k]
        if not token.text[0].isalpha():
            return None
        owner = owner or token.possessive or token.lower in {"the", "a", "an", "its", "their"}
        if (
            k == at + 1
            and not owner
            and not (token.cap or token.lower in words.roles or token.lower in words.role_modifiers)
        ):
            return None
        if owner and token.lower in words.announced and not token.possessive and not _noun_follows(listed, k):
            return "organisation"
        if owner and token.lower in words.roles and not token.possessive and not _noun_follows(listed, k):
            return "person"
        if (
            owner
            and token.lower in words.place_last
            and not token.possessive
            and not _noun_follows(listed, k)
        ):
            return "place"
    return None


def _noun_follows(listed: Sequence[Token], at: int) -> bool:
    """Whether the word after ``at`` goes on with the noun phrase ("the newspaper group")."""
    if at + 1 >= len(listed):
        return False
    following = listed[at + 1]
    return (
        following.text[0].isalpha() and not following.cap and following.lower not in lexicon().function_words
    )


def _person_form(texts: list[str], ordinary: list[bool]) -> bool:
    """Whether two to five words begin with a given name or hold an initial, and are no plain English."""
    words = lexicon()
    if not 2 <= len(texts) <= 5 or not (texts[0] in words.given or _initial(texts)):
        return False
    return not all(ordinary) or texts[-1] in words.surnames


def _several(listed: Sequence[Token], piece: Piece, texts: list[str], ordinary: list[bool]) -> str | None:
    words = lexicon()
    if texts[-1].lower() in words.outlet_words or any(_acronym([text]) and len(text) > 2 for text in texts):
        return "organisation"
    if len(texts) <= 4 and not all(ordinary):
        if texts[-1] in words.surnames or ordinary.count(False) >= 2 or not ordinary[-1]:
            return "person"
        return "organisation"
    return "organisation" if not listed[piece.first].starts else None


def _single(
    listed: Sequence[Token], piece: Piece, text: str, ordinary: bool, low_before: str, after: Token | None
) -> str | None:
    words = lexicon()
    if ordinary and low_before == "the" and text.lower() in words.outlet_words:
        return "organisation"
    if ordinary and body_kind(text) is not None and not listed[piece.first].starts:
        return "organisation"
    if ordinary or len(text) < 3 or text.lower() in words.peoples:
        return None
    if text in words.given or text in words.surnames:
        return "person"
    if after is not None and after.lower in _TOWN_AFTER:
        return "place"
    if low_before in _PLACE_WEAK and not listed[piece.last].possessive:
        return "place"
    if low_before == "the" or _lettered(listed, piece.last):
        return "organisation"
    if after is not None and after.lower in SAYING:
        return "person"
    if any(mark.isupper() for mark in text[1:]):
        return "organisation"
    return None


def _acronym(texts: list[str]) -> bool:
    if len(texts) != 1:
        return False
    letters = texts[0].replace(".", "").replace("-", "")
    return 2 <= len(letters) <= 7 and letters.isalnum() and letters.isupper() and not letters.isdigit()


def _initial(texts: list[str]) -> bool:
    return any(len(text.rstrip(".")) == 1 for text in texts[:-1]) and len(texts[-1]) > 1


def _age(listed: Sequence[Token], at: int) -> bool:
    return (
        at + 1 < len(listed)
        and listed[at].text.isdigit()
        and len(listed[at].text) <= 3
        and listed[at + 1].text in {",", ".", ")"}
    )
