"""The story in five lines, each of them words that stand in an article."""

from collections.abc import Iterable, Sequence

import msgspec

from tawatur.dossier.page import Agreed, Dispute, Line, Moment, Number, Place, Said, Speaker
from tawatur.model import Act

_NOT_SAYING_SO = (Act.DENY.value, Act.WITHHOLD.value)


def five_lines(
    name: str,
    articles: Sequence[Place],
    agreed: Sequence[Agreed],
    disputes: Sequence[Dispute],
    numbers: Sequence[Number],
    moments: Sequence[Moment],
    speakers: Sequence[Speaker],
) -> tuple[Line, ...]:
    """At most five lines: headline, what is agreed and disputed, the number, the latest.

    ``name`` is the headline that names the story. Statements stand in for what is missing; the
    sequences are in the order in which they matter.
    """
    lines = [
        *_headline(name, articles),
        *_agreed(agreed),
        *_disputed(disputes),
        *_number(numbers),
        *_latest(moments),
    ]
    told = {line.words for line in lines}
    for speaker in speakers:
        for said in speaker.said[:1]:
            if len(lines) < 5 and said.words and said.words[0] not in told:
                lines.append(_line("line_said", said))
                told.add(said.words[0])
    return tuple(lines[:5])


def _line(label: str, said: Said, more: int = 0, against: Line | None = None) -> Line:
    return Line(label, " … ".join(said.words), said.place, said.who, said.act, more, against=against)


def _headline(name: str, articles: Sequence[Place]) -> Iterable[Line]:
    """The headline that names the story, else that of the first article."""
    naming = [article for article in articles if article.words == name]
    for article in (naming or articles)[:1]:
        yield Line("line_about", article.words, article, more=len(articles) - 1)


def _agreed(agreed: Sequence[Agreed]) -> Iterable[Line]:
    """The strongest point in the words of one who says so; a denial is no agreement."""
    for point in agreed:
        for said in point.said:
            if said.act not in _NOT_SAYING_SO and said.words:
                more = len(point.said) - 1
                yield msgspec.structs.replace(
                    _line("line_agreed", said, more), origins=point.independent_origins
                )
                return


def _disputed(disputes: Sequence[Dispute]) -> Iterable[Line]:
    for dispute in disputes:
        sides = [side.said[0] for side in dispute.sides if side.said]
        if len(sides) > 1:
            yield _line("line_disputed", sides[0], against=_line("against", sides[1]))
            return


def _number(numbers: Sequence[Number]) -> Iterable[Line]:
    """The last figure of the first measure, against the first figure where they are in conflict."""
    for number in numbers[:1]:
        first, last = number.rows[0], number.rows[-1]
        others = len(number.rows) - 1
        if number.kind == "conflicting" and others:
            against = Line("against", first.words, first.place, first.who)
            yield Line("line_number", last.words, last.place, last.who, None, others - 1, against=against)
        else:
            yield Line("line_number", last.words, last.place, last.who, None, others)


def _latest(moments: Sequence[Moment]) -> Iterable[Line]:
    happened = [m for m in moments if m.date and m.places and m.modality == "asserted"]
    for moment in happened[-1:]:
        place = moment.places[0]
        words = moment.what if moment.what.startswith(place.words) else place.words
        yield Line("line_latest", words, place, more=len(moment.places) - 1)
