"""JSON-LD in the words of schema.org: NewsArticle, Quotation and Claim.

Direct and mixed contents are quotations; a claim appears in the articles whose statements take a
stand on it. No verdict is given, so there is no ClaimReview. What schema.org has no word for (the
stance of a statement, the span it stands at) is said in Tawatur's own terms.
"""

from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

import msgspec

from tawatur.export.iris import TERMS, article_iri, iri, place_iri, source_iri
from tawatur.model import (
    Article,
    Claim,
    EntityType,
    Form,
    Identity,
    Pointer,
    Reading,
    Situation,
    Statement,
)

Node = dict[str, Any]

CONTEXT = {
    "@vocab": "https://schema.org/",
    "tawatur": TERMS,
    "url": {"@type": "@id"},
    "isPartOf": {"@type": "@id"},
    "appearance": {"@type": "@id"},
    "creator": {"@type": "@id"},
    "tawatur:statement": {"@type": "@id"},
    "datePublished": {"@type": "https://schema.org/Date"},
}
_TYPES = {
    EntityType.PERSON: "Person",
    EntityType.ORGANISATION: "Organization",
    EntityType.POLITY: "AdministrativeArea",
    EntityType.PLACE: "Place",
}


def write_jsonld(situation: Situation, readings: Iterable[Reading], out: BinaryIO) -> None:
    """Write the situation as one JSON-LD document."""
    out.write(msgspec.json.encode(schema_org_document(situation, readings)))


def schema_org_document(situation: Situation, readings: Iterable[Reading]) -> Node:
    """One ``@graph`` of articles, those who speak, quotations and claims."""
    who = {member: identity.id for identity in situation.identities for member in identity.members}
    return {
        "@context": CONTEXT,
        "@graph": [
            *(_article(article) for article in situation.articles),
            *(_identity(identity) for identity in situation.identities),
            *(
                _quotation(reading.article, statement, who)
                for reading in readings
                for statement in reading.statements
                if statement.form is not Form.INDIRECT and statement.content
            ),
            *(_claim(claim) for claim in situation.claims),
        ],
    }


def _article(article: Article) -> Node:
    node = {
        "@id": article_iri(article.id),
        "@type": "NewsArticle",
        "identifier": article.id,
        "headline": article.title,
        "url": source_iri(article) if article.url else None,
        "datePublished": article.published,
        "inLanguage": "ar",
        "author": {"@type": "Person", "name": article.author} if article.author else None,
        "publisher": {"@type": "NewsMediaOrganization", "name": article.outlet} if article.outlet else None,
        "sourceOrganization": {"@type": "Organization", "name": article.agency} if article.agency else None,
    }
    return _known(node)


def _identity(identity: Identity) -> Node:
    return {
        "@id": iri("identity", identity.id),
        "@type": _TYPES[identity.type],
        "name": identity.name,
        "alternateName": [
            *(spelling.text for spelling in identity.names if spelling.text != identity.name),
            *([{"@value": identity.english, "@language": "en"}] if identity.english else []),
        ],
    }


def _quotation(article: Article, statement: Statement, who: Mapping[tuple[str, str], str]) -> Node:
    speaker = who.get((article.id, statement.speaker or ""))
    cue = Pointer(article.id, statement.cue.start, statement.cue.end)
    node = {
        "@id": place_iri("statement", cue),
        "@type": "Quotation",
        "text": " … ".join(article.text[span.start : span.end] for span in statement.content),
        "inLanguage": "ar",
        "isPartOf": article_iri(article.id),
        "creator": iri("identity", speaker) if speaker else None,
        "creditText": article.text[statement.source.start : statement.source.end]
        if statement.source
        else None,
        "tawatur:act": statement.act.value,
        "tawatur:start": statement.content[0].start,
        "tawatur:end": statement.content[-1].end,
    }
    return _known(node)


def _claim(claim: Claim) -> Node:
    articles = dict.fromkeys(pointer.article for pointer in claim.statements)
    return {
        "@id": iri("claim", claim.id),
        "@type": "Claim",
        "text": claim.what,
        "inLanguage": "ar",
        "appearance": [article_iri(article) for article in articles],
        "tawatur:stand": [
            {
                "@type": "tawatur:Stand",
                "tawatur:stance": stance.value,
                "tawatur:statement": place_iri("statement", pointer),
            }
            for stance, pointers in claim.stands
            for pointer in pointers
        ],
    }


def _known(node: Node) -> Node:
    return {key: value for key, value in node.items() if value is not None}
