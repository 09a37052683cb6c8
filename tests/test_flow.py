"""The stages together: order does not matter, one bad article does not matter, nothing is done twice."""

import random
from pathlib import Path

import pytest

from tawatur import flow, parallel
from tawatur.export.situation import situation_record
from tawatur.finders.repeats import Repeats
from tawatur.intake import Refusal, read_articles
from tawatur.ledger import Ledger, links
from tawatur.ledger.checking import misplaced
from tawatur.ledger.judgements import judge, judgements
from tawatur.lexicon import load_lexicon
from tawatur.model import Article, Reading, Verdict
from tawatur.parallel import BATCH, compare_many, read_many
from tawatur.reading import read_article
from tawatur.situation import by_story, link, situate


@pytest.fixture(scope="module")
def articles(samples: Path) -> list[Article]:
    """The sample articles."""
    return [article for article in read_articles([str(samples)]) if isinstance(article, Article)]


@pytest.fixture(scope="module")
def sample_readings(articles: list[Article]) -> list[Reading]:
    """Their readings."""
    return [read_article(article) for article in articles]


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_articles_does_not_matter(sample_readings: list[Reading], seed: int) -> None:
    shuffled = random.Random(seed).sample(sample_readings, len(sample_readings))
    assert situate(shuffled, load_lexicon()) == situate(sample_readings, load_lexicon())


def test_added_at_once_or_one_by_one_gives_the_same(articles: list[Article], samples: Path) -> None:
    with Ledger(None) as at_once, Ledger(None) as one_by_one:
        flow.add(at_once, [str(samples)])
        for article in reversed(articles):
            one_by_one.add(read_article(article))
        assert whole(at_once) == whole(one_by_one)


def whole(ledger: Ledger) -> dict[str, object]:
    """Everything across the articles of a ledger; where they were read from does not count."""
    flow.bring_up_to_date(ledger)
    record = situation_record(flow.situation_of(ledger, links.stories(ledger)))
    return {**record, "articles": [article["id"] for article in record["articles"]]}


def test_every_span_of_the_samples_verifies(sample_readings: list[Reading]) -> None:
    assert [line for reading in sample_readings for line in misplaced(reading)] == []


def test_many_processes_read_what_one_reads(articles: list[Article]) -> None:
    many = [
        Article(id=f"{article.id}-{n}", text=article.text, published=article.published)
        for n in range(2 * BATCH // len(articles) + 1)
        for article in articles
    ]
    refusal = Refusal("somewhere", "broken")
    sources: list[Article | Refusal] = [*many[:30], refusal, *many[30:]]
    assert list(read_many(sources, workers=2)) == list(read_many(sources, workers=1))


def test_an_article_that_breaks_a_finder_is_set_aside(
    articles: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(article: Article, _: Repeats) -> Reading:
        if article is articles[1]:
            raise ZeroDivisionError("a mistake of ours")
        return read_article(article)

    monkeypatch.setattr(parallel, "read_article", read)
    outcomes = list(read_many(articles, workers=1))
    assert [isinstance(outcome, Refusal) for outcome in outcomes] == [n == 1 for n in range(len(articles))]
    assert "ZeroDivisionError" in outcomes[1].problem  # type: ignore[union-attr]


def test_comparisons_are_kept_until_something_changes(samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger(None) as ledger:
        flow.add(ledger, [str(samples)])
        before = whole(ledger)
        monkeypatch.setattr(links, "save_comparison", lambda *_: pytest.fail("compared again"))
        assert whole(ledger) == before


def test_a_judged_finding_costs_no_comparison(samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger(None) as ledger:
        flow.add(ledger, [str(samples)])
        whole(ledger)
        before = flow.situation_of(ledger, links.stories(ledger))
        judge(ledger, before.findings[0].id, Verdict.REJECT, by="منى")
        judge(ledger, before.findings[1].id, Verdict.CONFIRM, by="منى", note="زيارتان")
        monkeypatch.setattr(links, "save_comparison", lambda *_: pytest.fail("compared again"))
        after = flow.situation_of(ledger, links.stories(ledger))
        everything = situate(list(ledger.readings()), load_lexicon(), judgements(ledger))
        assert after.findings == everything.findings
        assert len(after.findings) == len(before.findings) - 1


def test_many_processes_compare_what_one_compares(
    sample_readings: list[Reading], monkeypatch: pytest.MonkeyPatch
) -> None:
    links_found = link(sample_readings, load_lexicon())
    by_id = {reading.article.id: reading for reading in sample_readings}
    told = [
        ([by_id[article] for article in part.stories[0].articles], part) for part in by_story(links_found)
    ]
    monkeypatch.setattr(parallel, "MANY_STORIES", 1)
    assert list(compare_many(told, workers=2)) == list(compare_many(told, workers=1)) != []
