"""Subjects: who a verb of saying is said of, behind it or left out."""

from tawatur.finders.statements.cues import Cue
from tawatur.finders.statements.drafting import is_led
from tawatur.finders.statements.drafts import Frame
from tawatur.finders.statements.extents import is_owned, subject_end
from tawatur.finders.statements.leads import Leads, Opening
from tawatur.finders.statements.phrases import Phrase, is_addressed, phrase_after, with_clause
from tawatur.finders.statements.scene import ARTICLE, COMMAS, Scene
from tawatur.finders.statements.sources import agrees, is_complete
from tawatur.lexicon.inflection import Gender, Number, has_damma
from tawatur.lexicon.speech import Part, Sense, Teller
from tawatur.model import Act
from tawatur.text import fold

_TOLD = "ذكر"
_DAMMA = "\N{ARABIC DAMMA}"
SURE = frozenset((Leads.CLAUSE, Leads.COLON, Leads.QUOTE))
_LONG = 5
_FEW = 3
_OBJECTS = "ين"
_THAT = "ان"
_IN = "في"
_WITH = "ب"
_SUCH = frozenset(("هذا", "هذه", "ذات", "نفس"))
_TOO = frozenset(("ايضا", "كذلك"))
_BEFORE = frozenset(("قبل", "بعد"))


def subject_right(frame: Frame, cue: Cue, sense: Sense, opening: Opening) -> Phrase | None:
    """The subject between a verb and its opening."""
    scene = frame.scene
    phrase = phrase_after(scene, _subject_start(frame, cue), opening.at, frame.words)
    if not phrase or sense.form.passive:
        return None
    if not agrees(scene, phrase[0], sense) and not _is_woman_by_office(scene, phrase, sense, opening):
        return None
    if not sense.entry.person or sense.pronoun:
        return with_clause(scene, _without_noun_of_saying(scene, phrase), opening.at, frame.words)
    if sense.entry.whole and is_owned(scene.forms[phrase[0]]):
        return None
    if (
        cue.joined
        and phrase[1] == opening.at
        and (not is_holder(scene, phrase) or _is_spoken_to(scene, phrase[0]))
    ):
        return None
    end = subject_end(scene, phrase)
    if end <= phrase[0]:
        return None
    if sense.entry.whole and end == opening.at and _is_blamed(scene, sense, opening):
        return None
    return with_clause(scene, (phrase[0], end), opening.at, frame.words)


def _is_blamed(scene: Scene, sense: Sense, opening: Opening) -> bool:
    """ويتهم الحكومة بالصمت، وحملت الشركة المسؤولية: the only noun before the content is blamed."""
    if opening.leads is Leads.OBJECT:
        return sense.entry.act is Act.ACCUSE
    blamed = opening.leads is not Leads.CLAUSE or sense.entry.act is Act.ACCUSE
    return blamed and any(scene.forms[i].startswith(_WITH) for i in (opening.at, opening.first))


def _is_spoken_to(scene: Scene, i: int) -> bool:
    """ودعت المستخدمين إلى: several people in the accusative are whom the speaker addresses."""
    form = scene.forms[i]
    everybody = form in scene.words.everybody
    return everybody or (form.endswith(_OBJECTS) and scene.tellers(form) == {Teller.PEOPLE})


def _is_woman_by_office(scene: Scene, phrase: Phrase, sense: Sense, opening: Opening) -> bool:
    """قالت النائب ليلى إن: a masculine title behind a feminine verb with a clause and no object."""
    female = sense.form.gender is Gender.FEMALE and not sense.entry.person and not sense.pronoun
    return female and opening.leads in SURE and Teller.PERSON in scene.tellers(scene.forms[phrase[0]])


def _without_noun_of_saying(scene: Scene, phrase: Phrase) -> Phrase:
    """كرر المدرب تأكيده أن: the noun of saying before the clause is no part of the subject."""
    first, last = phrase
    senses = scene.speech.senses(scene.forms[last - 1]) if last - 1 > first else ()
    held = any(sense.part is Part.NOUN and (sense.pronoun or ARTICLE in sense.before) for sense in senses)
    apart = held and is_complete(scene, last - 1, first) and not scene.is_teller(scene.forms[last - 1])
    return (first, last - 1) if apart else phrase


def _subject_start(frame: Frame, cue: Cue) -> int:
    """Where a subject may begin: behind فيه, or behind a comma before a name (قال، سامي، …)."""
    scene, i = frame.scene, cue.last
    while i < frame.sentence.last and (i in scene.times or scene.forms[i] in scene.words.days):
        i = scene.times.get(i, i + 1)
    i = _past_aside(scene, i, frame.sentence.last)
    if i + 1 >= frame.sentence.last:
        return i
    if scene.forms[i] == "ل" and i + 1 in scene.opened:
        return scene.opened[i + 1].last + 1
    if is_addressed(scene, i):
        return _past_addressed(frame, i)
    named = scene.forms[i] in COMMAS and i + 1 in scene.names
    return i + 1 if named or scene.forms[i] in scene.words.backward else i


def _past_addressed(frame: Frame, i: int) -> int:
    """قال لوكالة رويترز سامي: past the outlet that is spoken to, with its name."""
    scene = frame.scene
    if i in scene.names:
        return i + 1
    if i + 1 in scene.names:
        return scene.names[i + 1].last
    spoken_to = phrase_after(scene, i + 1, frame.sentence.last, frame.words)
    return spoken_to[1] if spoken_to else i + 1


def _past_aside(scene: Scene, i: int, limit: int) -> int:
    """Past an adverb or a short phrase between a verb and one who can speak: شدد في هذا الصدد الوزير."""
    end = i
    while end < limit and (scene.forms[end] in scene.words.adverbs or scene.forms[end] in _TOO):
        end += 1
    end += scene.starts_with(end, scene.phrases.connectives, limit)
    if end + _FEW < limit and scene.forms[end] == _IN and scene.forms[end + 1] in _SUCH:
        end += _FEW
    return end if end < limit and is_holder(scene, (end, end + 1)) else i


def is_holder(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase begins with a name or with a noun that can speak."""
    form = scene.forms[phrase[0]]
    return phrase[0] in scene.names or scene.is_teller(form) or form in scene.parts


def is_plain(sense: Sense) -> bool:
    """Whether a form of a verb that is often another word is none: the feminine past of a verb of saying."""
    female = sense.form.gender is Gender.FEMALE and not sense.form.present
    return female and sense.entry.act in (Act.SAY, Act.FEEL)


def is_near(frame: Frame, cue: Cue, right: Phrase | None, opening: Opening) -> bool:
    """Whether nothing but a proper source stands before the opening of a verb that is often no verb."""
    if opening.at == cue.last and opening.leads is not Leads.OBJECT:
        return True
    if opening.at == cue.last + 1 and frame.scene.forms[cue.last] in frame.scene.words.backward:
        return True
    led = cue.joined or is_led(frame, cue.first)
    if led and right and right[1] == opening.at and opening.leads is Leads.CLAUSE:
        return True
    if led and _is_occasion(frame, cue.last) and opening.leads is Leads.CLAUSE:
        return True
    holds = bool(right and (is_holder(frame.scene, right) or _has_own_feeling(frame, opening)))
    return holds and (led or _is_quoted_at_once(frame, cue, right, opening))


def _has_own_feeling(frame: Frame, opening: Opening) -> bool:
    """وعبر كريم الفائز عن سعادته: what somebody has of his own shows that the verb is no preposition."""
    return opening.leads is Leads.PHRASE and is_owned(frame.scene.forms[opening.first])


def _is_quoted_at_once(frame: Frame, cue: Cue, right: Phrase | None, opening: Opening) -> bool:
    """كتب الممثل: «…»: a quotation behind the subject shows that the verb is no preposition (عبر)."""
    words, form = frame.scene.words, frame.scene.forms[cue.word]
    other = form in words.prepositions or form in words.asides
    return (
        bool(right)
        and opening.first in frame.scene.opened
        and not other
        and opening.leads is not Leads.OBJECT
    )


def _is_occasion(frame: Frame, i: int) -> bool:
    forms = frame.scene.forms
    return forms[i] == "في" and i + 1 < frame.sentence.last and forms[i + 1] in frame.scene.words.occasions


def is_sure(cue: Cue, opening: Opening) -> bool:
    """Whether a verb with its opening right behind it must be one of saying."""
    return opening.at == cue.last and opening.leads in SURE


def may_imply(frame: Frame, cue: Cue, relative: bool) -> bool:
    """Whether a verb may stand without a subject: joined, led, negated, behind a sign or a relative."""
    forms, before = frame.scene.forms, cue.first - 1
    if forms[before] == _THAT or frame.scene.tells_of_subject(before):
        return True
    if forms[before] in frame.scene.words.clause_heads:
        return True
    if cue.joined or relative or cue.negated or cue.aimed or is_led(frame, cue.first):
        return True
    return not forms[before][0].isalnum() or (
        cue.last < len(forms) and forms[cue.last] in frame.scene.words.backward
    )


def is_relative(frame: Frame, i: int) -> bool:
    """Whether token i of the sentence is a relative pronoun."""
    return i >= frame.sentence.first and frame.scene.forms[i] in frame.scene.words.relatives


def is_impersonal(frame: Frame, cue: Cue, sense: Sense, opening: Opening) -> bool:
    """يذكر أن، يعتقد أن: nobody is named as the subject and nobody is meant."""
    form = sense.form
    if form.passive or sense.entry.impersonal or _is_marked_passive(frame.scene, cue, sense):
        return True
    told = not sense.before or sense.entry.verb == _TOLD
    return told and may_be_impersonal(frame, cue, sense, opening)


def may_be_impersonal(frame: Frame, cue: Cue, sense: Sense, opening: Opening) -> bool:
    """ويعتقد أن: whether a present with its clause right behind it may mean what people think."""
    form = sense.form
    clause = opening.leads is Leads.CLAUSE
    plain = form.present and form.number is Number.ONE and not (cue.negated or _comes_next(frame, cue))
    known = fold(sense.entry.verb) in frame.scene.words.impersonal
    return clause and plain and known and form.gender is Gender.MALE and opening.at - cue.last <= 1


def _comes_next(frame: Frame, cue: Cue) -> bool:
    """قبل أن يشير، وأنه يشير: what somebody says beside or after something else."""
    forms = frame.scene.forms
    after = forms[cue.first - 1] == _THAT and forms[cue.first - 2] in _BEFORE
    return after or frame.scene.tells_of_subject(cue.first - 1)


def _is_marked_passive(scene: Scene, cue: Cue, sense: Sense) -> bool:
    """يُعتقد: a damma on the first letter of a present whose active has none."""
    raw = scene.raw(cue.word)
    return sense.form.present and _DAMMA in raw[:_LONG] and not has_damma(sense.entry.verb)


def is_rule(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase names what can stipulate and never thinks: القرار، القانون."""
    return scene.tellers(scene.forms[phrase[0]]) == {Teller.LAW}


def is_document(scene: Scene, source: Phrase) -> bool:
    """Whether a source is a text, an institution or several people: what data can be said to show."""
    pointed = scene.forms[source[0]] in scene.words.pointers and source[0] + 1 < source[1]
    return bool(
        scene.tellers(scene.forms[source[0] + pointed])
        & {Teller.DOCUMENT, Teller.LAW, Teller.PEOPLE, Teller.INSTITUTION, Teller.MEDIUM}
    )
