"""A small situation written by hand, so that tests do not hang on what the finders find today."""

from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from typing import BinaryIO

from tawatur.model import (
    Act,
    Article,
    Block,
    BlockKind,
    Claim,
    Copy,
    CopyKind,
    Entity,
    EntityType,
    Event,
    Fact,
    FactKind,
    Figure,
    Finding,
    FindingKind,
    Form,
    Happening,
    Identity,
    Link,
    Measure,
    Mention,
    Modifier,
    Origin,
    Pointer,
    Position,
    Quantity,
    Reading,
    Situation,
    Span,
    Spelling,
    Statement,
    Story,
    Time,
    TimeType,
    Why,
)

FIRST = Article(
    id="a-1",
    text="قال الوزير سامي الخطيب إن السيول شردت نحو 300 أسرة يوم الأحد.\nوأضاف: «الوضع تحت السيطرة».",
    outlet="صحيفة الضفة",
    url="https://news.example/floods/1?page=1&lang=ar",
    title="السيول & الوادي",
    published="2024-03-10T09:30:00+02:00",
    author="نادية سالم",
    agency="وكالة الوادي",
)
SECOND = Article(id="a 2/ب", text="ونفت هيئة الإغاثة ذلك، مؤكدة أن العدد 450 أسرة.", published="2024-03-11")


def span(article: Article, words: str) -> Span:
    """Where ``words`` first stand in an article."""
    start = article.text.index(words)
    return Span(start, start + len(words))


def pointer(article: Article, words: str) -> Pointer:
    """The same as a pointer."""
    found = span(article, words)
    return Pointer(article.id, found.start, found.end)


def bytes_of(
    write: Callable[[Situation, Iterable[Reading], BinaryIO], None],
    situation: Situation | None = None,
    readings: Sequence[Reading] | None = None,
) -> bytes:
    """What an export writes for the sample, or for what is given."""
    out = BytesIO()
    write(
        sample_situation() if situation is None else situation,
        sample_readings() if readings is None else readings,
        out,
    )
    return out.getvalue()


def sample_readings() -> tuple[Reading, Reading]:
    """Two readings with one of everything."""
    return _first(), _second()


def sample_situation() -> Situation:
    """What the two articles come to when set side by side."""
    says, denies = pointer(FIRST, "قال"), pointer(SECOND, "نفت")
    three, more = pointer(FIRST, "نحو 300 أسرة"), pointer(SECOND, "450 أسرة")
    why = Why("same noun", "كلاهما يعد الأسر", (three, more), 1.5)
    minister = Identity(
        "per:1",
        EntityType.PERSON,
        "سامي الخطيب",
        (Spelling("سامي الخطيب", 1),),
        (("a-1", "per:sami"),),
        (pointer(FIRST, "سامي الخطيب"),),
        principal="gov:x",
    )
    relief = Identity(
        "org:2",
        EntityType.ORGANISATION,
        "هيئة الإغاثة",
        (Spelling("هيئة الإغاثة", 1), Spelling("الهيئة", 2)),
        (("a 2/ب", "org:relief"),),
        (pointer(SECOND, "هيئة الإغاثة"),),
        english="Relief Authority",
    )
    return Situation(
        articles=(FIRST, SECOND),
        identities=(minister, relief),
        copies=(Copy("copy:1", ("a-1", "a 2/ب"), CopyKind.AGENCY, "وكالة الوادي"),),
        stories=(
            Story("story:1", ("a-1", "a 2/ب"), "السيول & الوادي", ("سيول",), "2024-03-10", "2024-03-11"),
        ),
        origins=(
            Origin(says, "per:1", "سامي الخطيب", ("per:1", "وكالة الوادي")),
            Origin(denies, "org:2", "هيئة الإغاثة"),
        ),
        measures=(_measure(three, more, why),),
        claims=(Claim("claim:1", "السيول شردت أسرا", (says,), (denies,), reasons=(why,)),),
        findings=(
            Finding(
                "finding:1",
                FindingKind.CONFLICTING,
                "عدد الأسر",
                ((three,), (more,)),
                about="measure:1",
                independent_origins=2,
                origins=("per:1", "org:2"),
                credibility=4,
                reasons=(why,),
            ),
        ),
        timeline=(
            Happening(
                "happening:1",
                "2024-03-10",
                "السيول شردت نحو 300 أسرة",
                None,
                (pointer(FIRST, "السيول شردت نحو 300 أسرة"),),
                actors=("per:1",),
            ),
        ),
        positions=(Position("per:1", "claim:1", (("2024-03-10", "affirms", says),)),),
    )


def _measure(three: Pointer, more: Pointer, why: Why) -> Measure:
    figures = (
        Figure(three, "نحو 300 أسرة", 300, 300, "about", "per:1", "per:1", "2024-03-10"),
        Figure(more, "450 أسرة", 450, 450, "exact", "org:2", "org:2", None),
    )
    return Measure("measure:1", "أسر شردتها السيول", "أسرة", figures, (why,))


def _first() -> Reading:
    article = FIRST
    name = span(article, "سامي الخطيب")
    lines = article.text.split("\n")
    role = Fact(FactKind.ROLE, "الوزير", span(article, "الوزير"))
    quantity = span(article, "نحو 300 أسرة")
    day = span(article, "يوم الأحد")
    clause = span(article, "السيول شردت نحو 300 أسرة")
    return Reading(
        article,
        blocks=(
            Block(0, len(lines[0]), BlockKind.PARAGRAPH, "default"),
            Block(len(lines[0]) + 1, len(article.text), BlockKind.PARAGRAPH, "default"),
        ),
        entities=(
            Entity(
                "per:sami",
                EntityType.PERSON,
                "سامي الخطيب",
                (Mention(name.start, name.end, "after a title"),),
                (role,),
            ),
        ),
        times=(Time(day.start, day.end, TimeType.DATE, "2024-03-10", "weekday"),),
        quantities=(
            Quantity(quantity.start, quantity.end, 300, 300, Modifier.ABOUT, "أسرة", "counted noun"),
        ),
        statements=(
            Statement(
                "s1",
                cue=span(article, "قال"),
                source=span(article, "الوزير سامي الخطيب"),
                speaker="per:sami",
                content=(span(article, "السيول شردت نحو 300 أسرة يوم الأحد"),),
                form=Form.INDIRECT,
                act=Act.SAY,
                rule="verb, source, that",
                via=("org:agency",),
                chain=(Link("per:sami", name), Link("org:agency"), Link("صحيفة الضفة")),
            ),
            Statement(
                "s2",
                cue=span(article, "أضاف"),
                source=None,
                speaker="per:sami",
                content=(span(article, "الوضع تحت السيطرة"),),
                form=Form.DIRECT,
                act=Act.SAY,
                rule="verb, colon, quotation",
            ),
        ),
        events=(
            Event(
                "e1",
                clause.start,
                clause.end,
                trigger=span(article, "شردت"),
                kind=None,
                rule="verb",
                date="2024-03-10",
                statement="s1",
            ),
        ),
    )


def _second() -> Reading:
    article = SECOND
    name, quantity = span(article, "هيئة الإغاثة"), span(article, "450 أسرة")
    return Reading(
        article,
        blocks=(Block(0, len(article.text), BlockKind.PARAGRAPH, "default"),),
        entities=(
            Entity(
                "org:relief",
                EntityType.ORGANISATION,
                "هيئة الإغاثة",
                (Mention(name.start, name.end, "head noun"),),
            ),
        ),
        quantities=(
            Quantity(quantity.start, quantity.end, 450, 450, Modifier.EXACT, "أسرة", "counted noun"),
        ),
        statements=(
            Statement(
                "s1",
                cue=span(article, "نفت"),
                source=name,
                speaker="org:relief",
                content=(),
                form=Form.INDIRECT,
                act=Act.DENY,
                rule="verb, source",
            ),
        ),
    )
