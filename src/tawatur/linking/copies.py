"""Copies: which articles retell one text, or one agency."""

from collections.abc import Iterable, Sequence
from hashlib import blake2b

import msgspec

from tawatur.lexicon.agencies import Agencies
from tawatur.lexicon.rarity import Rarity
from tawatur.linking.credits import Credit, Strength, find_credits
from tawatur.linking.fingerprints import BodyWords, FingerprintIndex, body_words, fingerprints
from tawatur.linking.passages import Passage, align
from tawatur.model import Article, Copy, CopyKind, Pointer, Reading, Why

WHOLE = 0.8
PARTIAL = 45.0
AGENCY = 30.0
DAYS = 7


class Told(msgspec.Struct, frozen=True):
    """What copies are judged by: an article with its words, their fingerprints and its credits."""

    article: Article
    words: BodyWords
    prints: frozenset[int]
    credits: tuple[Credit, ...]


def link_copies(readings: Sequence[Reading], agencies: Agencies, rarity: Rarity) -> tuple[Copy, ...]:
    """The copies among ``readings``, each of two articles; their order does not matter.

    Only articles that share a fingerprint are set side by side, so the cost grows with the
    copies there are, not with the pairs there could be.
    """
    told = {reading.article.id: tell(reading, agencies, rarity) for reading in readings}
    index = FingerprintIndex()
    for article, one in told.items():
        index.add(article, one.prints)
    compared = (compare(told[one], told[other]) for one, other in index.pairs())
    return tuple(copy for copy in compared if copy)


def tell(reading: Reading, agencies: Agencies, rarity: Rarity) -> Told:
    """What copies of an article are judged by; linear in the length of its text."""
    words = body_words(reading, rarity)
    return Told(reading.article, words, fingerprints(words), find_credits(reading, agencies))


def compare(one: Told, other: Told) -> Copy | None:
    """The copy two articles make, its probable source first, or None where they share too little.

    ``whole``: four fifths of the shorter stand in the longer. ``partial``: within a week of each
    other they share passages of some weight (about eleven words of news, more of officialese).
    ``agency``: less than that, but both credit one agency for their text.
    """
    source, copy = sorted((one, other), key=_seniority)
    passages = align(source.words.keys, copy.words.keys)
    kind = _kind(source, copy, passages)
    if kind is None:
        return None
    origin = _origin(source, copy)
    pairs = tuple(_places(source, copy, passage) for passage in passages)
    return Copy(
        id=_copy_id(source.article.id, copy.article.id),
        articles=(source.article.id, copy.article.id),
        kind=kind,
        origin=origin.agency if origin else None,
        passages=pairs,
        reasons=tuple(_reasons(source, copy, passages, pairs, origin)),
    )


def _kind(source: Told, copy: Told, passages: list[Passage]) -> CopyKind | None:
    same = sum(passage.same for passage in passages)
    shorter = min(len(source.words.keys), len(copy.words.keys))
    if same and same >= WHOLE * shorter:
        return CopyKind.WHOLE
    weight = sum(sum(source.words.weights[passage.first : passage.last]) for passage in passages)
    if weight < AGENCY or not _around(source.article, copy.article):
        return None
    if weight >= PARTIAL:
        return CopyKind.PARTIAL
    return CopyKind.AGENCY if _common_text(source, copy) else None


def _around(one: Article, other: Article) -> bool:
    """Whether two articles came out within a week, as far as is known."""
    return not (one.day and other.day) or abs((one.day - other.day).days) <= DAYS


def _seniority(told: Told) -> tuple[str, int, int, str]:
    """What comes first is probably the source: earlier, crediting an agency, longer."""
    strongest = max((credit.strength for credit in told.credits), default=0)
    return (
        told.article.published or "9999",
        -int(strongest == Strength.SIGNED),
        -len(told.words.keys),
        told.article.id,
    )


def _common_credit(one: Told, other: Told) -> Credit | None:
    theirs = {credit.agency for credit in other.credits}
    return next((credit for credit in one.credits if credit.agency in theirs), None)


def _common_text(one: Told, other: Told) -> bool:
    """Whether both owe their text, not just a word of it, to one agency."""
    owed = [
        {credit.agency for credit in told.credits if credit.strength > Strength.NAMED}
        for told in (one, other)
    ]
    return not owed[0].isdisjoint(owed[1])


def _origin(source: Told, copy: Told) -> Credit | None:
    """The agency whose text it is: the one both credit, else the one either credits for its text."""
    common = _common_credit(source, copy)
    if common:
        return common
    own = [credit for told in (source, copy) for credit in told.credits if credit.strength > Strength.NAMED]
    return max(own, key=lambda credit: credit.strength, default=None)


def _places(source: Told, copy: Told, passage: Passage) -> tuple[Pointer, Pointer]:
    return (
        _place(source, passage.first, passage.last),
        _place(copy, passage.other_first, passage.other_last),
    )


def _place(told: Told, first: int, last: int) -> Pointer:
    return Pointer(told.article.id, told.words.starts[first], told.words.ends[last - 1])


def _reasons(
    source: Told,
    copy: Told,
    passages: list[Passage],
    pairs: tuple[tuple[Pointer, Pointer], ...],
    origin: Credit | None,
) -> Iterable[Why]:
    same = sum(passage.same for passage in passages)
    shorter = min(len(source.words.keys), len(copy.words.keys))
    yield Why(
        "same_words",
        f"{same} words of {shorter} are the same",
        tuple(place for pair in pairs for place in pair),
        round(same / shorter, 2),
    )
    if origin:
        yield Why("credit", f"credited to {origin.agency}", (origin.place,))
    if source.article.published and source.article.published != copy.article.published:
        yield Why("earlier", f"published {source.article.published}")


def _copy_id(*articles: str) -> str:
    return "copy-" + blake2b("\n".join(articles).encode(), digest_size=6).hexdigest()
