"""Watching feeds: what is new comes in once, what was seen is remembered, a lost feed is asked again."""

from pathlib import Path
from typing import Any

import pytest
from small_sites import Served, serve
from written_pages import feed, page

from tawatur.errors import LedgerError
from tawatur.intake import Manners, read_page
from tawatur.intake.fetching import Fetcher
from tawatur.ledger import Ledger
from tawatur.model import Article
from tawatur.watching import STATE, watch


def fetcher() -> Fetcher:
    """A fetcher for servers of our own, in no need of waiting."""
    return Fetcher(Manners(private=True, seconds_between=0), sleep=lambda seconds: None)


def pages(site: Served) -> None:
    """A feed of one entry, and its page."""
    site.pages["/feed"] = feed((f"{site.url}/1", "خبر أول", "Wed, 23 Oct 2024 08:00:00 +0000"))
    site.pages["/1"] = page(title="خبر أول")


def test_what_is_new_comes_in_once(tmp_path: Path) -> None:
    with serve({}) as site, fetcher() as fetch, Ledger(tmp_path) as ledger:
        pages(site)
        tallies = list(watch(ledger, [f"{site.url}/feed"], fetch, rounds=2, sleep=lambda seconds: None))
        assert [tally.added for tally in tallies] == [1, 0]
        assert len(ledger) == 1
        again = list(watch(ledger, [f"{site.url}/feed"], fetch, rounds=1))
        assert [tally.added for tally in again] == [0]
        assert site.paths().count("/1") == 1


def test_a_lost_feed_is_asked_again(tmp_path: Path) -> None:
    with serve({}) as site, fetcher() as fetch, Ledger(tmp_path) as ledger:
        rounds = watch(ledger, [f"{site.url}/feed"], fetch, rounds=2, sleep=lambda seconds: pages(site))
        lost, found = list(rounds)
        assert [refusal.place for refusal in lost.refused] == [f"{site.url}/feed"]
        assert found.added == 1


def test_a_damaged_state_is_told(tmp_path: Path) -> None:
    with fetcher() as fetch, Ledger(tmp_path) as ledger:
        (tmp_path / STATE).write_text("{")
        with pytest.raises(LedgerError, match="damaged"):
            next(watch(ledger, [], fetch, rounds=1))


def test_pages_are_read_by_the_reader_it_is_handed(tmp_path: Path) -> None:
    with serve({}) as site, fetcher() as fetch, Ledger(tmp_path) as ledger:
        pages(site)
        read: list[str] = []

        def reader(data: bytes, place: str, *known: Any, **named: Any) -> Article:
            read.append(place)
            return read_page(data, place, *known, **named)

        next(watch(ledger, [f"{site.url}/feed"], fetch, rounds=1, page=reader))
        assert read == [f"{site.url}/1"]
