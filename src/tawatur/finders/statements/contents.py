"""Contents: where what is said ends, and how much of it stands in quotation marks."""

import msgspec

from tawatur.finders.statements.drafts import Draft, Stretch
from tawatur.finders.statements.leads import Leads
from tawatur.finders.statements.scene import ARTICLE, COMMAS, Scene
from tawatur.lexicon.speech import Part
from tawatur.model import Act, Form, Span
from tawatur.text import Quotation, Sentence

_SIGNS = frozenset('،,.؛;:!?؟…-–—"«»“”„‹›')
_QUOTES = frozenset('"«»“”„‹›')
_TRIMMED = " \t\n\r\u00a0،,.؛;:!?؟…-–—"
_LEADING = frozenset(("و", "وذلك"))
_CONJUNCTIONS = frozenset("وف")
_SO = "ف"
_WHERE, _FROM = "حيث", "من"
_THEY = "وا"
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
    return _at_break(scene, draft, main, end)


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


def _at_break(scene: Scene, draft: Draft, main: Stretch, end: int) -> int:
    """The comma where the article itself goes on, or ``end``."""
    withheld = draft.act is Act.WITHHOLD and draft.leads is not Leads.CLAUSE
    nominal = withheld or draft.leads in (Leads.PHRASE, Leads.OBJECT)
    is_upon_that = draft.leads is None and not draft.aside and not draft.negated
    cuts, quoted = scene.phrases.cuts, scene.quoted
    for i in range(main.first + 1, min(end, main.first + _LIMIT)):
        form = scene.forms[i]
        if quoted[i] >= 0:
            continue
        if form == ":" and draft.part is Part.PARTICIPLE and i + 1 in scene.opened:
            return i
        if form == "." and _is_stop(scene, i, end):
            return i
        if form in cuts and _is_cut(scene, i, end):
            return i
        if is_upon_that and form in scene.words.complementisers:
            return i
        if nominal and (_is_when(scene, i, end) or _is_where(scene, i) or _is_onward(scene, i)):
            return i
        if form not in COMMAS or draft.leads is Leads.COLON or _answers(scene, main, i + 1, end):
            continue
        if _leads_in(scene, draft):
            return i
        if _breaks(scene, i + 1, end, nominal=nominal):
            return i
    return end


def _leads_in(scene: Scene, draft: Draft) -> bool:
    """بعد إعلان الشركة خفض الأسعار، …: a noun of saying at the head of its sentence only leads to it."""
    first = scene.document.sentences[draft.sentence].first
    return draft.part is Part.NOUN and first < draft.token <= first + 2


def _answers(scene: Scene, main: Stretch, i: int, end: int) -> bool:
    """على الرغم من كذا، فإن كذا: the second half of what is said."""
    if i >= end or scene.forms[i] not in scene.words.then:
        return False
    return any(form in scene.words.conditions for form in scene.forms[main.first : i])


def _is_when(scene: Scene, i: int, end: int) -> bool:
    """خلال لقائه السفير: when it was said, not what; خلال هذا اليوم may be either."""
    if scene.forms[i] not in scene.words.during or i + 2 >= end:
        return False
    if i + 1 in scene.times or i + 2 in scene.times:
        return False
    return scene.forms[i + 1] in scene.words.occasions and scene.forms[i + 2] not in scene.words.days


def _is_where(scene: Scene, i: int) -> bool:
    """مطالبة بالقانون حيث أغلق المحتجون الطرق: the article goes on; من حيث is something else."""
    return scene.forms[i] == _WHERE and scene.forms[i - 1] != _FROM


def _is_onward(scene: Scene, i: int) -> bool:
    """لكن, or a verb behind ف (فأسست): the article goes on though no comma says so."""
    form = scene.forms[i]
    past = form[0] == _SO and form.endswith("ت") and not form.endswith(("ات", "يت")) and len(form) > _LONG - 1
    return form in scene.words.but or (past and i not in scene.covered and not scene.is_teller(form))


def _is_cut(scene: Scene, i: int, end: int) -> bool:
    """Whether words such as على حد قوله end a content here; inside a clause they do not."""
    length = scene.starts_with(i, scene.phrases.cuts, end)
    own = length and scene.starts_with(i, scene.phrases.own_words, end)
    return bool(length) and not (own and i + length < end and scene.forms[i + length][0].isalnum())


def _breaks(scene: Scene, i: int, end: int, *, nominal: bool) -> bool:
    """Whether the article itself goes on after a comma; لكن needs a subject of its own."""
    if scene.starts_with(i, scene.phrases.breaks, end):
        but = scene.forms[i] in scene.words.but
        return not but or (i + 1 < end and (scene.is_teller(scene.forms[i + 1]) or i + 1 in scene.names))
    return nominal and _narrates(scene, i, end)


def _narrates(scene: Scene, i: int, end: int) -> bool:
    """Whether a clause of the article itself begins at token i, where a noun phrase cannot go on."""
    if i >= end or i in scene.covered:
        return False
    form = scene.forms[i]
    if form in scene.words.narration:
        return True
    stem = form[1:] if form[:1] in _CONJUNCTIONS else form
    if form[0] == _SO and not scene.is_teller(form) and (stem[:2] == ARTICLE or scene.is_teller(stem)):
        return True
    if stem in scene.words.asides or scene.is_teller(stem) or len(stem) < _LONG - 1:
        return False
    past = stem.endswith(_THEY) or (stem.endswith("ت") and not stem.endswith(("ات", "يت")))
    return form != stem and (past or stem.startswith("ي") or stem in scene.words.was)


def _is_stop(scene: Scene, i: int, end: int) -> bool:
    """Whether a full stop ends a sentence though the space after it is missing."""
    if i + 1 >= end or scene.quoted[i] >= 0 or scene.starts[i + 1] != scene.ends[i]:
        return False
    before, after = scene.forms[i - 1], scene.forms[i + 1]
    apart = len(before) > 2 or (before == "." and scene.is_joined(i + 1))
    return apart and len(after) > 2 and after[0].isalpha()


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
