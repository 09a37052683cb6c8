"""Statements: who said what, and through whom.

Each sentence is searched for cues; a construction joins a cue with its source and the opening
of its content; contents are then ended where the next attribution begins; speakers are found
last, across sentences.
"""

from tawatur.finders.statements.adverbials import accord, headline
from tawatur.finders.statements.chains import find_chains
from tawatur.finders.statements.circumstances import hedges_of, time_of
from tawatur.finders.statements.constructions import attribute, silence, told_before
from tawatur.finders.statements.contents import content_spans, cut_contents, form_of
from tawatur.finders.statements.cues import Accord, Cue, find_accords, find_cues, find_silences
from tawatur.finders.statements.drafts import Draft, Frame
from tawatur.finders.statements.openings import Leads
from tawatur.finders.statements.scene import COMMAS, Scene, set_scene
from tawatur.finders.statements.speakers import find_speakers
from tawatur.finders.statements.voices import Voice
from tawatur.lexicon.speech import Part, Speech
from tawatur.model import Entity, Link, Reason, Span, Statement, Time
from tawatur.text import Document, Sentence

__all__ = ["find_statements"]

_LEADS = {
    Leads.CLAUSE: "a clause with أن is the content",
    Leads.COLON: "the content follows a colon",
    Leads.QUOTE: "the content is a quotation",
    Leads.PHRASE: "the content follows the preposition of the cue",
    Leads.OBJECT: "the content is the object of the cue",
}


def find_statements(
    document: Document, speech: Speech, entities: tuple[Entity, ...], times: tuple[Time, ...]
) -> tuple[Statement, ...]:
    """The statements of a document's body in the order of their cues, numbered from s1."""
    scene = set_scene(document, speech, entities, times)
    drafts = [
        draft
        for number, sentence in enumerate(document.sentences)
        for draft in _drafts(scene, number, sentence)
    ]
    return tuple(_statements(scene, cut_contents(scene, drafts), entities))


def _drafts(scene: Scene, number: int, sentence: Sentence) -> list[Draft]:
    """The attributions of one sentence in the order of their cues.

    Cues are tried from the last to the first, because one that has found its content ends the
    search of those before it.
    """
    cues, accords = find_cues(scene, sentence), find_accords(scene, sentence)
    frame = _frame(scene, number, sentence, cues, accords)
    found: dict[int, Draft] = {}
    blockers: set[int] = set()
    for cue in reversed(frame.cues):
        draft = attribute(frame, cue, frozenset(blockers))
        if draft:
            found[cue.word] = draft
            if not cue.is_noun and not _is_in_passing(scene, cue, draft):
                blockers.add(cue.first)
    for quiet in find_silences(scene, sentence):
        found[quiet.first] = silence(frame, quiet)
    for candidate in accords:
        draft = accord(frame, candidate)
        if draft:
            found[candidate.first] = draft
    for cue in frame.cues:
        if cue.word not in found:
            draft = told_before(frame, cue, [found[i] for i in sorted(found) if i < cue.word])
            if draft:
                found[cue.word] = draft
    titled = headline(frame)
    if titled:
        found[titled.token] = titled
    kept = _without_doubles([found[i] for i in sorted(found)])
    if kept and kept[0].begins <= frame.opening_word + 1:
        scene.cue_heads.add(sentence.first)
    return kept


def _frame(scene: Scene, number: int, sentence: Sentence, cues: list[Cue], accords: list[Accord]) -> Frame:
    told = {i for accord in accords for i in range(accord.first, accord.last + 3)}
    kept = [cue for cue in cues if cue.word not in told]
    verbs = frozenset(cue.word for cue in kept if cue.senses[0].part is not Part.NOUN)
    verbs |= {accord.first for accord in accords}
    word = sentence.first
    while word < sentence.last - 1:
        led = scene.starts_with(word, scene.speech.connectives, sentence.last)
        if not led and (word == sentence.first or scene.forms[word] not in COMMAS):
            break
        word += led or 1
    start = scene.starts[word] + (1 if scene.is_joined(word) and scene.forms[word][:1] == "و" else 0)
    return Frame(scene, number, sentence, kept, verbs, sentence.first, word, start)


def _is_in_passing(scene: Scene, cue: Cue, draft: Draft) -> bool:
    """Whether a cue stands inside a source or an aside, so that the search of an earlier one goes on."""
    aside = draft.part is Part.PARTICIPLE and draft.leads is Leads.PHRASE
    relative = cue.first > 0 and scene.forms[cue.first - 1] in scene.speech.relatives
    return bool(cue.withholds) or relative or aside


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


def _statements(scene: Scene, drafts: list[Draft], entities: tuple[Entity, ...]) -> list[Statement]:
    voices = find_speakers(scene, drafts, entities)
    chains = find_chains(scene, drafts, voices)
    made: list[Statement] = []
    for draft, voice, chain in zip(drafts, voices, chains, strict=True):
        content = content_spans(scene, draft)
        if content:
            made.append(_statement(scene, len(made) + 1, draft, voice, chain, content))
    return made


def _statement(
    scene: Scene, number: int, draft: Draft, voice: Voice, chain: tuple[Link, ...], content: tuple[Span, ...]
) -> Statement:
    return Statement(
        id=f"s{number}",
        cue=draft.cue,
        source=voice.source,
        speaker=voice.speaker,
        content=content,
        form=form_of(scene, content),
        act=draft.act,
        rule=draft.rule,
        via=tuple(link.teller for link in chain[1:]),
        chain=chain,
        negated=draft.negated,
        hedges=hedges_of(scene, draft),
        time=time_of(scene, draft),
        because=(*voice.because, *_opening(draft)),
    )


def _opening(draft: Draft) -> tuple[Reason, ...]:
    """What leads from the cue to the content, as a reason."""
    return (Reason(_LEADS[draft.leads], draft.opener),) if draft.leads else ()
