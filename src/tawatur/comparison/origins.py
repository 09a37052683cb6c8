"""Origins: where every statement finally comes from, once copies and chains are collapsed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from tawatur.comparison.principals import OUTLET, Principal, Principals
from tawatur.comparison.tellers import ANONYMOUS, BODY
from tawatur.lexicon.offices import Offices
from tawatur.model import Copy, Identity, Origin, Pointer, Reading, Span, Statement, Why


class _Voice(msgspec.Struct, frozen=True):
    """A statement on its way to its origin."""

    cue: Pointer
    statement: Statement
    principal: Principal
    path: tuple[str, ...]


def trace_origins(
    readings: Sequence[Reading], identities: Sequence[Identity], copies: Sequence[Copy], offices: Offices
) -> tuple[Origin, ...]:
    """The origin of every statement, in order of article and place.

    First the principal of its speaker (see ``Principals``); unnamed sources that one agency passes
    on are one. Then, where the statement stands in a passage retold from another article, the
    origin the source's own statement there has, as far as the copy says less: two papers that
    print one agency's unnamed official have one origin. Unattributed words of a copy belong to the
    agency or outlet they were copied from.
    """
    principals = Principals(readings, identities, offices)
    voices = {voice.cue: voice for reading in readings for voice in _voices(reading, principals)}
    retold = _retold(voices, copies)
    return tuple(_origin(voices[cue], *_source(cue, voices, retold)) for cue in sorted(voices))


def independent(origins: Sequence[Origin]) -> int:
    """How many principals stand behind some statements: the number of independent origins."""
    return len({origin.principal for origin in origins})


def _voices(reading: Reading, principals: Principals) -> Iterator[_Voice]:
    article = reading.article
    passed_on = _passed_on(reading, principals)
    for statement in reading.statements:
        cue = Pointer(article.id, statement.cue.start, statement.cue.end)
        told = _innermost(principals.relayed(article.id, statement), passed_on)
        yield _Voice(cue, statement, _principal(article.id, told, principals), _path(reading, told))


def _passed_on(reading: Reading, principals: Principals) -> dict[str, str]:
    """Who passes on the words of each unnamed source: "ذكرت وكالة الأنباء نقلاً عن مصدر مطلع".

    The two are told as one statement that comes through the other, or as two with the same words.
    """
    tellers: dict[tuple[Span, ...], list[str]] = defaultdict(list)
    for statement in reading.statements:
        if statement.speaker and statement.content:
            tellers[statement.content].append(statement.speaker)
    named = [s for s in reading.statements if s.speaker and not s.speaker.startswith(ANONYMOUS)]
    return {
        teller: statement.speaker
        for statement in named
        for teller in (*statement.via, *tellers.get(statement.content, ()))
        if statement.speaker and principals.is_source(teller)
    }


def _innermost(statement: Statement, passed_on: Mapping[str, str]) -> Statement:
    """The statement as its source's own, whoever passes it on."""
    source = next((teller for teller in statement.via if teller in passed_on), statement.speaker or "")
    if source not in passed_on or passed_on[source] in (source, *statement.via):
        return statement
    via = (passed_on[source], *(teller for teller in statement.via if teller != source))
    span = statement.source if source == statement.speaker else None
    return msgspec.structs.replace(statement, speaker=source, source=span, via=via, chain=())


def _principal(article: str, statement: Statement, principals: Principals) -> Principal:
    """Who is behind a statement; the sources that one agency does not name are one, for all that is known."""
    principal = principals.of(article, statement)
    agency = next((teller for teller in statement.via if teller.startswith(BODY)), None)
    if agency is None or not principals.is_source(principal.key):
        return principal
    name = principals.named(article, agency).name
    return Principal(f"{ANONYMOUS}{name}", f"{principal.name} ({name})", "unnamed, passed on by one agency")


def _path(reading: Reading, statement: Statement) -> tuple[str, ...]:
    """The tellers of a statement from the speaker outwards, the outlet last."""
    chain = [link.teller for link in statement.chain] or [statement.speaker or "", *statement.via]
    outlet = reading.article.outlet
    tellers = [*chain, f"{OUTLET}{outlet}" if outlet else ""]
    return tuple(dict.fromkeys(teller for teller in tellers if teller))


def _retold(
    voices: Mapping[Pointer, _Voice], copies: Sequence[Copy]
) -> dict[Pointer, tuple[Pointer | None, Copy]]:
    """For each statement in a retold passage: the copy, and the source's own statement if it has one."""
    by_article: dict[str, list[Pointer]] = {}
    for cue in sorted(voices):
        by_article.setdefault(cue.article, []).append(cue)
    found: dict[Pointer, tuple[Pointer | None, Copy]] = {}
    for copy in sorted(copies, key=lambda copy: copy.id):
        for there, here in copy.passages:
            sources = [cue for cue in by_article.get(there.article, ()) if _inside(cue, there)]
            for cue in by_article.get(here.article, ()):
                if _inside(cue, here):
                    source = _counterpart(cue, here, there, sources)
                    if cue not in found or (found[cue][0] is None and source):
                        found[cue] = source, copy
    return found


def _inside(cue: Pointer, passage: Pointer) -> bool:
    return passage.start <= cue.start and cue.end <= passage.end


def _counterpart(cue: Pointer, here: Pointer, there: Pointer, sources: list[Pointer]) -> Pointer | None:
    """The statement that stands as far into the source's passage as ``cue`` into the copy's."""
    expected = there.start + (cue.start - here.start) * (there.end - there.start) / (here.end - here.start)
    near = [source for source in sources if abs(source.start - expected) <= (cue.end - cue.start) * 3]
    return min(near, key=lambda source: abs(source.start - expected), default=None)


def _source(
    cue: Pointer, voices: Mapping[Pointer, _Voice], retold: Mapping[Pointer, tuple[Pointer | None, Copy]]
) -> tuple[_Voice, tuple[Copy, ...]]:
    """The statement a retold one goes back to, through copies of copies, and the copies on the way."""
    seen = {cue}
    copies: list[Copy] = []
    while cue in retold:
        source, copy = retold[cue]
        copies.append(copy)
        if source is None or source in seen:
            break
        seen.add(source)
        cue = source
    return voices[cue], tuple(copies)


def _origin(voice: _Voice, source: _Voice, copies: tuple[Copy, ...]) -> Origin:
    principal = max((voice.principal, source.principal), key=_said) if copies else voice.principal
    agency = next((copy.origin for copy in copies if copy.origin), None)
    if principal.key.startswith(OUTLET) and agency:
        principal = Principal(f"{OUTLET}{agency}", agency, "credited agency")
    path = (*voice.path[:-1], f"{OUTLET}{agency}", *voice.path[-1:]) if agency else voice.path
    return Origin(
        statement=voice.cue,
        principal=principal.key,
        name=principal.name,
        path=tuple(dict.fromkeys(path)),
        reasons=tuple(_reasons(principal, copies, source.cue)),
    )


def _said(principal: Principal) -> int:
    """How much is known of a principal: the outlet alone, words, or an identity."""
    return 0 if principal.key.startswith(OUTLET) else 1 if principal.key.startswith(ANONYMOUS) else 2


def _reasons(principal: Principal, copies: tuple[Copy, ...], source: Pointer) -> Iterator[Why]:
    yield Why("principal", principal.reason, (principal.place,) if principal.place else ())
    for copy in copies:
        yield Why(
            "copy", f"retold from {copy.articles[0]}", (source,) if source.article != copy.articles[1] else ()
        )
