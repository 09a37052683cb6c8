"""Implied subjects: who is meant where the verb has no subject beside it."""

from collections.abc import Iterator

from tawatur.finders.statements.definites import MEMORY
from tawatur.finders.statements.drafts import Draft
from tawatur.finders.statements.phrases import Phrase
from tawatur.finders.statements.references import of_source
from tawatur.finders.statements.roles import Known
from tawatur.finders.statements.scene import COMMAS, Named, Scene, is_definite, opening_word
from tawatur.finders.statements.sources import is_object, subject_at
from tawatur.finders.statements.voices import Heard, Voice, agree, grammar, span_of
from tawatur.lexicon.speech import Part, Teller
from tawatur.model import EntityType, Reason

_REACH = 8
_FAR = 14
_TEXT = 3
_CLAUSES = 40
_ON = "عن"
_AND = "و"
_ONWARD = frozenset(
    ("أضاف", "تابع", "أردف", "استطرد", "استدرك", "أكمل", "واصل", "زاد", "استكمل", "ختم", "اختتم")
)
"""Verbs by which somebody who has spoken goes on."""


def implied(scene: Scene, draft: Draft, heard: list[Heard], known: list[Known]) -> Voice:
    """The subject left out: whoever stands or spoke last and agrees with the verb."""
    here = _host_here(draft, heard)
    if here:
        return Voice(here.source, here.speaker, (Reason("the same subject in this sentence", here.origin),))
    subject = draft.subject or _subject_of_text(scene, draft)
    aside = None if subject else _aside_here(scene, draft, heard)
    if aside:
        return Voice(aside.source, aside.speaker, (Reason("named in this sentence", aside.origin),))
    subject = subject or _subject_of_clause(scene, draft) or _subject_here(scene, draft)
    inside = draft.part is not Part.VERB or draft.begins > scene.document.sentences[draft.sentence].first
    if subject and (inside or not heard):
        return of_source(scene, subject, heard, known)
    agreeing = [back for back in reversed(heard[-MEMORY:]) if agree(draft, back.gender, back.number)]
    back = next((back for back in agreeing if not back.nested), None) or next(iter(agreeing), None)
    new = _introduced(scene, draft) if back and back.sentence < draft.sentence - 1 else None
    if new:
        found = of_source(scene, new, heard, known)
        return Voice(None, found.speaker, (Reason("the person introduced before", found.source),))
    if back:
        back = _beside_its_aside(back, agreeing)
        return Voice(None, back.speaker, (Reason("the last speaker that agrees", back.origin),))
    return _last_named(scene, draft)


def _introduced(scene: Scene, draft: Draft) -> Phrase | None:
    """من جانبه، زار سامي القاعة. وقال: the person behind the verb of the sentence before goes on to speak."""
    if any(sense.entry.verb in _ONWARD for sense in scene.speech.senses(scene.forms[draft.token])):
        return None
    sentence = scene.document.sentences[draft.sentence - 1]
    phrase = _behind_verb(scene, draft, opening_word(scene, sentence), sentence.last)
    people = (named.entity.type is EntityType.PERSON for named in _named_in(scene, phrase or (0, 0)))
    return phrase if any(people) else None


def _behind_verb(scene: Scene, draft: Draft, verb: int, limit: int) -> Phrase | None:
    """The name or teller that agrees with a cue behind the verb, if it is one, that opens a clause."""
    form = scene.forms[verb]
    noun = scene.is_teller(form) and not scene.raw(verb).endswith("\N{ARABIC LETTER ALEF MAKSURA}")
    if verb in scene.names or noun or is_definite(form) or not form[0].isalpha():
        return None
    joined = form.removeprefix(_AND)
    others = (scene.words.prepositions, scene.words.before_nouns, scene.words.asides)
    if any(joined in words for words in others) or scene.is_connective(joined) or verb + 1 >= limit:
        return None
    if verb + 1 not in scene.names and not scene.is_teller(scene.forms[verb + 1]):
        return None
    phrase = subject_at(scene, verb + 1, limit)
    return phrase if phrase and agree(draft, *grammar(scene, phrase)) else None


def _named_in(scene: Scene, phrase: Phrase) -> Iterator[Named]:
    return (scene.names[i] for i in range(*phrase) if i in scene.names)


def _beside_its_aside(back: Heard, agreeing: list[Heard]) -> Heard:
    """قالت الوزيرة كذا، بحسب تقديرات البنك. وأضافت: who spoke, before whom the adverbial names."""
    beside = (
        other for other in agreeing if other.sentence == back.sentence and not (other.aside or other.nested)
    )
    return next(beside, back) if back.aside else back


def _host_here(draft: Draft, heard: list[Heard]) -> Heard | None:
    """The last speaker of the same sentence that agrees, best one who does not speak inside another's words.

    A verb does not go on with such a one.
    """
    nested = None
    for back in reversed(heard[-MEMORY:]):
        if back.sentence != draft.sentence:
            break
        if back.aside or (back.part is Part.NOUN and draft.part is Part.PARTICIPLE):
            continue
        if agree(draft, back.gender, back.number):
            if not back.nested:
                return back
            nested = nested or back
    return nested if draft.part is not Part.VERB else None


def _aside_here(scene: Scene, draft: Draft, heard: list[Heard]) -> Heard | None:
    """…، وفق ما أكده مصدر طبي، واصفا: whom, no text, an adverbial right before a participle names."""
    back = heard[-1] if heard and draft.part is Part.PARTICIPLE else None
    if not back or not back.aside or back.sentence != draft.sentence:
        return None
    text = Teller.DOCUMENT in scene.tellers(back.head)
    return back if not text and agree(draft, back.gender, back.number) else None


def _subject_of_text(scene: Scene, draft: Draft) -> Phrase | None:
    """ألقى الوزير كلمة أكد فيها: the subject right before the text in which something is said."""
    after = scene.forms[draft.token + 1] if draft.token + 1 < len(scene.forms) else ""
    if after not in scene.words.in_it:
        return None
    first = scene.document.sentences[draft.sentence].first
    for i in range(max(first, draft.token - _FAR), draft.token - 1):
        if (i in scene.names or scene.is_teller(scene.forms[i])) and not _is_governed(scene, i):
            phrase = subject_at(scene, i, draft.token)
            if phrase and _is_text_at(scene, phrase[1], draft.token):
                return phrase if agree(draft, *grammar(scene, phrase)) else None
    return None


def _is_text_at(scene: Scene, i: int, last: int) -> bool:
    """Whether a text or an occasion of speaking stands at token i, an adjective at most behind it."""
    return last - _TEXT <= i < last and (is_object(scene, i) or scene.forms[i] in scene.words.occasions)


def _subject_here(scene: Scene, draft: Draft) -> Phrase | None:
    """The first name or teller of the sentence that agrees with the cue."""
    return _subject_from(scene, draft, scene.document.sentences[draft.sentence].first)


def _subject_of_clause(scene: Scene, draft: Draft) -> Phrase | None:
    """…، ركزت الوزيرة على الملف، مشيرة: the subject of the last clause before a participle that agrees."""
    if draft.part is not Part.PARTICIPLE:
        return None
    first = scene.document.sentences[draft.sentence].first
    for i in range(draft.token - 1, max(first, draft.token - _CLAUSES) - 1, -1):
        if i == first or scene.forms[i - 1] in COMMAS or scene.is_led(i):
            phrase = _behind_verb(scene, draft, i, draft.token)
            if phrase:
                return phrase
    return None


def _subject_from(scene: Scene, draft: Draft, first: int) -> Phrase | None:
    if _is_topic(scene, first):
        return None
    for i in range(first, min(draft.token, first + _REACH)):
        found = scene.names.get(i)
        if (found and found.start - scene.starts[i] > 1) or _is_governed(scene, i) or is_object(scene, i):
            continue
        if found or (scene.is_teller(scene.forms[i]) and scene.quoted[i] < 0):
            phrase = subject_at(scene, i, draft.token)
            if phrase and agree(draft, *grammar(scene, phrase)):
                return phrase
    return None


def _is_topic(scene: Scene, first: int) -> bool:
    """وعن الأسعار، قال: what stands first in the sentence is what is spoken of."""
    form = scene.forms[first]
    stem = form[1:] if form.startswith("و") else form
    return stem in scene.words.about or stem == _ON


def _is_governed(scene: Scene, i: int) -> bool:
    """Whether a word stands behind a preposition, or as an adjective behind a definite noun."""
    before = scene.forms[i - 1] if i else ""
    adjective = before.startswith("ال") and scene.forms[i].endswith(("ي", "ية")) and i not in scene.names
    if i > 1 and before in scene.words.pointers:
        before = scene.forms[i - 2]
    stem = before[1:] if before[:1] == "و" else before
    return before in scene.words.prepositions or stem in scene.words.before_nouns or adjective


def _last_named(scene: Scene, draft: Draft) -> Voice:
    """The one named first in the sentence before, else last before the cue, where nobody has spoken yet."""
    first = scene.document.sentences[max(0, draft.sentence - 1)].first
    subject = _subject_from(scene, draft, first)
    if subject:
        found = of_source(scene, subject, [], [])
        return Voice(None, found.speaker, (Reason("the subject of the sentence before", found.source),))
    for named in scene.mentions_before(draft.token):
        if named.entity.type in (EntityType.PERSON, EntityType.ORGANISATION):
            return Voice(None, named.entity.id, (Reason("the last one named before", span_of(scene, named)),))
    return Voice(None, None, (Reason("no speaker found"),))
