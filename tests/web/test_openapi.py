"""Whatever is asked: what answers is what the OpenAPI document says, and nothing makes the app fail."""

import re
from collections import Counter
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur.model import Verdict
from tawatur.web.addresses import key_of

pytest_plugins = ["apps"]

schemathesis = pytest.importorskip("schemathesis", reason="needs schemathesis")

SERVER = "http://testserver.local"
PARTS = {
    "articles": "articles",
    "entities": "identities",
    "measures": "measures",
    "claims": "claims",
    "findings": "findings",
}
always_the_same = settings(
    max_examples=25,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def document(client: Any) -> Any:
    return schemathesis.openapi.from_dict(client.get("/api/openapi.json").json())


@pytest.fixture(scope="module")
def known(client: Any) -> dict[str, list[str]]:
    """The ids of everything in the ledger, by the word that stands before them in an address."""
    stories = [row["id"] for row in client.get("/api/stories").json()["items"]]
    told = client.get(f"/api/stories/{stories[0]}").json()
    ids = {kind: [item["id"] for item in told[part]] for kind, part in PARTS.items()}
    readings = [client.get(f"/api/articles/{key_of(article)}").json() for article in ids["articles"]]
    statements = [statement["id"] for reading in readings for statement in reading["statements"]]
    return {**ids, "stories": stories, "statements": statements}


def test_every_answer_is_as_the_document_says(
    client: Any, document: Any, known: dict[str, list[str]]
) -> None:
    answered: Counter[str] = Counter()
    for found in document.get_all_operations():
        ask_at_random(client, found.ok(), known, answered)
    assert len(answered) == len(document.raw_schema["paths"])
    assert all(answered.values()), answered


def ask_at_random(client: Any, operation: Any, known: dict[str, list[str]], answered: Counter[str]) -> None:
    """Ask in every way the document allows, for what there is and for what there is not."""
    answered[operation.label] = 0

    @always_the_same
    @given(operation.as_strategy(), st.booleans(), st.data())
    def ask(case: Any, of_ours: bool, data: st.DataObject) -> None:
        for kind, name in re.findall(r"(\w+)/{(\w+)}", operation.path) if of_ours else ():
            case.path_parameters[name] = key_of(data.draw(st.sampled_from(known[kind])))
        asked = case.as_transport_kwargs(base_url=SERVER)
        answer = client.request(asked["method"], asked["url"], params=asked.get("params"))
        case.validate_response(answer)
        answered[operation.label] += answer.status_code == 200

    ask()


TEXTS = st.text(max_size=40) | st.sampled_from(
    ["", "وزير", "2024-10-23", "../../etc/passwd", "%00", "<b>", '"']
)


def test_no_page_fails_whatever_stands_in_its_address(client: Any, known: dict[str, list[str]]) -> None:
    ids = [key_of(item) for items in known.values() for item in items]
    paths = sorted({route.path for route in client.app.routes if "GET" in route.methods})
    statuses: Counter[int] = Counter()

    @always_the_same
    @given(st.data())
    def ask(data: st.DataObject) -> None:
        for path in paths:
            filled = re.sub(r"\{[^}]*\}", lambda _: quoted(data.draw(TEXTS | st.sampled_from(ids))), path)
            asked = data.draw(st.dictionaries(st.sampled_from(FIELDS), TEXTS, max_size=4))
            answer = client.get(filled, params=asked, follow_redirects=False)
            assert answer.status_code < 500, (answer.request.url, answer.text[-500:])
            statuses[answer.status_code] += 1

    ask()
    assert statuses[200] > 100
    assert statuses[404] > 100


FIELDS = ("words", "who", "about", "act", "outlet", "entity", "first", "last", "page", "back", "language")


def quoted(text: str) -> str:
    return quote(text, safe="") or "-"


@pytest.mark.parametrize("form", ["/add", "/judge", "/judgements/x/undo"])
def test_no_form_fails_whatever_is_sent(client: Any, form: str) -> None:
    found = re.search(r'_csrf_token" value="(\w+)"', client.get("/add").text)
    assert found
    token = found[1]

    @always_the_same
    @given(FORMS, st.lists(st.tuples(TEXTS, st.binary(max_size=60))))
    def send(fields: dict[str, str], files: list[tuple[str, bytes]]) -> None:
        sent = [("files", (quoted(name), content)) for name, content in files] if form == "/add" else None
        answer = client.post(form, data={"_csrf_token": token, **fields}, files=sent, follow_redirects=False)
        assert answer.status_code < 500, (fields, answer.text[-500:])
        assert answer.status_code != 403

    send()


TYPED = ("about", "by", "other", "note", "back", "text", "title", "outlet", "published")
FORMS = st.fixed_dictionaries(
    {}, optional={"verdict": TEXTS | st.sampled_from(list(Verdict)), **dict.fromkeys(TYPED, TEXTS)}
)
