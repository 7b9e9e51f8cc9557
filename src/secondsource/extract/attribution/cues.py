"""Verbs of a unit that may be cues, with their auxiliaries, particles, voice and negation."""

from __future__ import annotations

from secondsource.extract.attribution.closed import BE, HAVE, MODAL, NEGATIONS
from secondsource.extract.attribution.drafts import Cue
from secondsource.extract.attribution.lexicon import Entry, noun_stance, phrasal_entries, verb_entry
from secondsource.extract.attribution.tokens import Token, Unit
from secondsource.model import Stance
from secondsource.text.words import lemma

__all__ = ["is_hypothetical", "verb_cues"]

# With "not" these refuse to speak; "could not confirm" doubts.
_WITHHELD = frozenset(
    """say comment respond reply answer confirm disclose elaborate reveal identify specify tell explain
    discuss name clarify""".split()
)
# These refuse to speak only with such an object: "did not give details", "has not returned calls".
_HANDED = frozenset("give offer provide return".split())
_HANDED_OBJECTS = frozenset(
    "detail comment information reason figure name explanation breakdown call request message email answer".split()
)
# "continued to insist", "went on to claim": the saying is what happened.
_CATENATIVES = frozenset(
    """continue continues continued continuing began begin begins sought seek seeks appeared seemed managed went
    came chose hastened rushed""".split()
)
_OPINIONS = frozenset("believe think consider accept agree".split())
# Who does not dispute a thing admits it.
_UNDENIED = frozenset("dispute deny contest question contradict challenge".split())
# "Said by telephone": the words came that way; nobody said it by a telephone.
_MEANS = frozenset("telephone phone e-mail email mail text letter video fax radio satellite message".split())
_ANSWERS = frozenset("comment respond reply answer elaborate return".split())
_PLAIN = Entry("", "declines", frozenset("z"))


def verb_cues(unit: Unit) -> list[Cue]:
    """Return the verb cues of ``unit`` in order."""
    found = []
    for i, token in enumerate(unit.tokens):
        if (
            token.tag == "QUO"
            or not token.low[0].isalpha()
            or token.tag in ("NNP", "DT", "IN", "SB", "MD", "AUX")
        ):
            continue
        cue = _cue_at(unit.tokens, i)
        if cue is not None:
            found.append(cue)
    return found


def is_hypothetical(unit: Unit, cue: Cue) -> bool:
    """Whether a modal makes it a saying that has not happened: "he would ask for more", "it will announce"."""
    return any(t.tag == "MD" for t in unit.tokens[cue.group : cue.verb])


def _cue_at(tokens: list[Token], i: int) -> Cue | None:
    token = tokens[i]
    word = lemma(token.low, "VERB")
    if word == "reach" and i and tokens[i - 1].low == "be":
        return _unreached(tokens, i)
    entry, end = _entry(tokens, i, word)
    verbal = token.tag.startswith("V") or (
        entry is not None and (len(entry.particle) > 1 or _verb_after_all(tokens, i))
    )
    if not verbal:
        return None
    group, negated, auxiliary, to = _group(tokens, i)
    if negated and (word in _WITHHELD or (word in _HANDED and _hands_words(tokens, i))):
        entry = _PLAIN
    if entry is None:
        return None
    be = auxiliary is not None and auxiliary in BE
    form, passive = _form(tokens, i, token, be=be, auxiliary=auxiliary, to=to)
    stance = _stance(tokens, entry, word, group, i, negated=negated)
    if stance is None:
        return None
    first = group if negated and (not to or auxiliary == "could") else i
    return Cue(first, end, group, i, entry, stance, form, passive, negated)


def _hands_words(tokens: list[Token], i: int) -> bool:
    return any(lemma(t.low, "NOUN") in _HANDED_OBJECTS for t in tokens[i + 1 : i + 4])


def _unreached(tokens: list[Token], i: int) -> Cue | None:
    """Read "could not be reached (for comment)"."""
    group, negated, _, _ = _group(tokens, i)
    if not negated:
        return None
    end = i + 3 if [t.low for t in tokens[i + 1 : i + 3]] == ["for", "comment"] else i + 1
    return Cue(group, end, group, i, _PLAIN, "declines", negated=True)


def _entry(tokens: list[Token], i: int, word: str) -> tuple[Entry | None, int]:
    for entry in phrasal_entries(word):
        if entry.particle == ("it",) and i + 2 < len(tokens) and tokens[i + 2].low in ("at", "as"):
            continue  # "put it at 38%" measures, "put it this way" speaks
        end = _particle_end(tokens, i + 1, entry.particle)
        if end is not None:
            return entry, end
    return verb_entry(word), i + 1


def _particle_end(tokens: list[Token], at: int, particle: tuple[str, ...]) -> int | None:
    if particle == ("NOUN",):
        k = at
        while k < len(tokens) and k < at + 4 and tokens[k].tag in ("JJ", "DT", "RB", "CC", "NN"):
            if noun_stance(lemma(tokens[k].low, "NOUN")) is not None:
                return k + 1
            k += 1
        return None
    k = at
    if k < len(tokens) and tokens[k].tag == "RB" and tokens[k].low != particle[0]:
        k += 1
    if particle and tuple(t.low for t in tokens[k : k + len(particle)]) == particle:
        return k + len(particle)
    return None


def _verb_after_all(tokens: list[Token], i: int) -> bool:
    """Whether a form tagged as a noun is a verb: after a comma and a plural subject, or before a clause."""
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if before is None or after is None or tokens[i].tag not in ("NN", "JJ"):
        return False
    entry = verb_entry(lemma(tokens[i].low, "VERB"))
    if after.tag in (".", ",") and before.tag in ("NN", "NNP"):
        return entry is not None and entry.takes("i", "v")
    if before.low in ("i", "we", "they", "you"):
        return True
    if entry is not None and tokens[i].low == entry.lemma and _plural_says(tokens, i):
        return True
    if after.low == "that" and before.tag in ("NN", "NNP") and not before.low.endswith("'s"):
        relative = i + 2 < len(tokens) and tokens[i + 2].tag in ("VB", "VBD", "AUX", "MD")
        return not relative and not any(t.tag in ("VB", "AUX", "MD") for t in tokens[:i])
    if before.tag == ",":
        return after.tag in ("NN", "JJ", "DT", "NNP", "CD") and not tokens[i].low.endswith("ing")
    return before.tag in ("NN", "NNP") and after.tag in ("QUO", ":")


_OBJECTS = frozenset(["DT", "CD", "PRP", "NNP", "$", "QUO"])


def _plural_says(tokens: list[Token], i: int) -> bool:
    """Whether a bare form is the verb of a plural before it: "letters show the firm knew", "residents speak of"."""
    after = tokens[i + 1]
    if after.tag not in _OBJECTS and after.low not in ("no", "that", "of"):
        return False
    for k in range(i - 1, -1, -1):
        token = tokens[k]
        if token.tag in ("VB", "AUX", "MD", "SB", ";", ":", "TO", "QUO", "PRP"):
            return False
        if (
            token.tag in ("NN", "NNP")
            and k < i
            and (lemma(token.low, "NOUN") != token.low or token.low in _PLURALS)
        ):
            return token.tag == "NN" or k == 0
    return False


# Plural without an s.
_PLURALS = frozenset("data police people media staff men women children".split())


def _group(tokens: list[Token], i: int) -> tuple[int, bool, str | None, bool]:
    """Return where the auxiliaries begin, whether there is a negation, the nearest auxiliary, and "to"."""
    k = i
    negated = False
    auxiliary: str | None = None
    to = False
    group = i
    while k > 0:
        token = tokens[k - 1]
        if token.tag in ("AUX", "MD"):
            group = k - 1
            auxiliary = auxiliary or token.low
            negated = negated or token.low in NEGATIONS
        elif token.tag == "TO" and not to:
            to = True
            group = k - 1
        elif to and auxiliary is None and token.low in _CATENATIVES:
            auxiliary = "have"
            group = k - 1
        elif token.low in ("able", "unable") and to:
            auxiliary = auxiliary or "could"
            negated = negated or token.low == "unable"
            group = k - 1
        elif token.tag == "PV" and tokens[i].tag in ("VBN", "VBG", "VBD"):
            auxiliary = auxiliary or ("have" if tokens[i].tag != "VBG" else "is")
            break
        elif token.tag == "RB":
            if token.low in NEGATIONS:
                negated = True
                group = k - 1
        else:
            break
        k -= 1
    return group, negated, auxiliary, to


def _form(
    tokens: list[Token], i: int, token: Token, *, be: bool, auxiliary: str | None, to: bool
) -> tuple[str, bool]:
    if token.tag == "VBG" or token.low.endswith("ing"):
        return ("finite" if be else "gerund"), False
    if be:
        return "finite", True
    if to and auxiliary is None:
        return "infinitive", False
    if auxiliary in HAVE or auxiliary in MODAL or auxiliary is not None:
        return "finite", False
    following = tokens[i + 1].low if i + 1 < len(tokens) else ""
    means = tokens[i + 2].low if i + 2 < len(tokens) else ""
    if following == "by" and means in _MEANS:
        return "finite", False
    if token.tag == "VBN" or (following in ("by", "as") and token.low.endswith("ed")):
        return "participle", True
    return "finite", False


def _stance(
    tokens: list[Token], entry: Entry, word: str, group: int, verb: int, *, negated: bool
) -> Stance | None:
    if not negated:
        return entry.stance
    auxiliaries = {t.low.removesuffix("n't") for t in tokens[group:verb]}
    if word in ("confirm", "verify") and auxiliaries & {"could", "can", "cannot", "ca", "able", "unable"}:
        return "doubts"
    if word in _WITHHELD or word in _HANDED:
        return "declines"
    if entry.stance == "denies" and word in _UNDENIED:
        return "asserts"
    if word in _OPINIONS or (entry.stance == "asserts" and entry.takes("s")):
        return "doubts" if word in _OPINIONS else None
    if entry.stance in ("predicts", "asks", "demands", "promises") and word != "want":
        return entry.stance
    return None
