"""Judgements: what people decided, the latest first."""

from tawatur.ledger.judgements import judgements
from tawatur.model import Judgement
from tawatur.web.addresses import key_of
from tawatur.web.desk import Desk
from tawatur.web.shown import PAGE, JudgementRow, Listing


def list_judgements(desk: Desk, page: int) -> Listing[JudgementRow]:
    """One page of the judgements that stand, each with the address of what it is about."""
    with desk.ledger() as ledger:
        standing = judgements(ledger)[::-1]
    shown = standing[(page - 1) * PAGE : page * PAGE]
    return Listing(tuple(JudgementRow(one, _address(one)) for one in shown), len(standing), page)


def standing_on(desk: Desk) -> dict[str, list[Judgement]]:
    """All judgements that stand, by what they are about."""
    standing: dict[str, list[Judgement]] = {}
    with desk.ledger() as ledger:
        for judgement in judgements(ledger):
            standing.setdefault(judgement.about, []).append(judgement)
    return standing


def _address(judgement: Judgement) -> str:
    kind = "entities" if judgement.other else "findings"
    return f"/{kind}/{key_of(judgement.about)}"
