"""The small closed sets of words and phrases that ``speech.yaml`` lists beside its verbs and nouns."""

import msgspec

from tawatur.lexicon.inflection import conjugate, nouns
from tawatur.text import fold, fold_all

_BUILT = frozenset(("never", "weekdays", "rooted_verbs", "rooted_nouns"))
_PAST = ("", "ت", "وا", "ا", "تا")
_OWN = ("ه", "ها", "هم", "هما")

Sequences = dict[str, tuple[tuple[str, ...], ...]]
"""Phrases of one or more words by their first word, the longest first."""


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Small closed sets of words; the file says of each what it is for."""

    deeds: frozenset[str]
    occasions: frozenset[str]
    complementisers: frozenset[str]
    negations: frozenset[str]
    asides: frozenset[str]
    backward: frozenset[str]
    days: frozenset[str]
    adverbs: frozenset[str]
    platforms: frozenset[str]
    postings: frozenset[str]
    titled: frozenset[str]
    relatives: frozenset[str]
    describing: frozenset[str]
    auxiliaries: frozenset[str]
    narration: frozenset[str]
    onward: frozenset[str]
    outlets: frozenset[str]
    listeners: frozenset[str]
    networks: frozenset[str]
    passed_on: frozenset[str]
    male_polities: frozenset[str]
    doubtful: frozenset[str]
    during: frozenset[str]
    unreal: frozenset[str]
    before_nouns: frozenset[str]
    clause_heads: frozenset[str]
    prepositions: frozenset[str]
    as_told: frozenset[str]
    manner: frozenset[str]
    was: frozenset[str]
    to_be: frozenset[str]
    then: frozenset[str]
    conditions: frozenset[str]
    but: frozenset[str]
    this: frozenset[str]
    details: frozenset[str]
    questions: frozenset[str]
    grounds: frozenset[str]
    elatives: frozenset[str]
    guides: frozenset[str]
    everybody: frozenset[str]
    by_this: frozenset[str]
    other_that: frozenset[str]
    about: frozenset[str]
    issued: frozenset[str]
    inner: frozenset[str]
    pointers: frozenset[str]
    pages: frozenset[str]
    reporters: frozenset[str]
    male_in_ta: frozenset[str]
    female_nouns: frozenset[str]
    in_it: frozenset[str]
    honours: frozenset[str]
    styles: frozenset[str]
    talks: frozenset[str]
    texts: frozenset[str]
    anybody: frozenset[str]
    generic: frozenset[str]
    fields: frozenset[str]
    same: frozenset[str]
    each: frozenset[str]
    impersonal: frozenset[str]
    nobodies: frozenset[str]
    own_names: frozenset[str]
    own_leads: frozenset[str]
    own_nouns: frozenset[str]
    deputies: frozenset[str]
    kin: frozenset[str]
    rooted: frozenset[str]
    manners: frozenset[str]


class Phrases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Small closed sets of phrases; the file says of each what it is for."""

    connectives: Sequences
    breaks: Sequences
    cuts: Sequences
    own_words: Sequences
    hedges: Sequences
    withheld: Sequences
    unclear: Sequences


def word_sets(lists: dict[str, tuple[str, ...]], manners: tuple[dict[str, str], ...]) -> Words:
    """The sets of words, folded; those of verbs are built from their parts."""
    sets = {name: fold_all(words) for name, words in lists.items() if name not in _BUILT}
    rooted = (verb + ending for verb in lists["rooted_verbs"] for ending in _PAST)
    sets["rooted"] = fold_all((*rooted, *lists["rooted_nouns"]))
    weekdays = fold_all(lists["weekdays"])
    sets["days"] |= weekdays
    sets["asides"] |= weekdays | sets["backward"]
    verbs = (conjugate(row["verb"], row["present"]) for row in manners)
    sets["manners"] = frozenset(fold(form.text) for forms in verbs for form in forms if form.person == 3)
    return msgspec.convert(sets, Words)


def phrase_sets(lists: dict[str, tuple[str, ...]], words: dict[str, tuple[str, ...]]) -> Phrases:
    """The sets of phrases; the own words of a speaker are every lead with every noun and its pronoun."""
    sets = {name: _sequences(phrases) for name, phrases in lists.items()}
    own = _own_words(words)
    sets["unclear"] = _sequences(tuple(lead + phrase for phrase in lists["unclear"] for lead in ("", "و")))
    sets["own_words"] = _sequences((*lists["own_words"], *own))
    sets["cuts"] = _sequences((*lists["cuts"], *lists["own_words"], *own))
    return msgspec.convert(sets, Phrases)


def _own_words(words: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """حسب قوله، وفقا لرأيها: the nouns by which a speaker's own words are marked, in every form."""
    held = [
        form.text + pronoun
        for noun in words["own_nouns"]
        for form in nouns(noun)
        if form.bound or not noun.endswith("ة")
        for pronoun in _OWN
    ]
    leads = (*(f"{lead} " for lead in words["own_leads"]), "وفقا ل")
    return tuple(lead + noun for lead in leads for noun in held)


def _sequences(phrases: tuple[str, ...]) -> Sequences:
    found: Sequences = {}
    for words in sorted({tuple(fold(phrase).split()) for phrase in phrases}, key=len, reverse=True):
        found[words[0]] = (*found.get(words[0], ()), words)
    return found
