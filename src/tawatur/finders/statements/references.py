"""References: whom a source phrase names, describes or points back to."""

import msgspec

from tawatur.finders.statements.extents import subject_end
from tawatur.finders.statements.objects import is_deed
from tawatur.finders.statements.phrases import Phrase, is_name_in_marks
from tawatur.finders.statements.roles import (
    Known,
    has_rank,
    is_akin,
    is_anybody,
    is_definite_phrase,
    is_text,
    may_be,
    person_in_role,
)
from tawatur.finders.statements.scene import ARTICLE, COMMAS, Named, Scene, bare, is_definite
from tawatur.finders.statements.sources import is_bare, is_complete
from tawatur.finders.statements.voices import Heard, Voice, grammar, span_of
from tawatur.lexicon.inflection import Gender
from tawatur.lexicon.speech import Teller
from tawatur.model import EntityType, Reason, Span
from tawatur.text import fold

ANONYMOUS = "anon:"
"""Before the words of a speaker whom nothing names."""

DESCRIBED = "described, not named"
"""Why a speaker is known by the words of its source alone."""

MEMORY = 40
_SHORT = 3
_SPOKESMEN = frozenset(("متحدث", "متحدثة", "ناطق", "ناطقة"))
_GUESTS = frozenset(("ضيف", "ضيفة"))
_BODIES = frozenset((Teller.INSTITUTION, Teller.MEDIUM, Teller.PEOPLE))
_WITHIN = frozenset(("في", "لدي"))
_MINISTRY = "وزارة"
_NISBA = ("ي", "ية")
_SOURCE = "مصدر"
_HERS = "ها"
_ABOUT_IT = ("ها", "ته", "اه")
_PERSON = "per:"
_MARKS = frozenset('"«»“”„')


def of_source(scene: Scene, phrase: Phrase, heard: list[Heard], known: list[Known]) -> Voice:
    """The speaker that a source phrase names, describes or points back to.

    Where the whole phrase means nobody known, its beginning may: الوزير ضيف البرنامج.
    """
    voice, begins = _of_phrase(scene, phrase, heard, known), _beginning(scene, phrase)
    if voice.because[0].what != DESCRIBED or begins == phrase:
        return voice
    meant = _of_phrase(scene, begins, heard, known)
    described = meant.because[0].what == DESCRIBED
    return voice if described else msgspec.structs.replace(meant, source=voice.source)


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
    sorts = scene.tellers(_head(scene, phrase))
    named = _name_of(scene, phrase, sorts)
    if named:
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
    back = _pointed_back(scene, phrase, heard, known)
    if back:
        return Voice(span, back.speaker, (Reason("a definite noun points back", back.origin),))
    ranked = _of_rank(scene, phrase, heard, known)
    if ranked:
        return Voice(span, ranked[0], (Reason("the last one of that rank", ranked[1]),))
    found = _organisation(scene, phrase, sorts)
    if found:
        return Voice(span, found.entity.id, (Reason("the organisation of that name", span_of(scene, found)),))
    meant = _meant(scene, phrase, sorts, heard, known)
    if meant:
        return Voice(span, meant[0], (Reason("a definite noun means the last of its kind", meant[1]),))
    described = Span(span.start, scene.ends[_before_clause(scene, phrase, sorts) - 1])
    return Voice(span, ANONYMOUS + _words(scene, described), (Reason(DESCRIBED, span),))


def _past_pointer(scene: Scene, phrase: Phrase) -> Phrase:
    """هذه المجموعة، معالي الوزير: the noun that a demonstrative or a word of honour stands with."""
    first, last = phrase
    if scene.forms[first] in scene.words.honours and last > first + 1:
        return (first + 1, last) if Teller.PERSON in scene.tellers(scene.forms[first + 1]) else phrase
    pointed = scene.forms[first] in scene.words.pointers and last > first + 1
    return (first + 1, last) if pointed and scene.forms[first + 1].startswith(ARTICLE) else phrase


def _head(scene: Scene, phrase: Phrase) -> str:
    """The first word of a source without the ل that وفقا لـ governs it by."""
    form = scene.forms[phrase[0]]
    if scene.is_teller(form) or not form.startswith("ل"):
        return form
    stem = ARTICLE + form[2:] if form.startswith("لل") else form[1:]
    return stem if scene.is_teller(stem) else form


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


def _of_rank(
    scene: Scene, phrase: Phrase, heard: list[Heard], known: list[Known]
) -> tuple[str, Span | None] | None:
    """سموه, معاليها: the last person of that rank, heard or else named; else the last one heard."""
    title = scene.forms[phrase[0]]
    if title not in scene.speech.ranks:
        return None
    gender = Gender.FEMALE if title.endswith(_HERS) else Gender.MALE
    people = [
        (back.speaker, back.origin)
        for back in reversed(heard[-MEMORY:])
        if _is_somebody(scene, back) and back.gender in (gender, None)
    ]
    named = (
        (named.entity.id, span_of(scene, named))
        for named in scene.mentions_before(phrase[0])
        if named.entity.type is EntityType.PERSON
    )
    ranked = (one for one in (*people, *named) if has_rank(scene, one[0], title, known))
    return next(ranked, None) or next(iter(people), None)


def _pointed_back(scene: Scene, phrase: Phrase, heard: list[Heard], known: list[Known]) -> Heard | None:
    """The speaker heard before that a definite noun without a name means."""
    first = phrase[0]
    if scene.forms[first] in scene.words.same and phrase[1] > first + 1:
        first += 1
    form = scene.forms[first]
    guest = _is_guest(scene, first)
    if not guest and (not form.startswith(("ال", "لل")) or phrase[1] - phrase[0] > _SHORT):
        return None
    noun, phrase = form[2:] if not guest else form, (first, phrase[1])
    for back in reversed(heard[-MEMORY:]):
        if back.head == noun and _is_no_other(scene, phrase, back):
            return back
    last_heard = (back for back in reversed(heard[-MEMORY:]) if not back.nested)
    if is_text(scene, phrase):
        return next(last_heard, None)
    if noun == _SOURCE:
        return next((back for back in last_heard if _can_speak(scene, back)), None)
    if noun not in scene.words.anybody:
        return None
    last = next((back for back in last_heard if _is_somebody(scene, back)), None)
    added = scene.forms[first + 1 : phrase[1]]
    other = noun in _SPOKESMEN and any(f.startswith(ARTICLE) and f.endswith(_NISBA) for f in added)
    return last if last and (not other or is_akin(scene, last.speaker, noun, known)) else None


def _can_speak(scene: Scene, back: Heard) -> bool:
    return not back.speaker.startswith(ANONYMOUS) or scene.is_teller(back.head)


def _is_guest(scene: Scene, i: int) -> bool:
    """ضيف «صباح الخير»: whoever speaks, as the guest of a programme."""
    return scene.forms[i] in _GUESTS and i + 1 not in scene.names


def _is_somebody(scene: Scene, back: Heard) -> bool:
    """Whether a speaker heard before is a person, by name or by the noun that describes one."""
    return back.speaker.startswith(_PERSON) or (
        back.speaker.startswith(ANONYMOUS) and Teller.PERSON in scene.tellers(back.head)
    )


def _is_no_other(scene: Scene, phrase: Phrase, back: Heard) -> bool:
    """Whether the adjectives of a definite noun do not tell it from one heard before: الوزير الروسي."""
    added = {bare(form) for form in scene.forms[phrase[0] + 1 : phrase[1]] if form.endswith(_NISBA)}
    return not added or not any(word.endswith(_NISBA) for word in back.words) or bool(added & back.words)


def _organisation(scene: Scene, phrase: Phrase, sorts: frozenset[Teller]) -> Named | None:
    """The organisation named before whose name begins with the same noun, as الهيئة may be."""
    form = _head(scene, phrase)
    if not sorts & _BODIES or not form.startswith("ال"):
        return None
    for named in scene.mentions_before(phrase[0]):
        if named.entity.type is EntityType.ORGANISATION and _has_head(scene, named, form):
            return named
    for named in scene.mentions_after(phrase[1]):
        if named.entity.type is EntityType.ORGANISATION and _is_headed(scene, named, form):
            return named
    return None


def _has_head(scene: Scene, named: Named, form: str) -> bool:
    """Whether a definite noun begins the name, or the name is a ministry by its field: الداخلية."""
    words = fold(named.entity.name).split()
    if form[2:] == _MINISTRY and words[0] in scene.words.fields:
        return True
    return (words[0] == _MINISTRY and words[1:2] == [form]) or bare(words[0]) == form[2:]


def _is_headed(scene: Scene, named: Named, form: str) -> bool:
    """Whether the noun stands at the head of a name or right before it: شركة سامسونغ."""
    before = bare(scene.forms[named.first - 1]) if named.first else ""
    return form[2:] in (bare(fold(named.entity.name).split()[0]), before)


def _meant(
    scene: Scene, phrase: Phrase, sorts: frozenset[Teller], heard: list[Heard], known: list[Known]
) -> tuple[str, Span | None] | None:
    """The last person or organisation that a short definite noun can mean: المدرب، الشركة."""
    form = _head(scene, phrase)
    phrase = phrase[0], _before_comma(scene, phrase)
    guest = _is_guest(scene, phrase[0])
    if not guest and (not form.startswith("ال") or phrase[1] - phrase[0] > _SHORT):
        return None
    person = guest or (Teller.PERSON in sorts and not is_anybody(scene, phrase))
    nickname = _is_nickname(phrase, form, sorts)
    if person or nickname:
        kind = EntityType.PERSON
    elif bare(form) in scene.words.generic:
        kind = EntityType.ORGANISATION
    else:
        return None
    gender, _ = grammar(scene, phrase)
    noun = bare(form)
    prefix = f"{kind.value.lower()}:"
    for back in reversed(heard[-MEMORY:]):
        if back.speaker.startswith(prefix) and (
            _may_be_body(scene, back.head, noun)
            if kind is EntityType.ORGANISATION
            else back.gender in (gender, None) and (nickname or may_be(scene, back.speaker, noun, known))
        ):
            return back.speaker, back.origin
    for named in scene.mentions_before(phrase[0]):
        if named.entity.type is kind and may_be(scene, named.entity.id, noun, known):
            heads = (bare(scene.forms[i]) for i in (named.first - 1, named.first))
            if kind is EntityType.PERSON or all(_may_be_body(scene, head, noun) for head in heads):
                return named.entity.id, span_of(scene, named)
    return None


def _before_comma(scene: Scene, phrase: Phrase) -> int:
    """المهاجم البرتغالي المخضرم، هداف البطولة: where the noun with its adjectives ends."""
    commas = (i for i in range(*phrase) if scene.forms[i] in COMMAS)
    end = next(commas, phrase[1])
    whole = all(form.startswith(ARTICLE) for form in scene.forms[phrase[0] : end])
    return end if whole else phrase[1]


def _may_be_body(scene: Scene, head: str, noun: str) -> bool:
    """Whether a body whose name begins so can be meant by a noun: وكالة is no شركة."""
    stem = head[1:] if head.startswith("ل") else head
    return noun in (head, stem) or not scene.tellers(stem) & _BODIES


def _is_nickname(phrase: Phrase, form: str, sorts: frozenset[Teller]) -> bool:
    """السويسري: an adjective of origin alone, for the one of that country who was named."""
    return not sorts and phrase[1] - phrase[0] == 1 and form.endswith(_NISBA)


def _words(scene: Scene, span: Span) -> str:
    return scene.document.article.text[span.start : span.end]
