"""What is highlighted in an article: statements, names, times, quantities, and places made use of."""

from bisect import bisect_left
from collections.abc import Container, Iterable, Mapping, Sequence

from tawatur.dossier.marks import Mark
from tawatur.dossier.sources import Sources, anchor, place_anchor
from tawatur.model import Pointer, Quantity, Reading, Statement

Tells = tuple[tuple[str, str], ...]


class Highlights:
    """The marks of articles on one page.

    ``uses`` says where a place is made use of, so that its mark can lead back; a mark bears an id
    only where its place is among ``targets``, or always where there are none. ``rules`` collects
    the names of the rules, which marks tell by number.
    """

    def __init__(
        self, sources: Sources, uses: Mapping[Pointer, str], targets: Container[Pointer] | None = None
    ) -> None:
        self.rules: list[str] = []
        self._sources = sources
        self._uses = uses
        self._targets = targets
        self._numbers: dict[str, str] = {}

    def marks(self, reading: Reading) -> list[Mark]:
        """All marks of an article in order of their start, long ones first."""
        found = [
            *self._statements(reading),
            *self._quantities(reading),
            *self._times(reading),
            *self._names(reading),
        ]
        evidence = self._evidence(reading.article.id, found)
        return sorted([*found, *evidence], key=lambda mark: (mark.start, -mark.end))

    def _statements(self, reading: Reading) -> Iterable[Mark]:
        article = reading.article.id
        for statement in reading.statements:
            cue = Pointer(article, statement.cue.start, statement.cue.end)
            back = self._uses.get(cue) or f"#{anchor('said', article, statement.id)}"
            yield Mark(cue.start, cue.end, "cue", place_anchor(cue), back, self._told(statement, article))
            of_cue = (("of", place_anchor(cue)),)
            if statement.source:
                yield Mark(statement.source.start, statement.source.end, "source", tells=of_cue)
            for part in statement.content:
                yield Mark(part.start, part.end, f"content-{statement.act.value}", tells=of_cue)

    def _told(self, statement: Statement, article: str) -> Tells:
        who = self._sources.who(statement.speaker, article).name
        act, form = statement.act.value, statement.form.value
        return (("who", who or "?"), ("act", act), ("form", form), self._by(statement.rule))

    def _quantities(self, reading: Reading) -> Iterable[Mark]:
        for quantity in reading.quantities:
            place = Pointer(reading.article.id, quantity.start, quantity.end)
            yield self._mark(place, "quantity", (("value", bounds(quantity)), self._by(quantity.rule)))

    def _times(self, reading: Reading) -> Iterable[Mark]:
        for time in reading.times:
            place = Pointer(reading.article.id, time.start, time.end)
            tells = (("value", time.value), ("type", time.type.value), self._by(time.rule))
            yield self._mark(place, "time", tells)

    def _names(self, reading: Reading) -> Iterable[Mark]:
        article = reading.article.id
        for entity in reading.entities:
            identity = self._sources.identity(entity.id, article)
            href = self._sources.addresses.name(identity.id) if identity else None
            for mention in entity.mentions:
                place = Pointer(article, mention.start, mention.end)
                yield self._mark(place, "entity", (self._by(mention.rule),), href)

    def _evidence(self, article: str, found: Sequence[Mark]) -> Iterable[Mark]:
        """Places made use of that nothing else marks.

        One leads back unless a link inside it leads elsewhere.
        """
        marked = {(mark.start, mark.end) for mark in found if mark.anchor}
        links = sorted(mark.start for mark in found if mark.href)
        for place, href in self._uses.items():
            if place.article == article and (place.start, place.end) not in marked:
                first = bisect_left(links, place.start)
                is_free = first == len(links) or links[first] >= place.end
                yield Mark(place.start, place.end, "evidence", place_anchor(place), href if is_free else None)

    def _mark(self, place: Pointer, layer: str, tells: Tells, href: str | None = None) -> Mark:
        is_target = self._targets is None or place in self._targets
        back = href or self._uses.get(place)
        return Mark(place.start, place.end, layer, place_anchor(place) if is_target else None, back, tells)

    def _by(self, rule: str) -> tuple[str, str]:
        if rule not in self._numbers:
            self._numbers[rule] = str(len(self.rules))
            self.rules.append(rule)
        return ("r", self._numbers[rule])


def bounds(quantity: Quantity) -> str:
    """The bounds in signs: ``8000``, ``≥ 1500``, ``≤ 12000``, ``10000–12000``."""
    low, high = (f"{bound:,.10g}" if bound is not None else "" for bound in (quantity.low, quantity.high))
    if low and high:
        return low if low == high else f"{low}–{high}"
    return f"≥ {low}" if low else f"≤ {high}"
