"""Names: who or what is meant across articles, and who may be the same."""

from rapidfuzz import fuzz, process

from tawatur.dossier.articles import show_name
from tawatur.dossier.sources import Sources
from tawatur.ledger import Ledger, links
from tawatur.model import Identity, Pointer, Situation
from tawatur.text import fold
from tawatur.web.addresses import InApp
from tawatur.web.desk import Desk
from tawatur.web.shown import PAGE, EntityView, Listing, Member

_ALIKE = 78
_CANDIDATES = 5


def view_entity(desk: Desk, identity_id: str, page: int = 1) -> EntityView:
    """A name with what it says and where it is named; raises RequestError where there is none."""
    with desk.ledger() as ledger:
        identity = links.identity(ledger, identity_id)
        members = sorted(identity.members)
        shown = members[(page - 1) * PAGE : page * PAGE]
        readings = list(ledger.readings(article for article, _ in shown))
        alike = _alike(ledger, identity)
    found = Situation(articles=tuple(r.article for r in readings), identities=(identity, *alike))
    sources = Sources(found, readings, InApp())
    return EntityView(
        name=show_name(identity, sources),
        members=Listing(
            tuple(_member(article, entity, sources) for article, entity in shown), len(members), page
        ),
        alike=tuple(show_name(other, sources) for other in alike),
    )


def _member(article: str, entity: str, sources: Sources) -> Member:
    """Where one article names it, each spelling once, and what it says there."""
    reading = sources.readings[article]
    written: dict[str, Pointer] = {}
    for named in reading.entities:
        for mention in named.mentions if named.id == entity else ():
            place = Pointer(article, mention.start, mention.end)
            written.setdefault(sources.words(place), place)
    return Member(
        id=f"{article}#{entity}",
        article=sources.article(article),
        written=tuple(sources.place(place) for place in written.values()),
        said=tuple(
            sources.as_said(article, statement)
            for statement in reading.statements
            if statement.speaker == entity
        ),
    )


def _alike(ledger: Ledger, identity: Identity) -> list[Identity]:
    """Other identities of the type that are written alike, the most alike first."""
    others = {
        other: fold(name)
        for other, name in links.identity_names(ledger, identity.type)
        if other != identity.id
    }
    best = process.extract(
        fold(identity.name), others, scorer=fuzz.token_set_ratio, score_cutoff=_ALIKE, limit=_CANDIDATES
    )
    return [links.identity(ledger, str(other)) for _, _, other in best]
