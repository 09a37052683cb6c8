"""Definite nouns: whom one without a name points back to, سموه، المصدر، المدرب، الشركة."""

from tawatur.finders.statements.phrases import Phrase
from tawatur.finders.statements.roles import Known, has_rank, is_akin, is_anybody, is_text, may_be
from tawatur.finders.statements.scene import ARTICLE, COMMAS, Named, Scene, bare
from tawatur.finders.statements.voices import Heard, grammar, span_of
from tawatur.lexicon.inflection import Gender
from tawatur.lexicon.speech import Teller
from tawatur.model import EntityType, Span
from tawatur.text import fold

ANONYMOUS = "anon:"
"""Before the words of a speaker whom nothing names."""

MEMORY = 40
"""How many speakers heard before are asked."""

_SHORT = 3
_SPOKESMEN = frozenset(("متحدث", "متحدثة", "ناطق", "ناطقة"))
_GUESTS = frozenset(("ضيف", "ضيفة"))
_BODIES = frozenset((Teller.INSTITUTION, Teller.MEDIUM, Teller.PEOPLE))
_MINISTRY = "وزارة"
_NISBA = ("ي", "ية")
_SOURCE = "مصدر"
_HERS = "ها"
_PERSON = "per:"


def of_rank(
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


def pointed_back(scene: Scene, phrase: Phrase, heard: list[Heard], known: list[Known]) -> Heard | None:
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


def _is_guest(scene: Scene, i: int) -> bool:
    """ضيف «صباح الخير»: whoever speaks, as the guest of a programme."""
    return scene.forms[i] in _GUESTS and i + 1 not in scene.names


def _can_speak(scene: Scene, back: Heard) -> bool:
    return not back.speaker.startswith(ANONYMOUS) or scene.is_teller(back.head)


def _is_somebody(scene: Scene, back: Heard) -> bool:
    """Whether a speaker heard before is a person, by name or by the noun that describes one."""
    return back.speaker.startswith(_PERSON) or (
        back.speaker.startswith(ANONYMOUS) and Teller.PERSON in scene.tellers(back.head)
    )


def _is_no_other(scene: Scene, phrase: Phrase, back: Heard) -> bool:
    """Whether the adjectives of a definite noun do not tell it from one heard before: الوزير الروسي."""
    added = {bare(form) for form in scene.forms[phrase[0] + 1 : phrase[1]] if form.endswith(_NISBA)}
    return not added or not any(word.endswith(_NISBA) for word in back.words) or bool(added & back.words)


def ministry_of(scene: Scene, named: Named) -> Named | None:
    """الخارجية for وزارة الخارجية الروسية: the ministry named before by the field that stands here alone."""
    form = scene.forms[named.first]
    if named.last - named.first > 1 or form not in scene.words.fields:
        return None
    bodies = (body for body in scene.mentions_before(named.first) if body.entity is not named.entity)
    return next((body for body in bodies if fold(body.entity.name).split()[:2] == [_MINISTRY, form]), None)


def organisation(scene: Scene, phrase: Phrase, sorts: frozenset[Teller]) -> Named | None:
    """The organisation named before whose name begins with the same noun, as الهيئة may be."""
    form = head(scene, phrase)
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


def meant(
    scene: Scene, phrase: Phrase, sorts: frozenset[Teller], heard: list[Heard], known: list[Known]
) -> tuple[str, Span | None] | None:
    """The last person or organisation that a short definite noun can mean: المدرب، الشركة."""
    form = head(scene, phrase)
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


def head(scene: Scene, phrase: Phrase) -> str:
    """The first word of a source without the ل that وفقا لـ governs it by."""
    form = scene.forms[phrase[0]]
    if scene.is_teller(form) or not form.startswith("ل"):
        return form
    stem = ARTICLE + form[2:] if form.startswith("لل") else form[1:]
    return stem if scene.is_teller(stem) else form
