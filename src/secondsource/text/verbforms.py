"""Closed classes of words around verbs, and the forms that a word can have as a verb."""

from __future__ import annotations

from functools import lru_cache

from secondsource.text.words import Word, classes

__all__ = [
    "ADVERBS", "BE", "DETERMINERS", "DO", "GOES_ON", "HAVE", "INTRANSITIVE", "LINKS", "MODAL", "NEGATION",
    "PREPOSITIONS", "PRONOUNS", "WITH_PREPOSITION", "is_noun_like", "verb_forms",
]  # fmt: skip

BE = frozenset(["be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m"])
HAVE = frozenset(["have", "has", "had", "having", "'ve"])
DO = frozenset(["do", "does", "did"])
MODAL = {
    "will": "planned", "shall": "planned", "'ll": "planned", "wo": "planned",
    "may": "possible", "might": "possible", "can": "possible", "could": "possible",
    "would": "conditional", "should": "conditional", "must": "conditional", "ought": "conditional",
}  # fmt: skip
NEGATION = frozenset(["not", "never", "n't", "cannot", "hardly", "scarcely", "neither", "nor"])
DETERMINERS = frozenset(
    "the a an this that these those its his her their our my your some any every each no all both another "
    "several many few such".split()
)
PREPOSITIONS = frozenset(
    "of in on at by for with from to into onto over under after before between among against about during "
    "through across near since until towards toward within without off around behind beyond beside despite "
    "amid as than per via along up down out inside outside like upon".split()
)
PRONOUNS = frozenset("he she it they we i you who which that there".split())
LINKS = frozenset("and or but , ; : while who which that".split())
# Adverbs that may stand between auxiliary and verb and do not end in -ly.
ADVERBS = frozenset(
    "also still yet just even now then once again already soon often always ever no longer long far "
    "not never only all both almost".split()
)
# These are never passive: "arrived by train" says what the subject did.
INTRANSITIVE = frozenset(
    "arrive come go travel rise fall die grow climb drop decline march sail fly stand".split()
)
GOES_ON = frozenset(["to", "for", "as", "with", "on", "in", "at", "from"])
# Verbs that are nouns too and are often followed by a preposition.
WITH_PREPOSITION = frozenset(
    "serve travel go head lead belong amount look call work live stand depend rely focus vote aim point return fly "
    "sail remain begin start end rest".split()
)


@lru_cache(maxsize=65536)
def verb_forms(form: str) -> frozenset[str]:
    """Return the Penn tags that ``form`` can have as a verb: VB, VBD, VBG, VBN, VBP, VBZ."""
    import lemminflect

    low = form.lower()
    if "VERB" not in classes(low) and "AUX" not in classes(low):
        return frozenset()
    tags: set[str] = set()
    for base in lemminflect.getAllLemmas(low, upos="VERB").get("VERB", ()):
        inflected = lemminflect.getAllInflections(base, upos="VERB")
        tags.update(tag for tag, forms in inflected.items() if low in forms)
        if "VBD" in tags and "VBN" not in inflected:
            tags.add("VBN")
    return frozenset(tags)


def is_noun_like(word: Word) -> bool:
    """Whether the word can end a noun phrase: a noun, an unknown form, a name or a number."""
    if not word.is_word:
        return word.text[0].isdigit() or word.text in "”\"'’)»%"
    low = word.lower
    if low in PREPOSITIONS or low in DETERMINERS - {"this", "that", "these", "those", "all", "both"}:
        return False
    found = classes(low.removesuffix("'s"))
    return not found or "NOUN" in found or word.text[0].isupper()
