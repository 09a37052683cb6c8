"""Attributions: every construction tried on the cues of one sentence."""

from tawatur.finders.statements.adverbials import accord, headline
from tawatur.finders.statements.constructions import attribute
from tawatur.finders.statements.cues import Accord, Cue, find_accords, find_cues, find_silences
from tawatur.finders.statements.drafts import Draft, Frame
from tawatur.finders.statements.leads import Leads
from tawatur.finders.statements.own_words import own_words_trailing
from tawatur.finders.statements.preceding import told_before
from tawatur.finders.statements.scene import COMMAS, Scene, opening_word
from tawatur.finders.statements.silences import silence
from tawatur.lexicon.speech import Part
from tawatur.text import Sentence

_NEAR = 3
_EXTENT = "حد"


def find_attributions(scene: Scene, number: int, sentence: Sentence) -> list[Draft]:
    """The attributions of one sentence in the order of their cues."""
    cues, accords = find_cues(scene, sentence), find_accords(scene, sentence)
    frame = _frame(scene, number, sentence, cues, accords)
    found = _told_after(frame)
    for quiet in find_silences(scene, sentence):
        found[quiet.first] = silence(frame, quiet)
    for candidate in accords:
        draft = accord(frame, candidate, list(found.values()))
        if draft:
            found[candidate.first] = draft
    titled = headline(frame)
    if titled:
        found[titled.token] = titled
    drafts = _without_doubles(_with_told_before(frame, found)) if found or frame.cues else []
    trailing = own_words_trailing(frame, drafts) if _may_have_own_words(frame, accords) else None
    drafts = sorted([*drafts, trailing], key=_token) if trailing else drafts
    if drafts and drafts[0].begins <= frame.opening_word + 1:
        scene.cue_heads.add(sentence.first)
    return drafts


def _may_have_own_words(frame: Frame, accords: list[Accord]) -> bool:
    """Whether حسب، وفق and the like, or على حد, stands in a sentence."""
    return bool(accords) or _EXTENT in frame.scene.forms[frame.sentence.first : frame.sentence.last]


def _token(draft: Draft) -> int:
    return draft.token


def _told_after(frame: Frame) -> dict[int, Draft]:
    """The attributions whose content follows, by the token of their cue.

    Cues are tried from the last to the first, because one that has found its content ends the
    search of those before it.
    """
    found: dict[int, Draft] = {}
    blockers: set[int] = set()
    for cue in reversed(frame.cues):
        draft = attribute(frame, cue, blockers)
        if draft:
            found[cue.word] = draft
            if not cue.is_noun and not _is_in_passing(frame.scene, cue, draft):
                blockers.add(cue.first)
    return found


def _with_told_before(frame: Frame, found: dict[int, Draft]) -> list[Draft]:
    """All attributions in order, with those of the remaining cues whose content stands before them."""
    cues = {cue.word: cue for cue in frame.cues}
    drafts: list[Draft] = []
    for token in sorted({*found, *cues}):
        draft = found.get(token) or told_before(frame, cues[token], drafts)
        if draft:
            drafts.append(draft)
    return drafts


def _frame(scene: Scene, number: int, sentence: Sentence, cues: list[Cue], accords: list[Accord]) -> Frame:
    told = {i for accord in accords for i in range(accord.first, _told_by(scene, accord))}
    heard = [cue for cue in cues if cue.word not in told or _is_relative(scene, cue)] if told else cues
    kept = [cue for cue in heard if not cue.anonymous]
    stops = {cue.word for cue in heard if cue.senses[0].part is not Part.NOUN}
    stops.update(accord.first for accord in accords)
    word = opening_word(scene, sentence)
    start = scene.starts[word] + (1 if scene.is_joined(word) and scene.forms[word][:1] == "و" else 0)
    places = {cue.word: place for place, cue in enumerate(kept)}
    return Frame(scene, number, sentence, kept, places, stops, sentence.first, word, start)


def _is_in_passing(scene: Scene, cue: Cue, draft: Draft) -> bool:
    """Whether a cue stands inside a source or an aside, so that the search of an earlier one goes on."""
    aside = draft.part is Part.PARTICIPLE and draft.leads is Leads.PHRASE
    return bool(cue.withholds) or _is_relative(scene, cue) or aside


def _told_by(scene: Scene, accord: Accord) -> int:
    """The token past the verb that may stand in an adverbial: حسبما ذكرت الوكالة."""
    for i in range(accord.last, min(accord.last + _NEAR, len(scene.forms))):
        if scene.forms[i] in COMMAS:
            return i
    return accord.last + _NEAR


def _is_relative(scene: Scene, cue: Cue) -> bool:
    return cue.first > 0 and scene.forms[cue.first - 1] in scene.words.relatives


def _without_doubles(drafts: list[Draft]) -> list[Draft]:
    """The drafts without nouns that only lead from a verb to its content: أعرب عن قلقه من أن."""
    kept: list[Draft] = []
    for draft in drafts:
        if (
            draft.part is not Part.NOUN
            or draft.copied is not None
            or not kept
            or not _leads_on(kept[-1], draft)
        ):
            kept.append(draft)
    return kept


def _leads_on(verb: Draft, noun: Draft) -> bool:
    return verb.copied is None and verb.content[-1].first in (noun.token, noun.content[-1].first)
