"""Statements: who said what, and through whom.

Each sentence is searched for cues; a construction joins a cue with its source and the opening
of its content; contents are then ended where the next attribution begins; speakers are found
last, across sentences.
"""

from tawatur.finders.statements.attributions import find_attributions
from tawatur.finders.statements.chains import find_chains
from tawatur.finders.statements.circumstances import hedges_of, time_of
from tawatur.finders.statements.contents import content_spans, cut_contents, form_of
from tawatur.finders.statements.drafts import Draft
from tawatur.finders.statements.leads import Leads
from tawatur.finders.statements.scene import Scene, set_scene
from tawatur.finders.statements.speakers import find_speakers
from tawatur.finders.statements.voices import Voice
from tawatur.lexicon.speech import Speech
from tawatur.model import BlockKind, Entity, Link, Reason, Span, Statement, Time
from tawatur.text import Document

__all__ = ["find_statements"]

_UNSPOKEN = (BlockKind.BYLINE, BlockKind.DATELINE)
"""Lines that only say who wrote, where and when: "كتبت: سعاد الراوي" claims nothing."""

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
        if sentence.kind not in _UNSPOKEN
        for draft in find_attributions(scene, number, sentence)
    ]
    return tuple(_statements(scene, cut_contents(scene, drafts), entities))


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
        form=form_of(scene, content, draft.cue),
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
