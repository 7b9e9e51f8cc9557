"""The noun phrase after a number, and its head."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from secondsource.text.quantities.lexer import Token
from secondsource.text.quantities.nouns import head_lemma, is_number_word, is_plural, noun_words
from secondsource.text.words import can_be, classes, lemma

__all__ = ["Noun", "noun_after"]

# A noun phrase of news after a number seldom has more words than these.
_MOST = 8
_LONGEST_COMPOUND = 16
# Ends of participles: "recorded songs", "216 paid staffers", "three stolen cars".
_PARTICIPLES = ("ed", "ing", "en", "aid", "old", "ost")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun phrase at tokens ``[start:end)``; ``head`` is the lemma of its head noun."""

    start: int
    end: int
    head: str


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Words joined by hyphens, or a measure inside the phrase ("152 mm")."""

    start: int
    end: int
    last: str
    text: str
    measure: bool = False
    acronym: bool = False


def noun_after(
    line: Sequence[Token],
    at: int,
    *,
    plural: bool,
    bare: bool = True,
    measure: Callable[[int], int | None] = lambda _: None,
) -> Noun | None:
    """Return the noun phrase that begins at token ``at``, or None.

    Args:
        line: Tokens of the line.
        at: The first token after the number (and after "of the").
        plural: Whether the number asks for a plural; else a singular head is right too.
        bare: Whether the first of two singular nouns may be what is counted ("a 3 cylinder engine").
        measure: Gives the end of a measure at a token, so that "152 mm" may stand inside the phrase.
    """
    chunks = _chunks(line, at, measure)
    head = _head(line, chunks, plural=plural, bare=bare)
    if head is None:
        return None
    end = chunks[head].end
    name = head_lemma(line[end - 1].text if chunks[head].acronym else line[end - 1].lower)
    if chunks[head].end - chunks[head].start > 1 and line[end - 1].lower == "s":
        name = "".join(t.lower for t in line[chunks[head].start : end - 1])
    return Noun(at, _with_of(line, end), name)


def _chunk(line: Sequence[Token], at: int, first: int, measure: Callable[[int], int | None]) -> _Chunk | None:
    token = line[at]
    if token.kind == "num":
        end = measure(at)
        if end:
            return _Chunk(at, end, "", "", measure=True)
        # A number inside a name: "new 737 Max jets", "Model 3 sedans".
        named = at > first and token.text.isdecimal() and len(token.text) <= 4 and at + 1 < len(line)
        if named and (line[at + 1].is_capital or line[at - 1].is_capital) and line[at + 1].kind == "word":
            return _Chunk(at, at + 1, "", "", measure=True)
        return None
    if token.kind != "word":
        return None
    end = at + 1
    while end + 1 < len(line) and line[end].is_dash and line[end].glued and line[end + 1].glued:
        if line[end + 1].kind == "mark" or end - at > _LONGEST_COMPOUND:
            break
        end += 2
        # "F-16s": the plural sign is a word of its own after the digits.
        if end < len(line) and line[end - 1].kind == "num" and line[end].glued and line[end].kind == "word":
            end += 1
    last = line[end - 1].lower
    text = "".join(t.lower for t in line[at:end])
    whole = line[end - 1].text
    acronym = len(whole) > 2 and whole.endswith("s") and whole[:-1].isupper()  # "MPs", "TDs"
    return _Chunk(at, end, last, text, acronym=acronym)


def _chunks(line: Sequence[Token], at: int, measure: Callable[[int], int | None]) -> list[_Chunk]:
    stop = noun_words()["stop"]
    found: list[_Chunk] = []
    first = at
    while at < len(line) and len(found) < _MOST:
        chunk = _chunk(line, at, first, measure)
        if chunk is None:
            break
        ends = chunk.text in stop or (bool(found) and is_number_word(chunk.text))
        if ends and not (chunk.text == "and" and _joins(line, at, found)):
            break
        found.append(chunk)
        at = chunk.end
    return found


def _joins(line: Sequence[Token], at: int, before: Sequence[_Chunk]) -> bool:
    """Whether "and" joins two modifiers of one noun ("digital and physical sales", "Kia and Hyundai cars")."""
    if not before or before[-1].measure or at + 2 >= len(line) or line[at + 1].kind != "word":
        return False
    left, right = line[before[-1].end - 1], line[at + 1]
    if is_plural(left.lower) or is_plural(right.lower) or not _plural_ahead(line, at + 2):
        return False
    names = left.is_capital and right.is_capital
    described = _describes(left.lower) and _describes(right.lower)
    return names or (described and (left.lower.endswith("ing") or not can_be(left.lower, "NOUN")))


def _describes(word: str) -> bool:
    return can_be(word, "ADJ") or (can_be(word, "VERB") and word.endswith(("ing", "ed")))


def _plural_ahead(line: Sequence[Token], at: int) -> bool:
    """Whether one of the next two words is a plural noun."""
    return any(t.kind == "word" and is_plural(t.lower) for t in line[at : at + 2])


def _head(line: Sequence[Token], chunks: Sequence[_Chunk], *, plural: bool, bare: bool) -> int | None:
    words = noun_words()
    if not plural:
        return _singular(line, chunks)
    for index, chunk in enumerate(chunks):
        if chunk.measure:
            continue
        # After a plural number even a form that no table has as a noun is one: "eight assists".
        if _plural_chunk(chunk) or (index == 0 and _plural_form(chunk)):
            return _extend(line, chunks, index)
        if index == 0 and chunk.text in words["people_states"] and not _plural_next(chunks):
            return 0
        if _finite(chunk, chunks[index + 1 : index + 2]):
            chunks = chunks[:index]
            break
    if not chunks:
        return None
    last = chunks[-1]
    name = line[last.start]
    if name.is_capital and name.lower.endswith(("ese", "ish", "ch", "wiss")) and not last.measure:
        return len(chunks) - 1
    after = line[last.end] if last.end < len(line) else None
    if name.text.isupper() and len(name.text) > 1 and (after is None or after.kind == "mark"):
        return len(chunks) - 1
    return _bare(chunks) if bare else None


def _plural_form(chunk: _Chunk) -> bool:
    return (
        len(chunk.text) > 4 and chunk.text.endswith("s") and not chunk.text.endswith(("ss", "us", "is", "'s"))
    )


def _singular(line: Sequence[Token], chunks: Sequence[_Chunk]) -> int | None:
    """Return the last noun of the run, singular or plural ("$2bn youth jobs program")."""
    kept: int | None = None
    for index, chunk in enumerate(chunks):
        if chunk.measure:
            continue
        if index == 0 and chunk.text in noun_words()["people_states"] and not _plural_next(chunks):
            return 0
        if _finite(chunk, chunks[index + 1 : index + 2]):
            break
        # "territory Borland once controlled": a name after a common noun begins a clause or an apposition.
        if kept is not None and line[chunk.start].is_capital and not line[chunks[kept].start].is_capital:
            break
        # After a noun, a last word that can be a verb is one: "the $2 billion project starts".
        verb = can_be(chunk.last, "VERB") and lemma(chunk.last, "VERB") != chunk.last
        if kept is not None and verb and index + 1 == len(chunks):
            break
        if can_be(chunk.last, "NOUN") or chunk.acronym or not classes(chunk.last):
            kept = index
        elif kept is not None and not can_be(chunk.last, "ADJ"):
            break
    return kept


def _bare(chunks: Sequence[_Chunk]) -> int | None:
    """Return the first of two singular nouns: "a 3 cylinder engine" counts cylinders."""
    if len(chunks) < 2 or not all(_noun_only(chunk) and chunk.text.isalpha() for chunk in chunks[:2]):
        return None
    return 0


def _plural_chunk(chunk: _Chunk) -> bool:
    if chunk.text in noun_words()["people_states"]:
        return False
    return is_plural(chunk.last) or (chunk.last == "s" and chunk.text != "s") or chunk.acronym


def _plural_next(chunks: Sequence[_Chunk]) -> bool:
    """Whether the second chunk is a plural that the first one describes ("12 dead soldiers")."""
    return len(chunks) > 1 and _plural_chunk(chunks[1]) and can_be(chunks[0].text, "ADJ")


def _finite(chunk: _Chunk, following: Sequence[_Chunk]) -> bool:
    """Whether the word is a verb of the sentence rather than part of the noun phrase."""
    kinds = classes(chunk.last)
    if kinds == {"ADV"} and following and can_be(following[0].last, "VERB"):
        # "1,800 hardly matters", but "20 heavily armed men"
        return not following[0].last.endswith(_PARTICIPLES)
    if not kinds or kinds & {"NOUN", "ADJ", "PROPN"}:
        return False
    if chunk.last.endswith(_PARTICIPLES) and following and _plural_chunk(following[0]):
        return False
    return "VERB" in kinds or "AUX" in kinds


def _extend(line: Sequence[Token], chunks: Sequence[_Chunk], head: int) -> int:
    """Go on from a plural, or a name that looks like one, that modifies another plural ("arms shipments")."""
    while head + 1 < len(chunks) and _plural_chunk(chunks[head + 1]):
        word = chunks[head + 1].last
        name = line[chunks[head].start].is_capital and not classes(chunks[head].last)  # "31 Abrams tanks"
        if can_be(word, "VERB") and word not in ("people", "staff", "workers") and not name:
            break
        head += 1
    return head


def _with_of(line: Sequence[Token], end: int) -> int:
    """Include "of" and a bare noun after the head ("rounds of ammunition")."""
    if end + 1 >= len(line) or line[end].lower != "of" or line[end + 1].kind != "word":
        return end
    chunks = _chunks(line, end + 1, lambda _: None)
    kept = end
    for index, chunk in enumerate(chunks):
        if _finite(chunk, chunks[index + 1 : index + 2]):
            break
        if chunk.last and line[chunk.start].is_capital and index == 0 and not can_be(chunk.last, "NOUN"):
            break
        kept = chunk.end
        if _plural_chunk(chunk):
            break
        if can_be(chunk.last, "NOUN") and not (index + 1 < len(chunks) and _noun_only(chunks[index + 1])):
            break
    return kept


def _noun_only(chunk: _Chunk) -> bool:
    return bool(chunk.last) and can_be(chunk.last, "NOUN") and not can_be(chunk.last, "VERB")
