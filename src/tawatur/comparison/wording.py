"""How a clause is told where it stands alone: from its proposition on, without what led up to it."""

from tawatur.comparison.contents import Content, Told
from tawatur.model import Act, Pointer, Span, Statement

COMPLETED = (Act.ACCUSE, Act.FEEL)
_NEAR = 90
_LONGEST = 240
_SHORT, _HEAD = 3, 4
_PRONOUNS, _PARTICLES = ("ه", "ها", "هم"), ("ان", "بان", "وان", "فان")
_MARKS = " \t\n،,.:؛;…-–—"
_AND = "و"
_PAIRS = (("«", "»"), ("“", "”"), ("(", ")"), ("[", "]"))


def wording(told: Told, span: Span) -> str:
    """The words of a clause without a leading time, complementiser, conjunction or sign.

    "الأربعاء، أن الشركة باعت المصنع" is told as "الشركة باعت المصنع". A clause that is nothing else is
    told as it stands.
    """
    text = told.reading.article.text
    start = _start(told, span)
    found = _paired(text[start : span.end].strip(_MARKS)) or text[span.start : span.end].strip(_MARKS)
    return _without_and(found)


def said_from(told: Told, statement: Statement, clause: Span | Pointer) -> int:
    """Where to begin the words of a clause so that they can be read by themselves.

    An accusation or a feeling, and what begins with the speaker's own ("اعتزامها طرح", "أنها لن تفرض"),
    from its cue on; what leans on the clause before it ("أول دفعة منهم", "التي اكتشفت") from that one.
    """
    part = next((p for p in statement.content if p.start <= clause.start < p.end), None)
    if part is None:
        return clause.start
    completes = statement.act in COMPLETED or _is_the_speaker_s(told, part)
    if completes and 0 <= clause.start - statement.cue.end <= _NEAR:
        return statement.cue.start
    leans = clause.start > part.start and _leans(told, Span(clause.start, clause.end))
    return part.start if leans and clause.end - part.start <= _LONGEST else clause.start


def _is_the_speaker_s(told: Told, part: Span) -> bool:
    """Whether a content begins with a word, or follows a particle, that ends in the speaker's pronoun."""
    words = told.range(part)
    if not words or not words.start:
        return False
    forms = told.tokens.forms
    particle = forms[words.start - 1]
    own = forms[words.start].endswith(_PRONOUNS) and len(forms[words.start]) > _SHORT
    return own or (particle.endswith(_PRONOUNS) and particle.startswith(_PARTICLES))


def _leans(told: Told, clause: Span) -> bool:
    """Whether one of the first words of a clause stands for something in the clause before."""
    meaning = told.terms.meaning
    words = [told.tokens.forms[i] for i in told.range(clause) if told.tokens.forms[i][0].isalnum()]
    return bool(words) and (
        words[0] in meaning.joining or any(word in meaning.parts for word in words[:_HEAD])
    )


def stands_alone(told: Told, content: Content) -> bool:
    """Whether a clause can be read without the one before it, so opens with no "وبعد", "حيث" or "هذه"."""
    span = Span(content.place.start, content.place.end)
    meaning = told.terms.meaning
    words = told.range(Span(_start(told, span), span.end))
    leaning = meaning.adding | meaning.joining | meaning.back_references | meaning.parts | meaning.recounting
    first = told.tokens.forms[words[0]] if words else ""
    return bool(words) and leaning.isdisjoint((first, first.removeprefix(_AND)))


def _start(told: Told, span: Span) -> int:
    """Where the proposition begins, the end of the span where there is none."""
    tokens, after = told.tokens, {time.start: time.end for time in told.reading.times}
    start = span.start
    for i in told.range(span):
        if tokens.starts[i] < start or not tokens.forms[i][0].isalnum():
            continue
        if tokens.starts[i] in after:
            start = after[tokens.starts[i]]
        elif tokens.forms[i] in told.terms.meaning.leading:
            start = tokens.ends[i]
        else:
            return tokens.starts[i] if start > span.start else _first(told, span, i)
    return span.end


def _first(told: Told, span: Span, i: int) -> int:
    """The first word, with the mark of quotation before it if there is one, or the span's own first letter.

    A span may begin inside a word, after its "و".
    """
    before = told.reading.article.text[span.start : told.tokens.starts[i]].rstrip()
    if before and before[0].isalpha():
        return span.start
    opens = bool(before) and any(before[-1] == opening for opening, _ in _PAIRS)
    return span.start + len(before) - 1 if opens else told.tokens.starts[i]


def _without_and(text: str) -> str:
    """The text without an "and" written onto the figure it begins with: "و31 وفاة"."""
    return text[1:] if text.startswith(_AND) and text[1:2].isdigit() else text


def _paired(text: str) -> str:
    """The text without a mark at its edge whose other half was cut off."""
    for opening, closing in _PAIRS:
        if text.startswith(opening) and closing not in text:
            text = text[1:]
        if text.endswith(closing) and opening not in text:
            text = text[:-1]
    return text.strip()
