"""The fixed interchange format of a ledger: everything across articles as one JSON object."""

from typing import Any

import msgspec

from tawatur.model import Claim, Copy, Finding, FindingKind, Happening, Identity, Measure, Situation

Record = dict[str, Any]

CONFLICTS = {
    FindingKind.DISPUTED: "denial",
    FindingKind.CONFLICTING: "quantity",
    FindingKind.REVISED: "quantity",
    FindingKind.DATE: "date",
    FindingKind.IDENTITY: "identity",
}


def situation_record(situation: Situation) -> Record:
    """A situation as plain values; pointers are ``[article, start, end]``."""
    findings = situation.findings
    return {
        "articles": [_article(article) for article in msgspec.to_builtins(situation.articles)],
        "entities": [_identity(identity) for identity in situation.identities],
        "stories": [list(story.articles) for story in situation.stories],
        "story_names": {story.id: story.name for story in situation.stories},
        "copies": [_copy(copy) for copy in situation.copies],
        "claims": [_claim(claim) for claim in situation.claims],
        "same_measure": [_measure(measure) for measure in situation.measures],
        "conflicts": [_conflict(finding) for finding in findings if finding.kind in CONFLICTS],
        "corroborated": [_corroborated(f) for f in findings if f.kind is FindingKind.CORROBORATED],
        "timeline": [_happening(happening) for happening in situation.timeline],
        "positions": msgspec.to_builtins(situation.positions),
    }


def _article(article: Record) -> Record:
    return {key: value for key, value in article.items() if key != "text"}


def _identity(identity: Identity) -> Record:
    return {
        "id": identity.id,
        "type": identity.type.value,
        "name": identity.name,
        "english": identity.english,
        "names": msgspec.to_builtins(identity.names),
        "mentions": msgspec.to_builtins(identity.mentions),
        "reasons": msgspec.to_builtins(identity.reasons),
    }


def _copy(copy: Copy) -> Record:
    return {**msgspec.to_builtins(copy), "docs": list(copy.articles)}


def _claim(claim: Claim) -> Record:
    record: Record = msgspec.to_builtins(claim)
    return record


def _measure(measure: Measure) -> Record:
    return {
        "id": measure.id,
        "what": measure.what,
        "unit": measure.unit,
        "quantities": [msgspec.to_builtins(figure.place) for figure in measure.figures],
        "figures": msgspec.to_builtins(measure.figures),
        "reasons": msgspec.to_builtins(measure.reasons),
    }


def _conflict(finding: Finding) -> Record:
    record: Record = msgspec.to_builtins(finding)
    return {**record, "kind": CONFLICTS[finding.kind], "revision": finding.kind is FindingKind.REVISED}


def _corroborated(finding: Finding) -> Record:
    record: Record = msgspec.to_builtins(finding)
    statements = [pointer for side in record["sides"] for pointer in side]
    return {**record, "statements": statements}


def _happening(happening: Happening) -> Record:
    record: Record = msgspec.to_builtins(happening)
    return record
