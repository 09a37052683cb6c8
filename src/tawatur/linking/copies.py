"""Copies: which articles retell one text, or one agency."""

from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import blake2b

import msgspec

from tawatur.lexicon.agencies import Agencies
from tawatur.lexicon.rarity import HEAVIEST, Rarity
from tawatur.linking.credits import Credit, Strength, find_credits
from tawatur.linking.fingerprints import BodyWords, FingerprintIndex, body_words, fingerprints
from tawatur.linking.passages import Passage, align
from tawatur.linking.retellings import AgencyIndex, Facts, facts, owed
from tawatur.model import Article, Copy, CopyKind, EntityType, Pointer, Reading, Why
from tawatur.text import fold

WHOLE = 0.8
PARTIAL = 45.0
AGENCY = 30.0
OWN = 2.0
DAYS = 7


class Told(msgspec.Struct, frozen=True, gc=False):
    """What copies are judged by: an article with its words, their fingerprints and its credits.

    ``named`` are the bodies it names, folded: an outlet among them is probably its source.
    """

    article: Article
    words: BodyWords
    prints: frozenset[int]
    credits: tuple[Credit, ...]
    facts: Facts
    named: frozenset[str]


def link_copies(readings: Sequence[Reading], agencies: Agencies, rarity: Rarity) -> tuple[Copy, ...]:
    """The copies among ``readings``, each of two articles; their order does not matter.

    Only articles that share a fingerprint, or an agency in the same days, are set side by side,
    so the cost grows with the copies there are, not with the pairs there could be.
    """
    told = {reading.article.id: tell(reading, agencies, rarity) for reading in readings}
    prints, takers = FingerprintIndex(), AgencyIndex()
    for article, one in told.items():
        prints.add(article, one.prints)
        takers.add(article, one.article.day, owed(one.credits))
    pairs = sorted({*prints.pairs(), *takers.pairs()})
    compared = (compare(told[one], told[other]) for one, other in pairs)
    return tuple(copy for copy in compared if copy)


def tell(reading: Reading, agencies: Agencies, rarity: Rarity) -> Told:
    """What copies of an article are judged by; linear in the length of its text."""
    words = body_words(reading, rarity)
    return Told(
        article=reading.article,
        words=words,
        prints=fingerprints(words),
        credits=find_credits(reading, agencies),
        facts=facts(reading),
        named=frozenset(_bodies(reading)),
    )


def _bodies(reading: Reading) -> Iterable[str]:
    """The names of organisations an article mentions, folded."""
    for entity in reading.entities:
        if entity.type is EntityType.ORGANISATION:
            yield from (fold(reading.article.text[m.start : m.end]) for m in entity.mentions)


def may_be_whole(words: list[int], others: list[int]) -> bool:
    """Whether so many words of one article stand in the other that it may be retold whole.

    Articles that did not come out within a week are copies only then; this spares reading them.
    """
    enough = WHOLE * min(len(words), len(others))
    return enough > 0 and max(_shared(words, others), _shared(others, words)) >= enough


def may_be_partial(words: list[int], others: list[int]) -> bool:
    """Whether the passages of two articles may weigh enough, were all their words of the rarest."""
    longest = max(_length(align(words, others)), _length(align(others, words)))
    return longest * HEAVIEST >= PARTIAL


def _length(passages: Iterable[Passage]) -> int:
    return sum(max(one.last - one.first, one.other_last - one.other_first) for one in passages)


def _shared(words: list[int], others: list[int]) -> int:
    known = set(others)
    return sum(word in known for word in words)


def compare(one: Told, other: Told) -> Copy | None:
    """The copy two articles make, its probable source first, or None where they share too little.

    ``whole``: four fifths of the shorter stand in the longer. ``partial``: within a week of each
    other they share passages of some weight (about eleven words of news, more of officialese, and
    twice as much within one outlet).
    ``agency``: less than that, but both owe their text to one agency and share a short passage,
    or figures and names, as when each has put it into its own words.
    """
    source, copy = (one, other) if _seniority(one, other) < _seniority(other, one) else (other, one)
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
    same = _same(passages)
    shorter = min(len(source.words.keys), len(copy.words.keys))
    if same and same >= WHOLE * shorter:
        return CopyKind.WHOLE
    if not are_around(source.article.day, copy.article.day):
        return None
    weight = sum(sum(source.words.weights[passage.first : passage.last]) for passage in passages)
    if weight >= PARTIAL * (OWN if _is_one_outlet(source.article, copy.article) else 1.0):
        return CopyKind.PARTIAL
    if not owed(source.credits) & owed(copy.credits):
        return None
    return CopyKind.AGENCY if weight >= AGENCY or source.facts.shared(copy.facts) else None


def _is_one_outlet(one: Article, other: Article) -> bool:
    """Whether one outlet printed both, whose opening lines and names of leagues are the same every day."""
    return one.outlet is not None and one.outlet == other.outlet


def _same(passages: Iterable[Passage]) -> int:
    return sum(passage.same for passage in passages)


def are_around(one: date | None, other: date | None) -> bool:
    """Whether two articles came out within a week of each other, as far as is known."""
    return not (one and other) or abs((one - other).days) <= DAYS


def _seniority(told: Told, other: Told) -> tuple[str, bool, int, int, str]:
    """What comes first is probably the source: earlier, named by the other, crediting an agency, longer."""
    outlet = told.article.outlet
    strongest = max((credit.strength for credit in told.credits), default=0)
    return (
        told.article.published or "9999",
        not (outlet and fold(outlet) in other.named),
        -int(strongest == Strength.SIGNED),
        -len(told.words.keys),
        told.article.id,
    )


def _common_credit(one: Told, other: Told) -> Credit | None:
    theirs = {credit.agency for credit in other.credits}
    return next((credit for credit in one.credits if credit.agency in theirs), None)


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
    same = _same(passages)
    shorter = min(len(source.words.keys), len(copy.words.keys))
    if same:
        places = tuple(place for pair in pairs for place in pair)
        yield Why("same_words", f"{same} words of {shorter} are the same", places, round(same / shorter, 2))
    else:
        credited = tuple(credit.place for told in (source, copy) for credit in told.credits[:1])
        yield Why("same_facts", "one agency's figures and names, told in other words", credited)
    if origin:
        yield Why("credit", f"credited to {origin.agency}", (origin.place,))
    if source.article.published and source.article.published != copy.article.published:
        yield Why("earlier", f"published {source.article.published}")


def _copy_id(*articles: str) -> str:
    return "copy-" + blake2b("\n".join(articles).encode(), digest_size=6).hexdigest()
