"""Names: who or what is meant across articles, and who may be the same."""

from rapidfuzz import fuzz, process

from tawatur.dossier.articles import show_name
from tawatur.dossier.sources import Sources
from tawatur.ledger import Ledger, links
from tawatur.model import Identity, Reading, Situation
from tawatur.text import fold
from tawatur.web.addresses import InApp
from tawatur.web.desk import Desk
from tawatur.web.shown import EntityView

_MOST = 50
_ALIKE = 78
_CANDIDATES = 5


def view_entity(desk: Desk, identity_id: str) -> EntityView:
    """A name with what it says and where it is named; raises RequestError where there is none."""
    with desk.ledger() as ledger:
        identity = links.identity(ledger, identity_id)
        articles = sorted({article for article, _ in identity.members})[:_MOST]
        readings = list(ledger.readings(articles))
        alike = _alike(ledger, identity)
    found = Situation(articles=tuple(r.article for r in readings), identities=(identity, *alike))
    sources = Sources(found, readings, InApp())
    return EntityView(
        name=show_name(identity, sources),
        said=tuple(
            sources.as_said(reading.article.id, statement)
            for reading in readings
            for statement in reading.statements
            if _speaks(identity, reading, statement.speaker)
        )[:_MOST],
        articles=tuple(sources.article(reading.article.id) for reading in readings),
        alike=tuple(show_name(other, sources) for other in alike),
    )


def _speaks(identity: Identity, reading: Reading, speaker: str | None) -> bool:
    return (reading.article.id, speaker) in identity.members


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
