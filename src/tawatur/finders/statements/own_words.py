"""Own words: وحسب قولها فإن، على حد تعبيره: an adverbial that takes up whoever is speaking."""

from tawatur.finders.statements.cues import Accord
from tawatur.finders.statements.drafts import Draft, Frame, Stretch
from tawatur.finders.statements.scene import COMMAS
from tawatur.lexicon.inflection import Gender, Number
from tawatur.model import Act, Span

_REACH = 16
_LEAST = 3
_PRONOUNS = ("ه", "ها", "هم", "هما")


def own_words_leading(frame: Frame, found: Accord) -> Draft | None:
    """وحسب قولها فإن: the adverbial takes up whoever spoke before."""
    scene = frame.scene
    said = scene.starts_with(found.first, scene.phrases.own_words, frame.sentence.last)
    if not said and scene.forms[found.first][:1] == "و":
        said = 2 if scene.forms[found.first + 1][:-1] in ("قول", "قوله") else 0
    then = past_then(frame, found.first + said)
    if not said or then <= found.first + said or found.first > frame.opening_word:
        return None
    return Draft(
        rule="according to, leading",
        cue=Span(found.start, scene.ends[found.first + said - 1]),
        token=found.first,
        act=found.according.act,
        sentence=frame.number,
        source=None,
        content=(Stretch(then, frame.sentence.last, scene.starts[then]),),
        begins=found.first,
        peer=True,
    )


def own_words_trailing(frame: Frame, drafts: list[Draft]) -> Draft | None:
    """لا مال للمشروع، على حد قوله: what a sentence tells in which nothing else says whose words it has."""
    scene, first, last = frame.scene, frame.opening_word, frame.sentence.last
    at = _ends_in_own_words(frame)
    if at < first + _LEAST or any(draft.token < at for draft in drafts):
        return None
    after = at + scene.starts_with(at, scene.phrases.own_words, last)
    pronoun = scene.forms[after - 1]
    return Draft(
        rule="according to",
        cue=scene.span(at, after),
        token=at,
        act=Act.SAY,
        sentence=frame.number,
        source=None,
        content=(Stretch(first, at - (scene.forms[at - 1] in COMMAS), frame.opening_start),),
        begins=at,
        peer=True,
        open=False,
        gender=Gender.FEMALE if pronoun.endswith("ها") else Gender.MALE,
        number=Number.MANY if pronoun.endswith("هم") else Number.ONE,
    )


def _ends_in_own_words(frame: Frame) -> int:
    """The token at which a sentence, or what stands before a sign in it, ends with على حد قوله, or -1."""
    scene, last, own = frame.scene, frame.sentence.last, frame.scene.phrases.own_words
    for i in range(frame.opening_word, last):
        if scene.forms[i] in own and scene.quoted[i] < 0:
            after = i + scene.starts_with(i, own, last)
            ended = after >= last or not scene.forms[after][0].isalnum()
            if after > i and ended and scene.forms[after - 1].endswith(_PRONOUNS):
                return i
    return -1


def past_then(frame: Frame, after: int) -> int:
    """Past the فإن that leads from an adverbial to what it is about, or ``after`` where there is none."""
    forms = frame.scene.forms
    for i in range(after, min(after + _REACH, frame.sentence.last)):
        if forms[i] in frame.scene.words.then:
            return i + 1
    return after
