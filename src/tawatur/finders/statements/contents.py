"""Contents: where what is said ends, and how much of it stands in quotation marks."""

import msgspec

from tawatur.finders.statements.breaks import at_break
from tawatur.finders.statements.drafts import Draft, Stretch
from tawatur.finders.statements.leads import Leads
from tawatur.finders.statements.scene import COMMAS, Scene
from tawatur.lexicon.speech import Part
from tawatur.model import Form, Span
from tawatur.text import Quotation, Sentence

_SIGNS = frozenset('،,.؛;:!?؟…-–—"«»“”„‹›')
_QUOTES = frozenset('"«»“”„‹›')
_TRIMMED = " \t\n\r\u00a0،,.؛;:!?؟…-–—"
_LEADING = frozenset(("و", "وذلك"))
_RUN_ON = 4
_LONG = 5
_LATER = 12
_LIMIT = 400


def cut_contents(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """The drafts with every content ended where the next attribution of its rank begins."""
    cut = [_cut(scene, draft, drafts[i + 1 : i + _LATER]) for i, draft in enumerate(drafts)]
    return [_take_up(scene, draft, cut[i - 1] if i else None) for i, draft in enumerate(cut)]


def _take_up(scene: Scene, draft: Draft, before: Draft | None) -> Draft:
    """نفى المدير ذلك: what was told last is what is denied or affirmed."""
    main = draft.content[-1] if draft.content else None
    if not main or not before or scene.forms[main.first] not in scene.words.this:
        return draft
    if any(form[0].isalnum() for form in scene.forms[main.first + 1 : main.last]):
        return draft
    return msgspec.structs.replace(draft, content=before.content, copied=before.token)


def content_spans(scene: Scene, draft: Draft) -> tuple[Span, ...]:
    """The characters of a draft's content, without the marks and signs around it."""
    spans = [_bare_span(scene, stretch) for stretch in draft.content]
    return tuple(span for span in spans if span.start < span.end)


def form_of(scene: Scene, spans: tuple[Span, ...], cue: Span) -> Form:
    """Whether all of a content, some of it or none stands in quotation marks that leave the cue outside."""
    quoted = [_is_quoted(scene, span, cue) for span in spans]
    if all(quoted):
        return Form.DIRECT
    text = scene.document.article.text
    marked = any(not _QUOTES.isdisjoint(text[span.start : span.end]) for span in spans)
    return Form.MIXED if marked or any(quoted) else Form.INDIRECT


def _cut(scene: Scene, draft: Draft, later: list[Draft]) -> Draft:
    if not draft.open or not draft.content:
        return draft
    main = draft.content[-1]
    quotation = _opening_quotation(scene, main)
    if quotation and _is_whole(scene, draft, quotation):
        ended = Stretch(quotation.first, quotation.last, scene.starts[quotation.first])
    else:
        ended = msgspec.structs.replace(main, last=min(_end(scene, draft, main, later), main.first + _LIMIT))
    return msgspec.structs.replace(draft, content=(*draft.content[:-1], ended))


def _opening_quotation(scene: Scene, stretch: Stretch) -> Quotation | None:
    return scene.opened.get(stretch.first) if scene.forms[stretch.first] in _QUOTES else None


def _is_whole(scene: Scene, draft: Draft, quotation: Quotation) -> bool:
    """Whether a quotation that opens a content is all of it."""
    if not quotation.closed or quotation.last - quotation.first < 2:
        return False
    after = quotation.last + 1
    if after >= len(scene.forms):
        return True
    sentence = scene.document.sentences[draft.sentence]
    if after >= sentence.last:
        return True
    form = scene.forms[after]
    if form.startswith("و") and form[1:] in scene.words.complementisers:
        return False
    long = quotation.last - quotation.first >= _LONG
    if draft.leads is Leads.QUOTE or (draft.part is Part.NOUN and long):
        return True
    return long and (form in _SIGNS or form[:1] == "و")


def _end(scene: Scene, draft: Draft, main: Stretch, later: list[Draft]) -> int:
    """The token after the last one of an open content."""
    number = scene.sentence_of(main.first)
    sentence = scene.document.sentences[number]
    end = _line_end(scene, number, sentence) if draft.leads is Leads.COLON else sentence.last
    for other in later:
        if other.begins >= end:
            break
        verb = draft.part is Part.NOUN and draft.leads is Leads.PHRASE and other.part is Part.VERB
        if _ends_with(draft, other, verb=verb) and other.begins > main.first:
            end = _before(scene, other.begins, main.first)
            break
    end = _past_quotation(scene, main, end)
    return at_break(scene, draft, main, end)


def _ends_with(draft: Draft, other: Draft, *, verb: bool) -> bool:
    """Whether a later attribution ends a content; in words told after a colon others may say things too."""
    if other.copied is not None or (draft.leads is Leads.COLON and other.number is not draft.number):
        return False
    return other.peer or verb


def _past_quotation(scene: Scene, main: Stretch, end: int) -> int:
    """An end inside a long quotation moves to where that closes."""
    number = scene.quoted[end - 1] if end - 1 >= main.first else -1
    if number >= 0:
        return max(end, scene.document.quotations[number].last + 1)
    return end


def _line_end(scene: Scene, number: int, sentence: Sentence) -> int:
    """A saying without marks after a colon runs on to the end of its line, if that is near."""
    sentences = scene.document.sentences
    end = sentence.last
    for following in sentences[number + 1 : number + 1 + _RUN_ON]:
        if following.line != sentence.line or _goes_on(scene, following.first):
            return end
        end = following.last
    beyond = number + 1 + _RUN_ON
    endless = beyond < len(sentences) and sentences[beyond].line == sentence.line
    return sentence.last if endless else end


def _goes_on(scene: Scene, first: int) -> bool:
    """Whether the article itself goes on with the sentence that begins at token ``first``."""
    return first in scene.cue_heads or scene.forms[first] in scene.words.onward


def _before(scene: Scene, begins: int, floor: int) -> int:
    """The end of what stands before a clause, its connectives and commas left out."""
    end = begins
    while end > floor + 1:
        form = scene.forms[end - 1]
        if end - 2 > floor and scene.starts_with(end - 2, scene.phrases.connectives, end) == 2:
            end -= 2
        elif form in COMMAS or form in _LEADING or scene.is_connective(form):
            end -= 1
        else:
            break
    return end


def _bare_span(scene: Scene, stretch: Stretch) -> Span:
    text = scene.document.article.text
    start, end = stretch.start, scene.ends[stretch.last - 1]
    while end > start and text[end - 1] in _TRIMMED:
        end -= 1
    while start < end and text[start] in _TRIMMED:
        start += 1
    return _without_marks(text, start, end)


def _without_marks(text: str, start: int, end: int) -> Span:
    """Marks around the whole and marks whose partner lies outside are left out."""
    inner = text[start:end]
    if _QUOTES.isdisjoint(inner):
        return Span(start, end)
    opens = inner[:1] in _QUOTES
    closes = inner[-1:] in _QUOTES
    count = sum(mark in _QUOTES for mark in inner)
    if opens and closes and count == 2:
        start, end = start + 1, end - 1
    elif opens and count % 2:
        start += 1
    elif closes and count % 2:
        end -= 1
    while end > start and text[end - 1] in _TRIMMED:
        end -= 1
    while start < end and text[start] in _TRIMMED:
        start += 1
    return Span(start, end)


def _is_quoted(scene: Scene, span: Span, cue: Span) -> bool:
    return any(
        quotation.start <= span.start
        and span.end <= quotation.end + 1
        and not quotation.start <= cue.start < quotation.end
        for quotation in scene.quotations_near(span)
    )
