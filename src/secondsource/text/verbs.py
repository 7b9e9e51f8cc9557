"""Verb groups of a clause, found with word-class tables alone: auxiliaries, negation, tense, modality.

No parser: a form that can be noun or verb is decided by its neighbours. What stays in doubt is no
verb, so that a clause is rather left whole than cut in the wrong place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from secondsource.model import Span
from secondsource.text.verbforms import (
    ADVERBS,
    BE,
    DETERMINERS,
    DO,
    GOES_ON,
    HAVE,
    INTRANSITIVE,
    LINKS,
    MODAL,
    NEGATION,
    PREPOSITIONS,
    PRONOUNS,
    WITH_PREPOSITION,
    is_noun_like,
    verb_forms,
)
from secondsource.text.words import Word, classes, lemma, words

__all__ = ["VerbGroup", "verb_groups"]

Tense = Literal["past", "present", "future", "none"]


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """Auxiliaries with their main verb.

    Attributes:
        span: From the first auxiliary to the main verb.
        head: The main verb; ``lemma`` is its lemma.
        finite: False for participles, gerunds and infinitives that stand alone.
        modality: ``actual``, ``planned``, ``possible`` or ``conditional``.
        passive: "was taken".
        form: ``VBD``, ``VBZ``, ``VBP``, ``VBG``, ``VBN`` or ``TO`` of the main verb.
    """

    span: Span
    head: Word
    lemma: str
    finite: bool
    tense: Tense
    modality: Literal["actual", "planned", "possible", "conditional"]
    negated: bool
    passive: bool
    form: str


def verb_groups(text: str, span: Span | None = None) -> list[VerbGroup]:
    """Return the verb groups of ``text`` (of its part ``span``), in order."""
    listed = words(text, span)
    groups: list[VerbGroup] = []
    at = 0
    finite_before = False
    while at < len(listed):
        group, used = _group_at(listed, at, finite_before)
        if group:
            groups.append(group)
            finite_before = finite_before or group.finite
        at += used
    return groups


def _group_at(listed: list[Word], at: int, finite_before: bool) -> tuple[VerbGroup | None, int]:
    word = listed[at]
    low = word.lower
    if low.endswith("n't") or low == "cannot" or low in BE | HAVE | DO or low in MODAL:
        if low in ("may", "might", "will", "can", "must") and not _modal_here(listed, at):
            return None, 1
        return _with_auxiliary(listed, at)
    if low == "to" and at + 1 < len(listed) and "VB" in verb_forms(listed[at + 1].lower):
        if not _prepositional_to(listed, at):
            head = listed[at + 1]
            return _plain(head, word, False, "none", "TO"), 2
        return None, 1
    return _bare(listed, at, finite_before), 1


def _prepositional_to(listed: list[Word], at: int) -> bool:
    """Whether "to" opens a phrase: "to Aid City"; "to aid groups" and "access to work" stay verbs."""
    return listed[at + 1].text[0].isupper()


def _modal_here(listed: list[Word], at: int) -> bool:
    """Whether it is a modal: "May" the month and "will" the document are followed by no bare verb."""
    word = listed[at]
    if word.text[0].isupper() and at > 0:
        return False
    if at > 0 and listed[at - 1].lower in DETERMINERS:
        return False
    follow = [w for w in listed[at + 1 : at + 5] if w.is_word]
    return any("VB" in verb_forms(w.lower) or w.lower in ("be", "have") for w in follow)


# Marks that may open a quotation between an auxiliary and its verb.
_OPENING = frozenset('"“«„‘')


def _with_auxiliary(listed: list[Word], at: int) -> tuple[VerbGroup | None, int]:
    """Read auxiliaries, adverbs and negation up to the main verb; a copula is its own head."""
    first = listed[at]
    negated, modality, tense = False, "actual", "present"
    last_aux = first
    last_kind = ""
    to = at
    while to < len(listed) and to < at + 9:
        low = listed[to].lower
        stem = low.removesuffix("n't") if low.endswith("n't") else low
        if low.endswith("n't") or low in NEGATION or low == "cannot":
            negated = True
        if stem in MODAL or low == "cannot" or low in ("can't", "won't"):
            modality = MODAL.get(stem, "possible" if low != "won't" else "planned")
            tense = "future" if modality == "planned" else tense
            last_aux, last_kind = listed[to], "modal"
        elif stem in BE or stem in HAVE or stem in DO:
            if last_kind == "modal" or to > at:
                pass
            elif stem in ("was", "were", "had", "did"):
                tense = "past"
            if stem in HAVE and tense == "present" and last_kind != "modal":
                tense = "past"
            last_aux, last_kind = listed[to], "be" if stem in BE else "have" if stem in HAVE else "do"
        elif low in NEGATION or low in ADVERBS or (low.endswith("ly") and "VERB" not in classes(low)):
            pass
        else:
            break
        to += 1
    if to + 1 < len(listed) and listed[to].text in _OPENING and _main_verb(listed, to + 1, last_kind)[0]:
        to += 1  # 'would "refrain from it"'
    head, form = _main_verb(listed, to, last_kind)
    if head is None:
        if last_kind == "modal":
            return None, 1
        head, form, used = last_aux, "VBZ", max(1, to - at)
        if first.lower in ("having", "being", "been", "be"):
            return None, max(1, to - at)
    else:
        used = to - at + 1
    finite = first.lower not in ("having", "being", "been", "be")
    passive = last_kind == "be" and form == "VBN"
    span = Span(first.span.start, head.span.end)
    base = "be" if head.lower in BE else lemma(head.text, "VERB")
    return VerbGroup(span, head, base, finite, tense, modality, negated, passive, form), used  # type: ignore[arg-type]


def _main_verb(listed: list[Word], at: int, kind: str) -> tuple[Word | None, str]:
    if at >= len(listed) or not listed[at].is_word:
        return None, ""
    word = listed[at]
    forms = verb_forms(word.lower)
    wanted = {"be": ("VBG", "VBN"), "have": ("VBN",), "do": ("VB",), "modal": ("VB",)}[kind or "be"]
    for form in wanted:
        if form in forms and not word.text[0].isupper():
            return word, form
    return None, ""


def _plain(head: Word, first: Word, finite: bool, tense: Tense, form: str) -> VerbGroup:
    span = Span(first.span.start, head.span.end)
    return VerbGroup(span, head, lemma(head.text, "VERB"), finite, tense, "actual", False, False, form)


def _bare(listed: list[Word], at: int, finite_before: bool) -> VerbGroup | None:
    """A main verb without auxiliary, decided by its neighbours."""
    word = listed[at]
    if not word.is_word or word.text[0].isupper() or "-" in word.text:
        return None
    forms = verb_forms(word.lower)
    if not forms or word.lower in PREPOSITIONS | DETERMINERS | PRONOUNS:
        return None
    before = listed[at - 1] if at else None
    after = listed[at + 1] if at + 1 < len(listed) else None
    if "VBG" in forms:
        if before and (before.lower in DETERMINERS or before.lower in PREPOSITIONS - {"after", "before"}):
            gerund = _takes_object(after) or (before.lower in PREPOSITIONS and _governs(word, after))
            return _plain(word, word, False, "none", "VBG") if gerund else None
        return _plain(word, word, False, "none", "VBG")
    if before and (before.lower in DETERMINERS or before.lower in PREPOSITIONS):
        return None
    if before is None and "VB" in forms and after and _opens_object(after, finite_before=False, loose=True):
        return _plain(word, word, False, "none", "TO")
    if "VBD" in forms:
        if "VBN" in forms and (_reduced(word, before, after, finite_before) or not _subject(before)):
            return _plain(word, word, False, "none", "VBN")
        # "crew" is a past tense too; "rose" and "shot" are taken where something follows that fits.
        if "NOUN" in classes(word.lower) and not word.lower.endswith("ed") and after and is_noun_like(after):
            return None
        return _plain(word, word, True, "past", "VBD")
    if "VBN" in forms and "VB" not in forms:
        return _plain(word, word, False, "none", "VBN")
    return _present(listed, at, forms, finite_before)


def _reduced(word: Word, before: Word | None, after: Word | None, finite_before: bool) -> bool:
    """Whether it is a participle, not what the clause says: "documents signed by …", ", released on …"."""
    if after and after.lower == "by":
        return lemma(word.text, "VERB") not in INTRANSITIVE
    return finite_before and before is not None and before.text in ",("


def _subject(before: Word | None) -> bool:
    if before is None:
        return False
    low = before.lower
    return low in PRONOUNS | LINKS or low.endswith("ly") or low in ADVERBS or is_noun_like(before)


def _governs(word: Word, after: Word | None) -> bool:
    """Whether a form in -ing behind a preposition is a gerund: "of dumping oil", but not "of the rise in dumping"."""
    if "NOUN" not in classes(word.lower):
        return True
    return after is not None and after.is_word and after.lower not in PREPOSITIONS | LINKS


def _takes_object(after: Word | None) -> bool:
    return after is not None and (
        after.lower in DETERMINERS or after.text[0].isdigit() or after.text[0].isupper()
    )


def _present(listed: list[Word], at: int, forms: frozenset[str], finite_before: bool) -> VerbGroup | None:
    """A present-tense form: taken only where its neighbours leave no other reading."""
    word = listed[at]
    before = listed[at - 1] if at else None
    after = listed[at + 1] if at + 1 < len(listed) else None
    noun_too = bool({"NOUN", "ADJ"} & classes(word.lower))
    if before is None or not _subject(before):
        return None
    low = before.lower
    if "VBZ" in forms:
        goes_on = (
            after is not None and after.lower in GOES_ON and lemma(word.text, "VERB") in WITH_PREPOSITION
        )
        if noun_too and not (
            low in PRONOUNS
            or low.endswith("ly")
            or _opens_object(after, finite_before)
            or (goes_on and not finite_before)
        ):
            return None
        return _plain(word, word, True, "present", "VBZ")
    # Behind the comma of an aside the subject lies further back.
    aside = low == "," and not finite_before
    plural = aside or low in ("they", "we", "i", "you", "who", "which", "that") or low.endswith("ly") or (
        before.is_word and low.endswith("s") and not low.endswith("'s") and is_noun_like(before)
    )  # fmt: skip
    if plural and (not noun_too or _opens_object(after, finite_before)):
        return _plain(word, word, True, "present", "VBP")
    return None


def _opens_object(after: Word | None, finite_before: bool, *, loose: bool = False) -> bool:
    """Whether the next word begins an object or complement; "images from" and "supplies such as" do not.

    A preposition says nothing: it follows nouns as well ("shells to the port"). It counts where a clause
    begins with the word (``loose``: "close on 30 June", said of what was expected to).
    """
    if after is None:
        return False
    low = after.lower
    if loose and low in PREPOSITIONS - {"of"}:
        return True
    return (
        low in DETERMINERS - {"such"}
        or low in PRONOUNS
        or (low.endswith("ly") and not finite_before)
        or after.text[0].isdigit()
        or after.text in '“"«'
        or after.text[0].isupper()
    )
