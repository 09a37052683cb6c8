"""Drafting: one way to write down an attribution that a construction has found."""

from tawatur.finders.statements.cues import Cue
from tawatur.finders.statements.drafts import Draft, Frame, Stretch
from tawatur.finders.statements.leads import Leads, Opening
from tawatur.finders.statements.phrases import Phrase
from tawatur.finders.statements.scene import COMMAS
from tawatur.lexicon.speech import Sense
from tawatur.model import Act, Span


def draft_of(
    frame: Frame,
    cue: Cue,
    sense: Sense,
    opening: Opening | None,
    rule: str,
    source: Phrase | None,
    content: tuple[Stretch, ...],
    begins: int,
    *,
    act: Act | None = None,
    peer: bool = False,
    relative: bool = False,
    impersonal: bool = False,
    doubtful: bool = False,
    closed: bool = False,
    relay: Phrase | None = None,
    copied: int | None = None,
    subject: Phrase | None = None,
) -> Draft:
    """The draft of one cue in one construction; the act follows from the word and its negation."""
    scene, entry = frame.scene, sense.entry
    negated_act = entry.negated if entry.only != "negated" else entry.act
    return Draft(
        rule=rule,
        cue=Span(cue.start, scene.ends[cue.last - 1]),
        token=cue.word,
        act=act or (negated_act if cue.negated else entry.act),
        sentence=frame.number,
        source=source,
        content=content,
        begins=begins,
        leads=opening.leads if opening else None,
        opener=scene.span(opening.at, opening.at + 1) if opening else None,
        peer=peer or (not relative and (cue.joined or is_led(frame, begins))),
        open=not closed,
        negated=cue.negated,
        impersonal=impersonal,
        doubtful=doubtful,
        gender=sense.form.gender,
        number=sense.form.number,
        relay=relay,
        copied=copied,
        part=sense.part,
        subject=subject,
    )


def content_of(frame: Frame, sense: Sense, opening: Opening, after: int) -> tuple[Stretch, ...]:
    """The pieces of content: what opens, and the person between where the verb is about one."""
    scene, last = frame.scene, frame.sentence.last
    main = Stretch(opening.first, last, opening.start)
    if not sense.entry.person or (
        opening.leads not in (Leads.PHRASE, Leads.CLAUSE) and not sense.entry.needs
    ):
        return (main,)
    end = opening.at
    while end > after and scene.forms[end - 1] in COMMAS:
        end -= 1
    while after < end and scene.forms[after] in COMMAS:
        after += 1
    if sense.entry.whole and after < end:
        return (Stretch(after, last, scene.starts[after]),)
    if sense.entry.verb == "وصف" and after < end:
        return Stretch(after, end, scene.starts[after]), main
    return (main,)


def is_led(frame: Frame, first: int) -> bool:
    """Whether a connective or a conjunction leads the clause that begins at token ``first``."""
    scene = frame.scene
    if first <= frame.sentence.first:
        return True
    before = first - 1
    return bool(
        scene.starts_with(before, scene.phrases.connectives, first)
        or (
            before > frame.sentence.first
            and scene.starts_with(before - 1, scene.phrases.connectives, first) == 2
        )
        or scene.starts_with(first, scene.phrases.connectives, first + 3)
        or (scene.forms[first][:1] == "و" and first not in scene.names and scene.forms[before] in COMMAS)
    )
