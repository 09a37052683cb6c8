"""Articles and their statements."""

from tawatur.dossier.articles import show_article
from tawatur.dossier.highlights import Highlights
from tawatur.dossier.marks import Mark, highlight
from tawatur.dossier.page import Place
from tawatur.dossier.sources import Sources
from tawatur.dossier.stories import in_order
from tawatur.dossier.uses import places_used
from tawatur.errors import RequestError
from tawatur.ledger import Ledger, links
from tawatur.model import Claim, Pointer, Reading, Situation, Statement, Story
from tawatur.text import segment
from tawatur.web.addresses import InApp
from tawatur.web.desk import Desk
from tawatur.web.shown import PAGE, ArticleView, Listing, StatementView
from tawatur.web.views.stories import row_of


def list_articles(desk: Desk, page: int) -> Listing[Place]:
    """The articles, newest first."""
    with desk.ledger() as ledger:
        articles = ledger.articles(PAGE, (page - 1) * PAGE)
        sources = Sources(Situation(articles=tuple(articles)), [], InApp())
        return Listing(tuple(sources.article(article.id) for article in articles), len(ledger), page)


def list_articles_of(desk: Desk, story_id: str, page: int) -> Listing[Place]:
    """The articles of a story in order of time; raises RequestError where there is no such story."""
    with desk.ledger() as ledger:
        story = links.story(ledger, story_id)
        situation = desk.situation(ledger, story)
    ordered = in_order(story, situation)
    sources = Sources(situation, [], InApp())
    shown = ordered[(page - 1) * PAGE : page * PAGE]
    return Listing(tuple(sources.article(article) for article in shown), len(ordered), page)


def view_article(desk: Desk, article_id: str) -> ArticleView:
    """An article with its highlights; raises RequestError where there is none."""
    with desk.ledger() as ledger:
        reading = ledger.reading(article_id)
        story, situation, sources = _around(desk, ledger, reading)
    highlights = Highlights(sources, places_used(situation, sources.addresses))
    shown = show_article(reading, sources, highlights)
    return ArticleView(shown, tuple(highlights.rules), row_of(story) if story else None)


def view_statement(desk: Desk, article_id: str, statement_id: str) -> StatementView:
    """A statement; raises RequestError where there is none."""
    with desk.ledger() as ledger:
        reading = ledger.reading(article_id)
        _, situation, sources = _around(desk, ledger, reading)
    statement = next((s for s in reading.statements if s.id == statement_id), None)
    if statement is None:
        raise RequestError(f"no statement {statement_id!r} in article {article_id!r}")
    return _show_statement(statement, reading, situation, sources)


def _around(desk: Desk, ledger: Ledger, reading: Reading) -> tuple[Story | None, Situation, Sources]:
    """The story of an article, its situation, and what the article's page looks up."""
    article = reading.article
    around = desk.story_around(ledger, article.id)
    identities = links.identities(ledger, [article.id])
    story, situation = around or (None, Situation(articles=(article,), identities=identities))
    return story, situation, Sources(situation, [reading], InApp(story.id if story else None))


def _show_statement(
    statement: Statement, reading: Reading, situation: Situation, sources: Sources
) -> StatementView:
    article = reading.article
    text = article.text
    cue = Pointer(article.id, statement.cue.start, statement.cue.end)
    first, last = _sentence(reading, statement)
    marks = [Mark(statement.cue.start, statement.cue.end, "cue")]
    if statement.source:
        marks.append(Mark(statement.source.start, statement.source.end, "source"))
    marks.extend(Mark(part.start, part.end, f"content-{statement.act.value}") for part in statement.content)
    return StatementView(
        said=sources.as_said(article.id, statement),
        content=tuple(text[part.start : part.end] for part in statement.content),
        around=highlight(text, first, last, marks),
        chain=tuple(sources.who(link.teller, article.id).name or "؟" for link in statement.chain),
        hedges=tuple(text[hedge.start : hedge.end] for hedge in statement.hedges),
        negated=statement.negated,
        time=statement.time,
        article=sources.article(article.id),
        claims=tuple(_claim_place(claim) for claim in situation.claims if cue in claim.statements),
    )


def _sentence(reading: Reading, statement: Statement) -> tuple[int, int]:
    """From the beginning of the first sentence a statement touches to the end of the last."""
    spans = [statement.cue, *statement.content, *([statement.source] if statement.source else [])]
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    for sentence in segment(reading.article).sentences:
        if sentence.start < first < sentence.end:
            first = sentence.start
        if sentence.start < last < sentence.end:
            last = sentence.end
    return first, last


def _claim_place(claim: Claim) -> Place:
    return Place(InApp().claim(claim.id), None, None, claim.what)
