"""Readings written by hand for tests across articles: paragraphs, and nothing the finders find."""

from tawatur.model import (
    Act,
    Article,
    Block,
    BlockKind,
    Entity,
    EntityType,
    Form,
    Identity,
    Mention,
    Reading,
    Span,
    Spelling,
    Statement,
)

FLOOD = (
    "أغرقت مياه الوادي مساء الأحد حي النخيل في مدينة رمادية الساحل وجرفت جسراً خشبياً قديماً"
    " كان يصل ضفتي النهر منذ أكثر من سبعين عاماً بحسب حارس البستان المجاور."
)
OTHER_FLOOD = (
    "واصلت فرق الإنقاذ في رمادية الساحل البحث عن مفقودين بعد أن أغرقت مياه الوادي حي النخيل"
    " وجرفت الجسر الخشبي القديم."
)
RESCUE = (
    "وقال قائد فرقة الغواصين إن رجاله انتشلوا أربع عائلات من فوق سطوح المنازل الطينية ونقلوها"
    " بالزوارق المطاطية إلى مدرسة في التلة العليا."
)
MARKET = (
    "ارتفعت أسعار الطماطم في سوق الجملة بالعاصمة بعد تأخر الشاحنات القادمة من الأغوار بسبب أعمال"
    " الصيانة على الطريق الصحراوي وفق ما ذكره تجار في السوق."
)


def paper(
    name: str,
    text: str,
    published: str | None = "2024-03-10",
    outlet: str | None = "صحيفة الضفة",
    title: str | None = None,
    agency: str | None = None,
) -> Reading:
    """A reading whose lines are all paragraphs."""
    article = Article(id=name, text=text, outlet=outlet, title=title, published=published, agency=agency)
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(start, start + len(line), BlockKind.PARAGRAPH, "test"))
        start += len(line) + 1
    return Reading(article, tuple(blocks))


def span(reading: Reading, words: str, after: int = 0) -> Span:
    """Where ``words`` stand in a reading's text."""
    start = reading.article.text.index(words, after)
    return Span(start, start + len(words))


def entity(reading: Reading, key: str, name: str, known: str | None = None) -> Entity:
    """A name with one mention; the beginning of its key tells its type."""
    kinds = {"per": "PER", "org": "ORG", "gpe": "GPE", "loc": "LOC"}
    place = span(reading, name)
    mention = Mention(place.start, place.end, "test")
    return Entity(key, EntityType(kinds[key[:3]]), name, (mention,), known=known)


def statement(
    reading: Reading,
    cue: str,
    speaker: str | None,
    *,
    content: str,
    source: str | None = None,
    number: int = 1,
    act: Act = Act.SAY,
) -> Statement:
    """A statement by its words."""
    return Statement(
        id=f"s{number}",
        cue=span(reading, cue),
        source=span(reading, source) if source else None,
        speaker=speaker,
        content=(span(reading, content),),
        form=Form.INDIRECT,
        act=act,
        rule="test",
    )


def identity(key: str, name: str, members: list[tuple[str, str]], principal: str | None = None) -> Identity:
    """An identity of one spelling."""
    kinds = {"per": "PER", "org": "ORG", "gpe": "GPE", "loc": "LOC"}
    return Identity(
        id=key,
        type=EntityType(kinds[key[:3]]),
        name=name,
        names=(Spelling(name, len(members)),),
        members=tuple(members),
        mentions=(),
        principal=principal,
    )
