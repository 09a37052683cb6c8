"""Who said what and through whom: speakers, the matrix of stances, chains, positions."""

from collections import Counter
from collections.abc import Iterable, Sequence

from tawatur.dossier.page import (
    Cell,
    Chain,
    Matrix,
    Path,
    Proposition,
    Retelling,
    Said,
    Speaker,
    Step,
    Turn,
    Who,
)
from tawatur.dossier.sources import Sources, anchor
from tawatur.model import Claim, Copy, CopyKind, Origin, Pointer, Position, Reading

_MATRIX_CLAIMS = 6
_MATRIX_SPEAKERS = 12
_DIRECT = 2
_LOOSER = (CopyKind.WHOLE, CopyKind.PARTIAL, CopyKind.AGENCY)


def show_speakers(readings: Sequence[Reading], sources: Sources) -> tuple[Speaker, ...]:
    """Every named or described speaker with all statements, the most quoted first."""
    said: dict[Who, list[Said]] = {}
    for reading in readings:
        for statement in reading.statements:
            shown = sources.as_said(reading.article.id, statement)
            if shown.who.name:
                said.setdefault(shown.who, []).append(shown)
    speakers = [Speaker(_anchor(who), who, tuple(statements)) for who, statements in said.items()]
    return tuple(sorted(speakers, key=lambda s: (s.who.anonymous, -len(s.said), s.who.name or "")))


def _anchor(who: Who) -> str:
    return anchor("speaker", who.href or who.name or "")


def show_matrix(claims: Sequence[Claim], sources: Sources) -> Matrix | None:
    """Speakers against claims: the contested claims first, the busiest speakers first; None where empty.

    A claim that entails another ("1500 جندي" of soldiers sent) is left to that one.
    """
    known = {claim.id for claim in claims}
    widest = [claim for claim in claims if len(claim.statements) > 1 and known.isdisjoint(claim.entails)]
    contested_first = sorted(
        widest, key=lambda claim: (not (claim.denies or claim.withholds), -len(claim.statements))
    )
    chosen = contested_first[:_MATRIX_CLAIMS]
    cells: dict[Who, dict[str, dict[str, Cell]]] = {}
    for claim in chosen:
        for stance, place in ((stance, place) for stance, places in claim.stands for place in places):
            said = sources.said(place)
            if said and said.who.name:
                row = cells.setdefault(said.who, {}).setdefault(claim.id, {})
                row.setdefault(stance.value, Cell(stance.value, sources.place(place)))
    speakers = _foremost(cells)[:_MATRIX_SPEAKERS]
    if not speakers:
        return None
    return Matrix(
        claims=tuple(_proposition(claim, sources) for claim in chosen),
        speakers=tuple(speakers),
        cells=tuple(
            tuple(tuple(cells[who].get(claim.id, {}).values()) for claim in chosen) for who in speakers
        ),
    )


def _foremost(cells: dict[Who, dict[str, dict[str, Cell]]]) -> list[Who]:
    """The speakers, the busiest first; before all others one for each side of each claim."""
    busiest = sorted(cells, key=lambda who: (-len(cells[who]), who.name or ""))
    leading: dict[tuple[str, str], Who] = {}
    for who in busiest:
        for claim, stances in cells[who].items():
            for stance in stances:
                leading.setdefault((claim, stance), who)
    leaders = set(leading.values())
    return sorted(busiest, key=lambda who: who not in leaders)


def _contested_first(claim: Claim) -> tuple[bool, int]:
    return not (claim.denies or claim.withholds), -len(claim.statements)


def _proposition(claim: Claim, sources: Sources) -> Proposition:
    return Proposition(claim.what, sources.addresses.claim(claim.id))


def show_chains(origins: Sequence[Origin], sources: Sources) -> tuple[Chain, ...]:
    """Whose words reach which articles by which ways, the widest spread first.

    What one article has straight from the speaker is no chain worth drawing and is left out.
    """
    paths: dict[Who, dict[tuple[str, ...], list[Pointer]]] = {}
    for origin in origins:
        principal = sources.who(origin.principal, origin.statement.article)
        if not principal.href:
            principal = Who(
                origin.name or principal.name,
                principal.english,
                anonymous=principal.anonymous,
                romanised=principal.romanised,
            )
        tellers = tuple(sources.who(step, origin.statement.article).name or step for step in origin.path)
        paths.setdefault(principal, {}).setdefault(tellers, []).append(origin.statement)
    chains = [_chain(principal, ways, sources) for principal, ways in paths.items() if _is_carried(ways)]
    return tuple(sorted(chains, key=lambda c: (-c.articles, -len(c.paths), c.principal.name or "")))


def _is_carried(ways: dict[tuple[str, ...], list[Pointer]]) -> bool:
    articles = {place.article for places in ways.values() for place in places}
    return len(articles) > 1 or any(len(tellers) > _DIRECT for tellers in ways)


def _chain(principal: Who, ways: dict[tuple[str, ...], list[Pointer]], sources: Sources) -> Chain:
    return Chain(
        principal=principal,
        paths=tuple(
            Path(tellers, tuple(sources.place(place) for place in places))
            for tellers, places in sorted(ways.items(), key=lambda way: -len(way[1]))
        ),
        articles=len({place.article for places in ways.values() for place in places}),
    )


def show_turns(positions: Sequence[Position], claims: Sequence[Claim], sources: Sources) -> tuple[Turn, ...]:
    """Positions that were taken more than once, those that changed first.

    What a speaker said of a narrower claim in the same places is told with the wider one.
    """
    what = {claim.id: _proposition(claim, sources) for claim in claims}
    turns = [
        Turn(
            who=sources.who(position.who),
            claim=what.get(position.claim, Proposition(position.claim, None)),
            steps=tuple(Step(when, stance, sources.place(place)) for when, stance, place in position.steps),
            changed=position.changed,
        )
        for position in _widest(positions)
    ]
    return tuple(sorted(turns, key=lambda turn: (not turn.changed, -len(turn.steps))))


def _widest(positions: Sequence[Position]) -> Iterable[Position]:
    """Of each speaker's positions those whose steps are not all steps of another, the longest first."""
    taken: dict[str, list[set[Pointer]]] = {}
    for position in sorted(positions, key=lambda position: (-len(position.steps), not position.changed)):
        places = {place for _, _, place in position.steps}
        others = taken.setdefault(position.who, [])
        if len(places) > 1 and not any(places <= other for other in others):
            others.append(places)
            yield position


def show_retellings(copies: Sequence[Copy], sources: Sources) -> tuple[Retelling, ...]:
    """Which articles go back to one text, the text most retold first."""
    shown = [_retelling(together, sources) for together in _of_one_text(copies)]
    return tuple(sorted(shown, key=lambda retelling: -len(retelling.articles)))


def _of_one_text(copies: Sequence[Copy]) -> Iterable[list[Copy]]:
    """Copies in groups that share articles, in order of their first."""
    together: dict[str, set[str]] = {}
    for copy in copies:
        joined = set(copy.articles).union(*(together.get(article, ()) for article in copy.articles))
        if len(joined) > len(together.get(copy.articles[0], ())):
            together.update(dict.fromkeys(joined, joined))
    groups: dict[int, list[Copy]] = {}
    for copy in copies:
        groups.setdefault(id(together[copy.articles[0]]), []).append(copy)
    return groups.values()


def _retelling(copies: Sequence[Copy], sources: Sources) -> Retelling:
    """The articles of some copies, what is retold from no other first; of their kinds the loosest."""
    retold = Counter(article for copy in copies for article in copy.articles[1:])
    articles = {article for copy in copies for article in copy.articles}
    return Retelling(
        kind=max((copy.kind for copy in copies), key=_LOOSER.index).value,
        origin=next((copy.origin for copy in copies if copy.origin), None),
        articles=tuple(sources.article(a) for a in sorted(articles, key=lambda a: (retold[a], a))),
    )
