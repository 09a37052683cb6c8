"""Watching feeds of a real server over several rounds."""

from collections.abc import Iterator

import msgspec
import pytest
from small_sites import Served, serve
from written_pages import SENTENCES, feed, page

from tawatur.errors import SourceError
from tawatur.intake import Manners, Refusal
from tawatur.intake.fetching import Fetcher
from tawatur.intake.watching import Watched, feeds_of, poll, watch
from tawatur.model import Article

HERE = Manners(private=True, seconds_between=0, attempts=1, robots=False)
WHEN = "Wed, 23 Oct 2024 08:00:00 GMT"
LATER = "Wed, 23 Oct 2024 12:00:00 GMT"


@pytest.fixture
def site() -> Iterator[Served]:
    with serve({"/1": page(title="الخبر الأول"), "/2": page(title="الخبر الثاني")}) as served:
        served.pages["/feed"] = feed((f"{served.url}/1", "الأول", WHEN))
        yield served


def look(site: Served, watched: Watched) -> list[Article | Refusal]:
    with Fetcher(HERE) as fetcher:
        return list(poll([f"{site.url}/feed"], watched, fetcher))


def titles(found: list[Article | Refusal]) -> list[str | None]:
    return [item.title if isinstance(item, Article) else item.problem for item in found]


def test_only_what_is_new_comes_in_the_next_round(site: Served) -> None:
    watched = Watched()
    assert titles(look(site, watched)) == ["الخبر الأول"]
    assert look(site, watched) == []
    site.pages["/feed"] = feed((f"{site.url}/2", "الثاني", WHEN), (f"{site.url}/1", "الأول", WHEN))
    assert titles(look(site, watched)) == ["الخبر الثاني"]
    assert site.paths().count("/1") == 1


def test_a_revised_page_comes_as_another_version_of_its_url(site: Served) -> None:
    watched = Watched()
    (first,) = look(site, watched)
    site.pages["/1"] = page(title="الخبر الأول", sentences=(*SENTENCES, "تحديث: ارتفع العدد إلى خمسة."))
    site.pages["/feed"] = feed((f"{site.url}/1", "الأول", LATER))
    (second,) = look(site, watched)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.url == second.url
    assert first.id != second.id


def test_a_touched_but_unchanged_page_is_not_told_again(site: Served) -> None:
    watched = Watched()
    look(site, watched)
    site.pages["/feed"] = feed((f"{site.url}/1", "الأول", LATER))
    assert look(site, watched) == []


def test_what_was_watched_can_be_kept_between_runs(site: Served) -> None:
    watched = Watched()
    look(site, watched)
    kept = msgspec.json.decode(msgspec.json.encode(watched), type=Watched)
    assert kept == watched
    assert look(site, kept) == []


def test_a_lost_network_is_told_and_survived(site: Served) -> None:
    watched = Watched()
    whole = site.pages["/feed"]
    rounds: list[list[str | None]] = []
    site.pages["/feed"] = (503, {}, b"")

    def next_round(_: float) -> None:
        site.pages["/feed"] = whole

    with Fetcher(HERE) as fetcher:
        found = list(watch([f"{site.url}/feed"], watched, fetcher, rounds=2, sleep=next_round))
    rounds.append(titles(found))
    assert rounds == [["the server answers 503 (1 attempts)", "الخبر الأول"]]


def test_a_page_that_fails_is_tried_again_but_not_for_ever(site: Served) -> None:
    watched = Watched()
    site.pages["/feed"] = (200, {"ETag": '"1"'}, feed((f"{site.url}/gone", "الغائب", WHEN)))
    for _ in range(5):
        look(site, watched)
    assert site.paths().count("/gone") == 3


def test_an_opml_file_names_the_feeds() -> None:
    data = b'<opml><body><outline xmlUrl="http://a/1"/><outline text="x"/></body></opml>'
    assert feeds_of(data, "f.opml") == ("http://a/1",)
    with pytest.raises(SourceError, match="names no feeds"):
        feeds_of(b"<opml><body/></opml>", "f.opml")
