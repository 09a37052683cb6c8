"""What the pages of the app show beyond what a dossier does, as plain typed objects."""

from typing import Generic, TypeVar

import msgspec
from markupsafe import Markup

from tawatur.dossier.page import Agreed, ArticlePage, Dispute, Name, Number, Place, Said, Story
from tawatur.model import Judgement

T = TypeVar("T")

PAGE = 20


class Listing(msgspec.Struct, Generic[T], frozen=True):
    """One page of a list; ``page`` counts from 1."""

    items: tuple[T, ...]
    total: int
    page: int
    size: int = PAGE

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // self.size))


class StoryRow(msgspec.Struct, frozen=True):
    """A story in a list."""

    id: str
    href: str
    name: str
    first: str | None
    last: str | None
    articles: int


class StoryPage(msgspec.Struct, frozen=True):
    """A story with its names."""

    story: Story
    names: tuple[Name, ...]


class ArticleView(msgspec.Struct, frozen=True):
    """An article with the story it belongs to."""

    article: ArticlePage
    rules: tuple[str, ...]
    story: StoryRow | None


class StatementView(msgspec.Struct, frozen=True):
    """A statement with the whole of its content, the sentence around it and its chain."""

    said: Said
    content: tuple[str, ...]
    around: Markup
    chain: tuple[str, ...]
    hedges: tuple[str, ...]
    negated: bool
    time: str | None
    article: Place
    claims: tuple[Place, ...]


class ClaimView(msgspec.Struct, frozen=True):
    """A claim with the statements that affirm, deny or withhold it, and the findings about it."""

    id: str
    what: str
    said: tuple[Said, ...]
    disputes: tuple[Dispute, ...]
    agreed: tuple[Agreed, ...]
    story: StoryRow


class MeasureView(msgspec.Struct, frozen=True):
    """A measure with its story."""

    number: Number
    story: StoryRow


class FindingView(msgspec.Struct, frozen=True):
    """A finding with its story: one of ``dispute``, ``agreed`` and ``number`` is set."""

    id: str
    story: StoryRow
    dispute: Dispute | None = None
    agreed: Agreed | None = None
    number: Number | None = None


class Member(msgspec.Struct, frozen=True):
    """An article that names someone: how it is written there, and the ``id`` that judgements use for it."""

    id: str
    article: Place
    written: tuple[Place, ...]
    said: tuple[Said, ...]


class EntityView(msgspec.Struct, frozen=True):
    """A name with the articles that name it, one page of them, and names written alike."""

    name: Name
    members: Listing[Member]
    alike: tuple[Name, ...]


class Found(msgspec.Struct, frozen=True):
    """An answer of the search: an article with the words around the first hit, or a statement."""

    article: Place
    snippet: Markup
    said: Said | None = None


class JudgementRow(msgspec.Struct, frozen=True):
    """A judgement and what it is about."""

    judgement: Judgement
    href: str
