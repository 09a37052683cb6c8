"""A made-up story in four articles: agreed, denied, revised, retold, and written to do harm."""

from collections.abc import Iterable

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
    Figure,
    Finding,
    FindingKind,
    Form,
    Happening,
    Identity,
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
    Why,
)

HARM = '</span><script>document.title="harmed"</script><img src=x onerror="document.title=1">'
TURNED = "\u202eمقلوب\u2066"


def article(name: str, outlet: str, day: str, *lines: str, title: str | None = None) -> Article:
    """An article of a few lines."""
    return Article(id=name, text="\n".join(lines), outlet=outlet, title=title, published=day)


MORNING = article(
    "صباح/1",
    "جريدة الميناء",
    "2025-02-03",
    "تأجيل الرحلات في مطار الساحل",
    "قال مدير المطار سليم الحداد إن 12 رحلة تأجلت بسبب الضباب.",
    "وأضاف أن المدرج مفتوح.",
    title="تأجيل الرحلات في مطار الساحل",
)
EVENING = article(
    "evening",
    "إذاعة التل",
    "2025-02-04",
    "أكدت شركة النورس أن أكثر من 20 رحلة تأجلت بسبب الضباب.",
    "ونفت النقابة أن يكون المدرج مفتوحاً.",
)
RETOLD = article(
    "retold",
    "موقع الرصيف",
    "2025-02-04",
    "قال مدير المطار سليم الحداد إن 12 رحلة تأجلت بسبب الضباب.",
)
HOSTILE = article(
    'h"><b>',
    "<i>منبر</i>",
    "2025-02-05",
    HARM,
    f"قال {TURNED} <script>alert(1)</script> إن شيئاً حدث",
    title=HARM * 40,
)


def at(source: Article, words: str) -> Pointer:
    """Where ``words`` first stand."""
    start = source.text.index(words)
    return Pointer(source.id, start, start + len(words))


def span(source: Article, words: str) -> Span:
    """The same as a span."""
    place = at(source, words)
    return Span(place.start, place.end)


def said(source: Article, number: int, cue: str, speaker: str, words: str, act: Act = Act.SAY) -> Statement:
    """A statement told by its words."""
    return Statement(
        f"s{number}",
        span(source, cue),
        None,
        speaker,
        (span(source, words),),
        Form.INDIRECT,
        act,
        "verb, source, that",
    )


def reading(
    source: Article,
    statements: Iterable[Statement],
    entities: Iterable[Entity] = (),
    counts: str | None = None,
) -> Reading:
    """A reading with its lines as blocks."""
    blocks, start = [], 0
    for line in source.text.split("\n"):
        kind = BlockKind.TITLE if line == source.title else BlockKind.PARAGRAPH
        blocks.append(Block(start, start + len(line), kind, "default"))
        start += len(line) + 1
    count = at(source, counts) if counts else None
    low = float("".join(c for c in counts if c.isdigit())) if counts else None
    quantities = (
        (Quantity(count.start, count.end, low, low, Modifier.EXACT, "رحلة", "counted noun"),) if count else ()
    )
    return Reading(source, tuple(blocks), tuple(entities), (), quantities, tuple(statements))


def named(source: Article, key: str, type_: EntityType, name: str) -> Entity:
    """An entity named once."""
    place = at(source, name)
    return Entity(key, type_, name, (Mention(place.start, place.end, "after a title"),))


def flights() -> tuple[Situation, list[Reading]]:
    """The situation and its readings."""
    readings = [
        reading(
            MORNING,
            [
                said(MORNING, 1, "قال", "per:salim", "12 رحلة تأجلت بسبب الضباب"),
                said(MORNING, 2, "أضاف", "per:salim", "المدرج مفتوح"),
            ],
            [named(MORNING, "per:salim", EntityType.PERSON, "سليم الحداد")],
            "12 رحلة",
        ),
        reading(
            EVENING,
            [
                said(EVENING, 1, "أكدت", "org:gull", "أكثر من 20 رحلة تأجلت بسبب الضباب", Act.AFFIRM),
                said(EVENING, 2, "نفت", "anon:النقابة", "يكون المدرج مفتوحاً", Act.DENY),
            ],
            [named(EVENING, "org:gull", EntityType.ORGANISATION, "شركة النورس")],
            "أكثر من 20 رحلة",
        ),
        reading(
            RETOLD,
            [said(RETOLD, 1, "قال", "per:salim", "12 رحلة تأجلت بسبب الضباب")],
            [named(RETOLD, "per:salim", EntityType.PERSON, "سليم الحداد")],
            "12 رحلة",
        ),
        reading(HOSTILE, [said(HOSTILE, 1, "قال", f"anon:{HARM}", "<script>alert(1)</script>")]),
    ]
    return _situation(readings), readings


def _situation(readings: list[Reading]) -> Situation:
    first, again, more = at(MORNING, "12 رحلة"), at(RETOLD, "12 رحلة"), at(EVENING, "أكثر من 20 رحلة")
    opened, denied = at(MORNING, "أضاف"), at(EVENING, "نفت")
    delayed = (at(MORNING, "قال"), at(RETOLD, "قال"), at(EVENING, "أكدت"))
    why = Why("same noun", "كلاهما يعد الرحلات المؤجلة", (first, more))
    ids = tuple(item.article.id for item in readings)
    return Situation(
        articles=tuple(item.article for item in readings),
        identities=(
            Identity(
                "per:1",
                EntityType.PERSON,
                "سليم الحداد",
                (Spelling("سليم الحداد", 2),),
                ((MORNING.id, "per:salim"), (RETOLD.id, "per:salim")),
                (at(MORNING, "سليم الحداد"), at(RETOLD, "سليم الحداد")),
                english="Salim al-Haddad",
            ),
            Identity(
                "org:2",
                EntityType.ORGANISATION,
                "شركة النورس",
                (Spelling("شركة النورس", 1),),
                ((EVENING.id, "org:gull"),),
                (at(EVENING, "شركة النورس"),),
            ),
        ),
        copies=(Copy("copy:1", (MORNING.id, RETOLD.id), CopyKind.PARTIAL),),
        stories=(Story("story:1", ids, MORNING.title or "", (), "2025-02-03", "2025-02-05"),),
        origins=(
            Origin(delayed[0], "per:1", "سليم الحداد", ("per:1", "outlet:جريدة الميناء")),
            Origin(
                delayed[1], "per:1", "سليم الحداد", ("per:1", "outlet:جريدة الميناء", "outlet:موقع الرصيف")
            ),
            Origin(delayed[2], "org:2", "شركة النورس", ("org:2", "outlet:إذاعة التل")),
        ),
        measures=(
            Measure(
                "measure:1",
                "الرحلات المؤجلة",
                "رحلة",
                (
                    Figure(first, "12 رحلة", 12, 12, "exact", "per:salim", "per:1", "2025-02-03"),
                    Figure(again, "12 رحلة", 12, 12, "exact", "per:salim", "per:1", "2025-02-03"),
                    Figure(more, "أكثر من 20 رحلة", 20, None, "more_than", "org:gull", "org:2", "2025-02-04"),
                ),
            ),
        ),
        claims=(Claim("claim:1", "المدرج مفتوح", (opened,), (denied,)),),
        findings=(
            Finding(
                "finding:1",
                FindingKind.REVISED,
                "الرحلات",
                ((first, again), (more,)),
                "measure:1",
                reasons=(why,),
            ),
            Finding("finding:2", FindingKind.DISPUTED, "المدرج مفتوح", ((opened,), (denied,)), "claim:1"),
            Finding(
                "finding:3",
                FindingKind.CORROBORATED,
                "تأجلت رحلات بسبب الضباب",
                (delayed,),
                independent_origins=2,
                origins=("per:1", "org:2"),
                credibility=2,
            ),
            Finding(
                "finding:4",
                FindingKind.CORROBORATED,
                "اثنتا عشرة رحلة",
                (delayed[:2],),
                independent_origins=1,
                origins=("per:1",),
            ),
        ),
        timeline=(
            Happening(
                "h:1", "2025-02-03", "تأجيل الرحلات", None, (at(MORNING, "12 رحلة تأجلت بسبب الضباب"),)
            ),
            Happening("h:2", "2025-W06", "الضباب", "ASSAULT", (at(EVENING, "الضباب"),), modality="future"),
        ),
        positions=(
            Position(
                "per:1",
                "claim:1",
                (("2025-02-03", "affirms", opened), ("2025-02-04", "withholds", delayed[1])),
                changed=True,
            ),
        ),
    )
