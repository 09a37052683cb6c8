"""What the app knows: the ledger and its index, opened for each question and never held long."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tawatur import flow, upkeep
from tawatur.dossier.clipping import clipped
from tawatur.errors import RequestError
from tawatur.flow import Step, silent
from tawatur.ledger import Ledger, links
from tawatur.model import Pointer, Situation, Story
from tawatur.web.register import Register, places_of
from tawatur.web.search import Hits, Search, Wanted

_RECENT = 32


class Desk:
    """A ledger's folder with its search index in ``search/``; safe to use from many threads."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._watch = Ledger(folder)
        self._seen: tuple[int, bool] | None = None
        self._register = Register(folder / "addresses.db")
        self._search = Search(folder / "search")
        self._refreshing = threading.Lock()
        self._recent: dict[str, tuple[str, Situation]] = {}

    def close(self) -> None:
        """Let go of the files."""
        self._register.close()
        self._watch.close()

    @contextmanager
    def ledger(self) -> Iterator[Ledger]:
        """The ledger, for one question."""
        with Ledger(self.folder) as ledger:
            yield ledger

    def refresh(self, step: Step = silent) -> None:
        """Link what is new, bring the index in step, compare each story; a second call meanwhile waits."""
        with self._refreshing, self.ledger() as ledger:
            flow.bring_up_to_date(ledger, step)
            stamp = links.articles_state(ledger)
            if self._search.stamp != stamp:
                step("index", len(ledger))
                self._search.rebuild(ledger.readings(), stamp)
            flow.compare_stale(ledger, [s for s in links.stories(ledger) if len(s.articles) > 1], step)

    @property
    def is_busy(self) -> bool:
        """Whether a refresh is under way."""
        return self._refreshing.locked()

    def is_stale(self) -> bool:
        """Whether the ledger has changed, by whomever, since it was linked and indexed.

        Quick where nobody has written since the last time this was asked.
        """
        version = int(self._watch.store.rows("PRAGMA data_version")[0][0])
        if self._seen is None or self._seen[0] != version or self._seen[1]:
            with self.ledger() as ledger:
                linked = upkeep.is_current(ledger)
                indexed = self._search.stamp == links.articles_state(ledger)
            self._seen = (version, not (linked and indexed))
        return self._seen[1]

    def find(self, wanted: Wanted, limit: int, offset: int) -> Hits:
        """The answers of the search index."""
        return self._search.find(wanted, limit, offset)

    def situation(self, ledger: Ledger, story: Story) -> Situation:
        """The situation of a story; recent ones are kept while nothing they rest on has changed."""
        state = links.story_state(ledger, story)
        kept = self._recent.get(story.id)
        if kept and kept[0] == state:
            return kept[1]
        situation = clipped(flow.situation_of(ledger, [story]))
        self._register.remember(situation)
        while len(self._recent) >= _RECENT:
            self._recent.pop(next(iter(self._recent), ""), None)
        self._recent[story.id] = (state, situation)
        return situation

    def story_around(self, ledger: Ledger, article: str) -> tuple[Story, Situation] | None:
        """The story an article belongs to and its situation; None before it is linked."""
        story_id = links.story_of(ledger, article)
        if story_id is None:
            return None
        story = links.story(ledger, story_id)
        return story, self.situation(ledger, story)

    def holding(self, ledger: Ledger, kind: str, item: str) -> tuple[Story, Situation, str]:
        """The story and situation that hold a claim, measure or finding, and the id it has now.

        A thing is what stands at its first place: where articles have joined its story since, it
        has another id, and the old one still leads to it. Raises RequestError where it is gone.
        """
        place = self._register.place(kind, item) or _place_in_comparisons(ledger, kind, item)
        around = self.story_around(ledger, place.article) if place else None
        now = _now(around[1], kind, item, place) if around and place else None
        if around is None or now is None:
            raise RequestError(f"no {kind} {item!r} in this ledger")
        return *around, now


def _now(situation: Situation, kind: str, item: str, place: Pointer) -> str | None:
    """The id that a thing has now: its own, or that of the same sort of thing at its first place."""
    sort = item.split("-", 1)[0]
    found = dict(places_of(situation, kind))
    if item in found:
        return item
    return next((now for now, places in found.items() if place in places and now.startswith(sort)), None)


def _place_in_comparisons(ledger: Ledger, kind: str, item: str) -> Pointer | None:
    """The first place of a thing that no page has shown yet, as when its id comes from the command line."""
    for situation in links.comparisons_naming(ledger, item):
        for found, places in places_of(situation, kind):
            if found == item and places:
                return places[0]
    return None
