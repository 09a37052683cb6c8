"""The pages for people: each asks a view and fills a template."""

from urllib.parse import urlencode

from litestar import Response, get
from litestar.params import FromQuery
from litestar.response import Redirect

from tawatur.export.formats import FORMATS
from tawatur.model import Act
from tawatur.web.addresses import InApp, id_of
from tawatur.web.asked import Ask, Key, Looked, OurDesk, PageNumber
from tawatur.web.html import Tools, page
from tawatur.web.views.answers import search
from tawatur.web.views.articles import list_articles, list_articles_of, view_article, view_statement
from tawatur.web.views.comparisons import view_claim, view_finding, view_measure
from tawatur.web.views.judgements import list_judgements, standing_on
from tawatur.web.views.names import view_entity
from tawatur.web.views.stories import list_stories, view_story

Page = Response[str]


@get("/", include_in_schema=False, sync_to_thread=True)
def stories_page(request: Ask, desk: OurDesk, number: PageNumber = 1) -> Page:
    """The stories."""
    listing, json = list_stories(desk, number), f"/api/stories?page={number}"
    return page(request, "stories.html", listing=listing, stale=desk.is_stale(), json=json)


@get("/stories/{key:str}", include_in_schema=False, sync_to_thread=True)
def story_page(request: Ask, desk: OurDesk, key: Key) -> Page:
    """A story."""
    return page(
        request,
        "story_page.html",
        shown=view_story(desk, id_of(key)),
        tools=Tools(request, standing_on(desk)),
        formats=list(FORMATS),
        stale=desk.is_stale(),
        json=f"/api/stories/{key}",
        charts=True,
    )


@get("/articles", include_in_schema=False, sync_to_thread=True)
def articles_page(request: Ask, desk: OurDesk, story: FromQuery[str] = "", number: PageNumber = 1) -> Page:
    """The articles, or those of one story."""
    listing = list_articles_of(desk, story, number) if story else list_articles(desk, number)
    asked = urlencode({"story": story}) + "&" if story else ""
    json = f"/api/articles?{asked}page={number}"
    return page(request, "article_list.html", listing=listing, base=f"/articles?{asked}", json=json)


@get("/articles/{key:str}", include_in_schema=False, sync_to_thread=True)
def article_page(request: Ask, desk: OurDesk, key: Key) -> Page:
    """An article with its highlights."""
    shown = view_article(desk, id_of(key))
    return page(request, "article_page.html", shown=shown, json=f"/api/articles/{key}")


@get("/articles/{key:str}/statements/{statement:str}", include_in_schema=False, sync_to_thread=True)
def statement_page(request: Ask, desk: OurDesk, key: Key, statement: Key) -> Page:
    """A statement."""
    shown = view_statement(desk, id_of(key), id_of(statement))
    json = f"/api/articles/{key}/statements/{statement}"
    return page(request, "statement_page.html", shown=shown, json=json)


@get("/claims/{key:str}", include_in_schema=False, sync_to_thread=True)
def claim_page(request: Ask, desk: OurDesk, key: Key) -> Page | Redirect:
    """A claim."""
    shown = view_claim(desk, id_of(key))
    if shown.id != id_of(key):
        return Redirect(InApp().claim(shown.id))
    tools = Tools(request, standing_on(desk))
    return page(request, "claim_page.html", shown=shown, tools=tools, json=f"/api/claims/{key}")


@get("/measures/{key:str}", include_in_schema=False, sync_to_thread=True)
def measure_page(request: Ask, desk: OurDesk, key: Key) -> Page | Redirect:
    """A measure."""
    shown = view_measure(desk, id_of(key))
    if shown.number.id != id_of(key):
        return Redirect(InApp().number(shown.number.id))
    tools = Tools(request, standing_on(desk))
    return page(
        request, "measure_page.html", shown=shown, tools=tools, charts=True, json=f"/api/measures/{key}"
    )


@get("/findings/{key:str}", include_in_schema=False, sync_to_thread=True)
def finding_page(request: Ask, desk: OurDesk, key: Key) -> Page | Redirect:
    """A finding."""
    shown = view_finding(desk, id_of(key))
    if shown.id != id_of(key):
        return Redirect(InApp().finding(shown.id))
    tools = Tools(request, standing_on(desk))
    return page(
        request, "finding_page.html", shown=shown, tools=tools, charts=True, json=f"/api/findings/{key}"
    )


@get("/entities/{key:str}", include_in_schema=False, sync_to_thread=True)
def entity_page(request: Ask, desk: OurDesk, key: Key, number: PageNumber = 1) -> Page:
    """A name."""
    shown = view_entity(desk, id_of(key), number)
    standing = standing_on(desk).get(shown.name.id, [])
    return page(request, "entity_page.html", shown=shown, standing=standing, json=f"/api/entities/{key}")


@get("/search", include_in_schema=False, sync_to_thread=True)
def search_page(request: Ask, desk: OurDesk, wanted: Looked, number: PageNumber = 1) -> Page:
    """Answers of the search."""
    asked = {key: value for key, value in request.query_params.items() if key != "page" and value}
    return page(
        request,
        "search.html",
        wanted=wanted,
        entity=asked.get("entity", ""),
        quick=wanted.words,
        acts=[act.value for act in Act],
        listing=search(desk, wanted, number),
        base=f"/search?{urlencode(asked)}&",
        json=f"/api/search?{urlencode(asked)}",
    )


@get("/judgements", include_in_schema=False, sync_to_thread=True)
def judgements_page(request: Ask, desk: OurDesk, number: PageNumber = 1) -> Page:
    """The judgements that stand, the latest first."""
    listing = list_judgements(desk, number)
    return page(request, "judgements.html", listing=listing, json=f"/api/judgements?page={number}")


PAGES = [
    stories_page,
    story_page,
    articles_page,
    article_page,
    statement_page,
    claim_page,
    measure_page,
    finding_page,
    entity_page,
    search_page,
    judgements_page,
]
