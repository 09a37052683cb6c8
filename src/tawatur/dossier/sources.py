"""Looking things up while a page is put together: places, statements, who is meant."""

import hashlib
import re
from collections.abc import Sequence
from typing import Protocol

import msgspec

from tawatur.dossier.page import Place, Reason, Said, Who
from tawatur.lexicon.romanisation import romanise
from tawatur.model import Article, BlockKind, Identity, Pointer, Reading, Situation, Statement, Why

_PLAIN = re.compile(r"[A-Za-z0-9_.-]{1,14}")
_ANONYMOUS = "anon:"
_OUTLET = "outlet:"
_TITLE = 110
_BODY = (BlockKind.STANDFIRST, BlockKind.PARAGRAPH)
_QUOTE = 200
_BRIEF = 70
_MOST_PLACES = 4


class Addresses(Protocol):
    """Where a click leads: inside one file for a dossier, to other pages for the app."""

    def place(self, place: Pointer) -> str:
        """The address of a place in an article."""

    def article(self, article: str) -> str:
        """The address of an article."""

    def name(self, identity: str) -> str:
        """The address of a name."""

    def statement(self, article: str, statement: str) -> str:
        """The address of a statement."""

    def number(self, measure: str) -> str:
        """The address of a measure."""

    def finding(self, finding: str) -> str:
        """The address of a finding."""

    def claim(self, claim: str) -> str | None:
        """The address of a claim, where it has a page."""

    def happening(self, happening: str) -> str:
        """The address of a line of the timeline."""


class InPage:
    """Addresses inside one file."""

    def place(self, place: Pointer) -> str:
        """The address of a place in an article."""
        return f"#{place_anchor(place)}"

    def article(self, article: str) -> str:
        """The address of an article."""
        return f"#{anchor('article', article)}"

    def name(self, identity: str) -> str:
        """The address of a name."""
        return f"#{anchor('name', identity)}"

    def statement(self, article: str, statement: str) -> str:
        """The address of a statement."""
        return f"#{anchor('said', article, statement)}"

    def number(self, measure: str) -> str:
        """The address of a measure."""
        return f"#{anchor('number', measure)}"

    def finding(self, finding: str) -> str:
        """The address of a finding."""
        return f"#{anchor('finding', finding)}"

    def claim(self, claim: str) -> str | None:
        """A claim has no place of its own in a file."""

    def happening(self, happening: str) -> str:
        """The address of a line of the timeline."""
        return f"#{anchor('happening', happening)}"


def anchor(kind: str, *ids: str) -> str:
    """An id for an element, the same on every run: the ids themselves where they are short and plain."""
    return "-".join((kind, *(_slug(part) for part in ids)))


def place_anchor(place: Pointer) -> str:
    """The id of the element that highlights a place."""
    return f"at-{_slug(place.article)}-{place.start}-{place.end}"


def _slug(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else hashlib.sha256(text.encode()).hexdigest()[:10]


def shortened(text: str, length: int) -> str:
    """The text, or its first words and an ellipsis where it is longer than ``length``."""
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(maxsplit=1)[0] + "…"


class Sources:
    """Articles, readings and identities by id, and what stands at a place.

    ``linked`` gathers the places that were asked for, which are those a page links to.
    """

    def __init__(self, situation: Situation, readings: Sequence[Reading], addresses: Addresses) -> None:
        self.addresses = addresses
        self.linked: set[Pointer] = set()
        self._places: dict[Pointer, Place] = {}
        self._known: dict[str, Who] = {}
        self.readings = {reading.article.id: reading for reading in readings}
        self.articles: dict[str, Article] = {article.id: article for article in situation.articles}
        self.articles.update((reading.article.id, reading.article) for reading in readings)
        self.identities = {identity.id: identity for identity in situation.identities}
        self._meant: dict[tuple[str, str], Identity] = {
            member: identity for identity in situation.identities for member in identity.members
        }
        self._statements = {
            Pointer(reading.article.id, statement.cue.start, statement.cue.end): statement
            for reading in readings
            for statement in reading.statements
        }
        self._named = {
            (reading.article.id, entity.id): entity.name
            for reading in readings
            for entity in reading.entities
        }

    def words(self, place: Pointer) -> str:
        """The words at a place, or nothing where the article is not here."""
        article = self.articles.get(place.article)
        return article.text[place.start : place.end] if article else ""

    def place(self, place: Pointer) -> Place:
        """A place with what a reader wants to know of it before the click."""
        self.linked.add(place)
        if place not in self._places:
            self._places[place] = self._place(place)
        return self._places[place]

    def _place(self, place: Pointer) -> Place:
        article = self.articles.get(place.article)
        return Place(
            self.addresses.place(place),
            article.outlet if article else None,
            article.published if article else None,
            self.words(place),
        )

    def article(self, article_id: str) -> Place:
        """An article as a place, its words its title."""
        article = self.articles[article_id]
        return Place(
            self.addresses.article(article_id), article.outlet, article.published, self.title(article_id)
        )

    def title(self, article_id: str) -> str:
        """The title of an article, or its first words, or its id."""
        given = self.given_title(article_id)
        if given:
            return given
        text = self.articles[article_id].text
        body = self._line(article_id, _BODY) or text.strip().split("\n", 1)[0]
        return shortened(body, _TITLE) or article_id

    def given_title(self, article_id: str) -> str | None:
        """The title of an article as its source gives it, or as its title line has it."""
        return self.articles[article_id].title or self._line(article_id, (BlockKind.TITLE,))

    def _line(self, article_id: str, kinds: Sequence[BlockKind]) -> str | None:
        reading = self.readings.get(article_id)
        for block in reading.blocks if reading else ():
            if block.kind in kinds:
                return self.articles[article_id].text[block.start : block.end]
        return None

    def statement(self, cue: Pointer) -> Statement | None:
        """The statement whose cue stands there."""
        return self._statements.get(cue)

    def said(self, cue: Pointer, stance: str | None = None) -> Said | None:
        """The statement whose cue stands there, as a page shows it."""
        statement = self._statements.get(cue)
        return self.as_said(cue.article, statement, stance) if statement else None

    def as_said(self, article: str, statement: Statement, stance: str | None = None) -> Said:
        """A statement as a page shows it."""
        text = self.articles[article].text
        return Said(
            article=article,
            who=self.who(statement.speaker, article),
            act=statement.act.value,
            form=statement.form.value,
            words=tuple(shortened(text[part.start : part.end], _QUOTE) for part in statement.content),
            place=self.place(Pointer(article, statement.cue.start, statement.cue.end)),
            rule=statement.rule,
            anchor=anchor("said", article, statement.id),
            via=tuple(self.who(teller, article) for teller in statement.via),
            stance=stance,
        )

    def who(self, key: str | None, article: str | None = None) -> Who:
        """Who is meant by an identity's id, an article's entity id, ``anon:…``, ``outlet:…`` or None."""
        if not key:
            return Who(None)
        if key.startswith(_ANONYMOUS):
            return Who(key.removeprefix(_ANONYMOUS), anonymous=True)
        if key.startswith(_OUTLET):
            return Who(key.removeprefix(_OUTLET))
        identity = self.identity(key, article)
        if identity is None:
            return Who(self._named.get((article, key), key) if article else key)
        if identity.id not in self._known:
            self._known[identity.id] = self._who(identity)
        return self._known[identity.id]

    def _who(self, identity: Identity) -> Who:
        return Who(
            identity.name,
            identity.english,
            self.addresses.name(identity.id),
            romanised=None if identity.english else romanise(identity.name),
        )

    def identity(self, key: str, article: str | None = None) -> Identity | None:
        """The identity behind an article's entity id or an identity's own id."""
        if article is not None and (article, key) in self._meant:
            return self._meant[article, key]
        return self.identities.get(key)

    def reasons(self, reasons: Sequence[Why]) -> tuple[Reason, ...]:
        """Reasons by the places they rest on, of which the first few are shown."""
        together: dict[tuple[Pointer, ...], dict[str, str]] = {}
        for why in reasons:
            together.setdefault(why.places, {}).setdefault(why.reason, why.note)
        return tuple(
            Reason(
                notes=tuple(notes.items()),
                places=tuple(self._brief(place) for place in places[:_MOST_PLACES]),
                more=max(0, len(places) - _MOST_PLACES),
            )
            for places, notes in together.items()
        )

    def _brief(self, place: Pointer) -> Place:
        shown = self.place(place)
        return msgspec.structs.replace(shown, words=shortened(shown.words, _BRIEF))
