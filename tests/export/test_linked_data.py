"""JSON-LD, Web Annotations and PROV-O, read by rdflib without a network."""

import json
from typing import Any

import msgspec
from floods import FIRST, SECOND, bytes_of, sample_readings
from rdflib import RDF, RDFS, Graph, Namespace, URIRef

from tawatur.export.iris import article_iri, source_iri
from tawatur.export.provenance import write_prov
from tawatur.export.schema_org import write_jsonld
from tawatur.export.web_annotations import annotation_collection, write_annotations
from tawatur.model import Article, Situation

SCHEMA = Namespace("https://schema.org/")
PROV = Namespace("http://www.w3.org/ns/prov#")
OA = Namespace("http://www.w3.org/ns/oa#")
ANNO_CONTEXT = {
    "oa": str(OA),
    "rdf": str(RDF),
    "as": "http://www.w3.org/ns/activitystreams#",
    "id": "@id",
    "type": "@type",
    "Annotation": "oa:Annotation",
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "SpecificResource": "oa:SpecificResource",
    "TextualBody": "oa:TextualBody",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "tagging": "oa:tagging",
    "body": "oa:hasBody",
    "target": "oa:hasTarget",
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": "oa:hasSelector",
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "styleClass": "oa:styleClass",
    "value": "rdf:value",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": "oa:start",
    "end": "oa:end",
    "total": "as:totalItems",
    "first": "as:first",
    "items": {"@id": "as:items", "@container": "@list"},
}


def graph(data: bytes, context: dict[str, Any] | None = None) -> Graph:
    document = json.loads(data)
    if context:
        document["@context"] = context
    return Graph().parse(data=json.dumps(document), format="json-ld")


def test_schema_org_has_articles_quotations_and_claims() -> None:
    found = graph(bytes_of(write_jsonld))
    assert len(set(found.subjects(RDF.type, SCHEMA.NewsArticle))) == 2
    quotation = found.value(predicate=RDF.type, object=SCHEMA.Quotation, any=False)
    assert str(found.value(quotation, SCHEMA.text)) == "الوضع تحت السيطرة"
    assert found.value(quotation, SCHEMA.isPartOf) == URIRef(article_iri("a-1"))
    speaker = found.value(quotation, SCHEMA.creator)
    assert str(found.value(speaker, SCHEMA.name)) == "سامي الخطيب"
    claim = found.value(predicate=RDF.type, object=SCHEMA.Claim, any=False)
    assert set(found.objects(claim, SCHEMA.appearance)) == {
        URIRef(article_iri("a-1")),
        URIRef(article_iri("a 2/ب")),
    }


def test_schema_org_gives_no_verdict() -> None:
    assert b"ClaimReview" not in bytes_of(write_jsonld)


def test_provenance_leads_from_a_finding_to_its_articles() -> None:
    found = graph(bytes_of(write_prov))
    derived = set(found.subject_objects(PROV.wasDerivedFrom))
    assert {(str(a), str(b)) for a, b in derived} == {
        ("urn:tawatur:finding:finding%3A1", article_iri("a-1")),
        ("urn:tawatur:finding:finding%3A1", article_iri("a 2/ب")),
    }
    assert len(set(found.subjects(PROV.hadPrimarySource, None))) == 2


def test_a_statement_is_attributed_to_every_teller_of_its_chain() -> None:
    found = graph(bytes_of(write_prov))
    quoted = {
        str(statement): {
            str(found.value(agent, RDFS.label)) for agent in found.objects(statement, PROV.wasAttributedTo)
        }
        for statement in found.subjects(PROV.wasQuotedFrom, URIRef(article_iri("a-1")))
    }
    assert sorted(map(sorted, quoted.values())) == [
        ["org:agency", "سامي الخطيب", "صحيفة الضفة"],
        ["سامي الخطيب"],
    ]
    agents = {agent for _, agent in found.subject_objects(PROV.wasAttributedTo)}
    assert agents <= set(found.subjects(RDF.type, PROV.Agent))


def test_annotations_are_what_the_web_annotation_model_asks_for() -> None:
    found = graph(bytes_of(write_annotations), ANNO_CONTEXT)
    notes = set(found.subjects(RDF.type, OA.Annotation))
    assert len(notes) == 8
    for note in notes:
        assert found.value(note, OA.motivatedBy) == OA.tagging
        assert list(found.objects(note, OA.hasBody))
        for target in found.objects(note, OA.hasTarget):
            assert found.value(target, OA.hasSource)
            kinds = {found.value(s, RDF.type) for s in found.objects(target, OA.hasSelector)}
            assert kinds == {OA.TextPositionSelector, OA.TextQuoteSelector}


def test_both_selectors_find_the_same_words() -> None:
    texts = {source_iri(article): article.text for article in (FIRST, SECOND)}
    for note in annotation_collection(sample_readings())["first"]["items"]:
        for target in note["target"]:
            text, (position, quote) = texts[target["source"]], target["selector"]
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert text[: position["start"]].endswith(quote["prefix"])
            assert text[position["end"] :].startswith(quote["suffix"])


def test_annotation_ids_are_unique() -> None:
    notes = annotation_collection(sample_readings())["first"]["items"]
    assert len({note["id"] for note in notes}) == len(notes)


def test_addresses_with_arabic_letters_become_valid_iris() -> None:
    article = Article(id="x", text="", url="https://news.example/خبر عاجل?ص=١")
    assert source_iri(article).isascii()
    assert " " not in source_iri(article)
    assert source_iri(msgspec.structs.replace(article, url="غير معروف")) == "urn:tawatur:article:x"


def test_nothing_gives_valid_empty_documents() -> None:
    for write in (write_jsonld, write_prov, write_annotations):
        assert json.loads(bytes_of(write, Situation(), ()))["@context"]
