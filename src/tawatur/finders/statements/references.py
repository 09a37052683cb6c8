"""References: whom a source phrase names, describes or points back to."""

import msgspec

from tawatur.finders.statements.definites import (
    ANONYMOUS,
    head,
    meant,
    ministry_of,
    of_rank,
    organisation,
    pointed_back,
)
from tawatur.finders.statements.extents import subject_end
from tawatur.finders.statements.objects import is_deed
from tawatur.finders.statements.phrases import Phrase, is_name_in_marks
from tawatur.finders.statements.roles import Known, is_definite_phrase, person_in_role
from tawatur.finders.statements.scene import ARTICLE, COMMAS, Named, Scene, is_definite
from tawatur.finders.statements.sources import is_bare, is_complete
from tawatur.finders.statements.voices import Heard, Voice, span_of
from tawatur.lexicon.speech import Teller
from tawatur.model import EntityType, Reason, Span
from tawatur.text import fold

DESCRIBED = "described, not named"
"""Why a speaker is known by the words of its source alone."""

_SHORT = 3
_WITHIN = frozenset(("في", "لدي"))
_ABOUT_IT = ("ها", "ته", "اه")
_MARKS = frozenset('"«»“”„')


def of_source(scene: Scene, phrase: Phrase, heard: list[Heard], known: list[Known]) -> Voice:
    """The speaker that a source phrase names, describes or points back to.

    Where the whole phrase means nobody known, its beginning may: الوزير ضيف البرنامج.
    """
    voice, begins = _of_phrase(scene, phrase, heard, known), _beginning(scene, phrase)
    if voice.because[0].what != DESCRIBED or begins == phrase:
        return voice
    other = _of_phrase(scene, begins, heard, known)
    described = other.because[0].what == DESCRIBED
    return voice if described else msgspec.structs.replace(other, source=voice.source)


def _beginning(scene: Scene, phrase: Phrase) -> Phrase:
    """A phrase up to a second title or to what may be no part of it."""
    if scene.forms[phrase[0]] in scene.words.kin:
        return phrase
    first, last = phrase[0], subject_end(scene, phrase)
    for i in range(first + 1, last):
        deed = is_bare(scene, i) and is_deed(scene, scene.forms[i])
        other = deed or Teller.PERSON in scene.tellers(scene.forms[i])
        if other and is_complete(scene, i, first):
            return first, i
    return first, last


def _of_phrase(scene: Scene, phrase: Phrase, heard: list[Heard], known: list[Known]) -> Voice:
    span = scene.span(*phrase)
    phrase = _past_pointer(scene, phrase)
    sorts = scene.tellers(head(scene, phrase))
    named = _name_of(scene, phrase, sorts)
    if named:
        named = ministry_of(scene, named) or named
        return Voice(span, named.entity.id, (Reason("the name in the source", span_of(scene, named)),))
    partly = _part_of_name(scene, phrase)
    if partly:
        return Voice(
            span, partly.entity.id, (Reason("a part of a name told before", span_of(scene, partly)),)
        )
    if Teller.PERSON in sorts and is_definite_phrase(scene, phrase):
        role = person_in_role(scene, phrase, known)
        if role:
            return Voice(
                span, role.speaker, (Reason("the role told of this person", Span(role.at, role.at)),)
            )
    back = pointed_back(scene, phrase, heard, known)
    if back:
        return Voice(span, back.speaker, (Reason("a definite noun points back", back.origin),))
    ranked = of_rank(scene, phrase, heard, known)
    if ranked:
        return Voice(span, ranked[0], (Reason("the last one of that rank", ranked[1]),))
    found = organisation(scene, phrase, sorts)
    if found:
        return Voice(span, found.entity.id, (Reason("the organisation of that name", span_of(scene, found)),))
    last = meant(scene, phrase, sorts, heard, known)
    if last:
        return Voice(span, last[0], (Reason("a definite noun means the last of its kind", last[1]),))
    described = Span(span.start, scene.ends[_before_clause(scene, phrase, sorts) - 1])
    return Voice(span, ANONYMOUS + _words(scene, described), (Reason(DESCRIBED, span),))


def _past_pointer(scene: Scene, phrase: Phrase) -> Phrase:
    """هذه المجموعة، معالي الوزير: the noun that a demonstrative or a word of honour stands with."""
    first, last = phrase
    if scene.forms[first] in scene.words.honours and last > first + 1:
        return (first + 1, last) if Teller.PERSON in scene.tellers(scene.forms[first + 1]) else phrase
    pointed = scene.forms[first] in scene.words.pointers and last > first + 1
    return (first + 1, last) if pointed and scene.forms[first + 1].startswith(ARTICLE) else phrase


def _name_of(scene: Scene, phrase: Phrase, sorts: frozenset[Teller]) -> Named | None:
    """The mention in a phrase that is the speaker itself."""
    first, last = phrase[0], _before_clause(scene, phrase, sorts)
    if scene.forms[first] in _MARKS:
        first += 1
    named = [scene.names[i] for i in range(first, last) if i in scene.names]
    if not named:
        return None
    if named[0].first == first or scene.forms[first] in scene.words.each:
        return named[1] if named[1:] and _is_title(scene, *named[:2]) else named[0]
    people = [n for n in named if n.entity.type is EntityType.PERSON and _stands_free(scene, n, first)]
    if people and scene.forms[first] in scene.words.kin:
        own = [n for n in people if scene.forms[n.first - 1] in COMMAS]
        if own or people[0].first == first + 1:
            return next(iter(own or people[1:]), None)
    if Teller.PEOPLE in sorts and Teller.DOCUMENT not in sorts:
        return None
    if Teller.PERSON in sorts or not sorts:
        return people[0] if people else None
    own = [n for n in named if n.entity.type is EntityType.ORGANISATION and not _is_inside(scene, n)]
    people = [n for n in people if scene.forms[n.first - 1] in COMMAS]
    return own[0] if own else people[0] if people else None


def _before_clause(scene: Scene, phrase: Phrase, sorts: frozenset[Teller]) -> int:
    """The token where a phrase ends before the clause that describes it: دراسة أجراها باحثون من …."""
    for i in range(phrase[0] + 1, phrase[1]):
        form = scene.forms[i]
        verb = Teller.DOCUMENT in sorts and form.endswith(_ABOUT_IT) and not is_definite(form)
        if form in scene.words.describing or (verb and i not in scene.covered):
            return i
    return phrase[1]


def _is_title(scene: Scene, body: Named, person: Named) -> bool:
    """النجم البرتغالي سامي: whether what was taken for a body is the title of the person behind it."""
    return (
        body.entity.type is EntityType.ORGANISATION
        and person.entity.type is EntityType.PERSON
        and person.first == body.last
        and Teller.PERSON in scene.tellers(scene.forms[body.first])
    )


def _stands_free(scene: Scene, named: Named, first: int) -> bool:
    """Whether a name carries no particle and is no part of a title in quotation marks: شركة «سامي وشركاه»."""
    if named.start != scene.starts[named.first]:
        return False
    apart = scene.quoted[named.first] >= 0 and not is_name_in_marks(scene, named.first - 1)
    return not apart or scene.quoted[named.first] == scene.quoted[first]


def _part_of_name(scene: Scene, phrase: Phrase) -> Named | None:
    """The one named before whose name has all the words of a short source: تيم for تيم كارتر."""
    forms = [form for form in scene.forms[phrase[0] : phrase[1]] if form not in _MARKS]
    words = {form for form in forms if not scene.is_teller(form)}
    if not words and len(forms) == 1 and forms[0].startswith(ARTICLE):
        return _of_family(scene, phrase[0], forms[0])
    if not words or phrase[1] - phrase[0] > _SHORT or not all(word[0].isalpha() for word in words):
        return None
    alone = len(forms) == 1
    for named in scene.mentions_before(phrase[0]):
        kind = named.entity.type
        fits = kind is EntityType.PERSON or (kind is EntityType.ORGANISATION and alone)
        if fits and words <= set(fold(named.entity.name).split()):
            return named
    return None


def _of_family(scene: Scene, i: int, form: str) -> Named | None:
    """الشاهد for يوسف الشاهد: the last person named before whose family name a definite noun is."""
    people = (named for named in scene.mentions_before(i) if named.entity.type is EntityType.PERSON)
    return next((named for named in people if fold(named.entity.name).split()[1:][-1:] == [form]), None)


def _is_inside(scene: Scene, named: Named) -> bool:
    """Whether a name stands behind في or لدى: the body that another is a part of or is sent to."""
    return scene.forms[named.first - 1] in _WITHIN


def _words(scene: Scene, span: Span) -> str:
    return scene.document.article.text[span.start : span.end]
