"""What people do: add, judge, undo; each without a script."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from apps import filled, finished, wait_until_current

from tawatur.web import create_app
from tawatur.web.addresses import key_of

pytest_plugins = ["apps"]

testing = pytest.importorskip("litestar.testing")
HOST = "testserver.local"


@pytest.fixture
def client(tmp_path: Path) -> Any:
    """A client of an app of its own, to be changed."""
    with testing.TestClient(create_app(filled(tmp_path / "own"), hosts=(HOST,))) as client:
        wait_until_current(client)
        yield client


def token(client: Any) -> str:
    found = re.search(r'_csrf_token" value="(\w+)"', client.get("/add").text)
    assert found
    return found[1]


def test_a_pasted_text_is_read_and_found(client: Any) -> None:
    fields = {
        "_csrf_token": token(client),
        "text": "قال وزير النقل هاني البستاني إن الجسر الجديد يفتح غداً.",
        "title": "افتتاح جسر",
        "outlet": "نشرة التجربة",
        "published": "2025-03-01",
    }
    sent = client.post("/add", files={"files": ("", b"")}, data=fields, follow_redirects=False)
    assert sent.status_code == 303
    finished(client, sent.headers["location"])
    found = client.get("/api/search", params={"words": "للجسر"}).json()
    assert found["total"] == 1
    article = client.get(f"/api/articles/{found['hits'][0]['article']}").json()
    assert (article["outlet"], article["published"]) == ("نشرة التجربة", "2025-03-01")


def test_files_are_read_and_the_broken_ones_named(client: Any) -> None:
    files = [
        ("files", ("../../etc/one.txt", "أعلنت البلدية أن السوق مغلق.".encode())),
        ("files", ("two.jsonl", b"{broken")),
    ]
    sent = client.post("/add", files=files, data={"_csrf_token": token(client)}, follow_redirects=False)
    page = finished(client, sent.headers["location"])
    assert "0001.jsonl" in page
    assert client.get("/api/search", params={"words": "البلدية"}).json()["total"] == 1
    events = client.get(sent.headers["location"] + "/events")
    assert '"finished":true' in events.text


def test_nothing_to_add_is_said(client: Any) -> None:
    sent = client.post("/add", data={"_csrf_token": token(client), "text": "  "})
    assert sent.status_code == 400


def test_a_judgement_is_made_shown_and_taken_back(client: Any) -> None:
    entity = next(link for link in re.findall(r'href="(/entities/[^"]+)"', client.get(_story(client)).text))
    other = next(
        link
        for link in re.findall(r'href="(/entities/[^"]+)"', client.get(_story(client)).text)
        if link != entity
    )
    decision = {
        "_csrf_token": token(client),
        "about": entity.rsplit("/", 1)[1],
        "other": other.rsplit("/", 1)[1],
        "verdict": "different",
        "by": "منى",
        "note": "شخصان",
        "back": entity,
    }
    made = client.post("/judge", data=decision, follow_redirects=False)
    assert (made.status_code, made.headers["location"]) == (303, entity)
    assert "منى" in client.get(entity).text
    (row,) = client.get("/api/judgements").json()["items"]
    standing = row["judgement"]
    assert standing["verdict"] == "different"
    undo = {"_csrf_token": token(client), "back": "/judgements"}
    client.post(f"/judgements/{standing['id']}/undo", data=undo)
    assert client.get("/api/judgements").json()["items"] == []


def test_a_name_is_split_article_by_article_and_merged_by_its_address(client: Any) -> None:
    entity = next(one for one in _situation(client)["identities"] if len(one["members"]) > 1)
    address = f"/entities/{key_of(entity['id'])}"
    member = re.findall(r'name="other" value="([^"]+#[^"]+)"', client.get(address).text)[-1]
    decision = {"_csrf_token": token(client), "about": entity["id"], "by": "منى", "back": address}
    client.post("/judge", data={**decision, "other": member, "verdict": "different"})
    assert len(_members(client, entity["id"])) == len(entity["members"]) - 1
    apart = next(
        one for one in _situation(client)["identities"] if ["#".join(m) for m in one["members"]] == [member]
    )
    other = f"http://{HOST}/entities/{key_of(apart['id'])}?page=1"
    client.post("/judge", data={**decision, "other": other, "verdict": "same"})
    assert len(_members(client, entity["id"])) == len(entity["members"])


def _situation(client: Any) -> Any:
    return client.get(f"/api{_story(client)}").json()


def _members(client: Any, identity: str) -> list[Any]:
    return list(client.get(f"/api/entities/{key_of(identity)}").json()["members"])


def test_judgements_are_listed_in_pages(client: Any) -> None:
    finding = _situation(client)["findings"][0]["id"]
    decision = {"_csrf_token": token(client), "about": finding, "verdict": "confirm", "by": "منى"}
    for _ in range(2):
        client.post("/judge", data=decision)
    listed = client.get("/api/judgements").json()
    assert (listed["total"], listed["page"]) == (2, 1)
    assert client.get("/api/judgements?page=2").json()["items"] == []
    assert client.get("/judgements?page=2").status_code == 200


def _story(client: Any) -> str:
    return str(client.get("/api/stories").json()["items"][0]["href"])


def test_an_address_stays_good_when_articles_join_the_story(client: Any) -> None:
    story = client.get(f"/api{_story(client)}").json()
    finding = story["findings"][0]["id"]
    client.get(_story(client))
    fields = {
        "_csrf_token": token(client),
        "text": "تأجيل الرحلات في مطار الساحل\nقال مدير المطار سليم الحداد إن 12 رحلة تأجلت بسبب الضباب.",
        "outlet": "رابعة",
        "published": "2025-02-04",
    }
    finished(
        client,
        client.post("/add", files={"files": ("", b"")}, data=fields, follow_redirects=False).headers[
            "location"
        ],
    )
    assert client.get(f"/findings/{finding}").status_code == 200


def test_the_index_is_made_anew_when_it_is_gone_or_behind(tmp_path: Path) -> None:
    folder = filled(tmp_path / "own")
    for harmed in (None, folder / "search/stamp", folder / "search"):
        if harmed:
            _remove(harmed)
        with testing.TestClient(create_app(folder, hosts=(HOST,))) as client:
            wait_until_current(client)
            assert client.get("/api/search", params={"words": "رحلات"}).json()["total"] == 3


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
