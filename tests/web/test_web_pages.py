"""Pages and their JSON: every address leads somewhere, everything is shown as text."""

import re
from typing import Any

import pytest
from flights import EVENING, HARM, HOSTILE, MORNING, at

from tawatur.dossier.sources import place_anchor
from tawatur.web.addresses import key_of

pytest_plugins = ["apps"]

KINDS = ("stories", "articles", "claims", "measures", "findings", "entities")


def addresses(html: str) -> set[str]:
    """The addresses of ours that a page links to, without their fragments."""
    return {link.split("#")[0] for link in re.findall(r'href="(/[^"]*)"', html)} - {""}


@pytest.fixture(scope="module")
def crawled(client: Any) -> dict[str, Any]:
    """Every page that can be reached from the first one."""
    seen: dict[str, Any] = {}
    waiting = ["/"]
    while waiting:
        address = waiting.pop().replace("&amp;", "&")
        if address in seen or address.startswith(("/likes", "/export")) or "/export/" in address:
            continue
        seen[address] = client.get(address)
        if "text/html" in seen[address].headers["content-type"]:
            waiting.extend(addresses(seen[address].text) - seen.keys())
    return seen


def test_no_link_is_dead(crawled: dict[str, Any]) -> None:
    assert {address: page.status_code for address, page in crawled.items() if page.status_code != 200} == {}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_page_and_json(crawled: dict[str, Any], kind: str) -> None:
    pages = [address for address in crawled if address.startswith(f"/{kind}/")]
    assert pages
    for address in pages:
        assert crawled[f"/api{address}"].headers["content-type"].startswith("application/json")


def test_a_place_is_marked_on_the_page_of_its_article(client: Any) -> None:
    page = client.get(f"/articles/{key_of(MORNING.id)}").text
    assert f"id={place_anchor(at(MORNING, '12 رحلة'))} " in page


def test_a_hostile_article_is_text_everywhere(crawled: dict[str, Any]) -> None:
    shown = [page.text for address, page in crawled.items() if "html" in page.headers["content-type"]]
    assert any("&lt;script&gt;" in text for text in shown)
    for text in shown:
        assert "<script>document" not in text
        assert "<img" not in text
        assert "<i>منبر" not in text
    assert crawled[f"/api/articles/{key_of(HOSTILE.id)}"].json()["text"].startswith(HARM)


def test_what_is_not_there_is_said_in_the_readers_language(client: Any) -> None:
    missing = client.get("/claims/nothing", headers={"accept-language": "en"})
    assert missing.status_code == 404
    assert "There is nothing at this address" in missing.text
    assert client.get("/api/claims/nothing").json()["status"] == 404
    assert client.get("/articles/~%FF").status_code == 404


def test_language_and_digits_are_remembered(client: Any) -> None:
    chosen = client.get("/likes?language=en&digits=arab&back=/articles", follow_redirects=False)
    assert chosen.headers["location"] == "/articles"
    page = client.get("/articles").text
    assert '<html lang="en" dir="ltr"' in page
    assert "٤" in page
    client.cookies.delete("language")
    client.cookies.delete("digits")


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:1"]
)
def test_nobody_is_led_elsewhere(client: Any, back: str) -> None:
    assert client.get("/likes", params={"back": back}, follow_redirects=False).headers["location"] == "/"


def test_a_list_is_cut_into_pages(client: Any) -> None:
    listed = client.get("/api/articles").json()
    assert (listed["total"], listed["page"], len(listed["items"])) == (4, 1, 4)
    assert client.get("/api/articles?page=2").json()["items"] == []
    assert client.get("/articles?page=0").status_code == 400


def test_the_articles_of_a_story_are_listed_in_order_of_time(client: Any) -> None:
    story = client.get("/api/stories").json()["items"][0]
    listed = client.get("/api/articles", params={"story": story["id"]}).json()
    assert listed["total"] == story["articles"]
    days = [place["published"] for place in listed["items"]]
    assert days == sorted(days)
    assert client.get("/articles", params={"story": story["id"]}).status_code == 200
    assert client.get("/articles?story=nothing").status_code == 404


@pytest.mark.parametrize("address", ["/", "/articles", "/judgements", "/search?words=رحلة"])
def test_every_list_leads_to_its_json(client: Any, address: str) -> None:
    json = re.search(r'<a href="(/api/[^"]*)" rel="alternate"', client.get(address).text)
    assert json
    assert "total" in client.get(json[1].replace("&amp;", "&")).json()


def test_a_name_is_searched_by_its_id_or_as_it_is_typed(client: Any) -> None:
    story = client.get("/api/stories").json()["items"][0]["href"]
    (salim,) = (one for one in client.get(f"/api{story}").json()["identities"] if "الحداد" in one["name"])
    by_id, typed = (
        client.get("/api/search", params={"entity": meant}).json() for meant in (salim["id"], salim["name"])
    )
    assert by_id["total"] >= typed["total"] >= 1


def test_the_openapi_document_lists_every_record(client: Any) -> None:
    paths = client.get("/api/openapi.json").json()["paths"]
    assert {path.split("/")[2] for path in paths} >= {*KINDS, "search", "judgements"}


@pytest.mark.parametrize("kind", ["dossier", "json", "csv", "jsonld", "gexf"])
def test_a_story_is_exported(client: Any, kind: str) -> None:
    story = client.get("/api/stories").json()["items"][0]["href"]
    file = client.get(f"{story}/export/{kind}")
    assert file.status_code == 200
    assert file.content
    assert "attachment" in file.headers["content-disposition"]
    assert client.get(f"{story}/export/nothing").status_code == 404


def test_a_statement_page_tells_its_rule_and_words(client: Any) -> None:
    page = client.get(f"/articles/{EVENING.id}/statements/s2").text
    assert "verb, source, that" in page
    assert "يكون المدرج مفتوحاً" in page
