"""FollowTheMoney entities, checked against its own schemata."""

import json

import pytest
from floods import bytes_of, sample_readings, sample_situation

from tawatur.export.follow_the_money import ftm_entities, write_ftm
from tawatur.model import EntityType, Identity, Situation

followthemoney = pytest.importorskip("followthemoney", reason="followthemoney is not installed")


def test_every_entity_is_valid_and_loses_nothing() -> None:
    entities = list(ftm_entities(sample_situation(), sample_readings()))
    assert len(entities) == 8
    for entity in entities:
        proxy = followthemoney.model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(proxy.to_dict())
        lost = {name for name, values in entity["properties"].items() if len(proxy.get(name)) != len(values)}
        assert not lost, (entity, proxy.to_dict())


def test_links_lead_to_entities_of_the_file() -> None:
    entities = [json.loads(line) for line in bytes_of(write_ftm).splitlines()]
    ids = {entity["id"] for entity in entities}
    links = [
        value
        for entity in entities
        for name, values in entity["properties"].items()
        if name in ("document", "entity", "proof", "involved")
        for value in values
    ]
    assert len(links) >= 6
    assert set(links) <= ids


@pytest.mark.parametrize(
    ("kind", "schema"),
    [
        (EntityType.PERSON, "Person"),
        (EntityType.ORGANISATION, "Organization"),
        (EntityType.POLITY, "PublicBody"),
        (EntityType.PLACE, "Address"),
    ],
)
def test_each_type_has_its_schema(kind: EntityType, schema: str) -> None:
    identity = Identity("i", kind, "الوادي", (), (), ())
    (entity,) = ftm_entities(Situation(identities=(identity,)), ())
    assert entity["schema"] == schema
    assert followthemoney.model.get_proxy(entity).caption == "الوادي"
