"""Words that are neither ordinary nor known: two or more in a row are a name."""

from tawatur.finders.mentions.extent import name_end
from tawatur.finders.mentions.scene import Found, Scene
from tawatur.lexicon.name_words import Sign
from tawatur.model import EntityType

_SHORTEST = 3
_PRONOUNS = ("ه", "ها", "هم", "نا")
_ENDS = Sign.BREAK | Sign.CLOSED
_ORIGIN = Sign.DEFINITE | Sign.NISBA
_STRANGE = Sign.FOREIGN | Sign.PASSABLE
_NAMELIKE = Sign.UNKNOWN | Sign.GIVEN


def find_strangers(scene: Scene, first: int, last: int) -> None:
    """Take runs of unknown words between two tokens, typed by the word before them."""
    done = first
    for i in scene.hits(first, last, Sign.UNKNOWN | Sign.PASSABLE):
        if i < done or scene.words[i].signs & (Sign.DEFINITE | Sign.LETTER):
            continue
        end = name_end(scene, i, last)
        if not scene.words[i].signs & Sign.UNKNOWN:
            if _says_something(scene, i, end, first, last):
                scene.take(Found(i, end, EntityType.PERSON, "unknown words", lead=0))
                done = end
            continue
        called = _kind_by_address(scene, i, first)
        origin = _kind_by_origin(scene, i, end, first, last)
        if called is not None:
            scene.take(Found(i, max(end, i + 1), called, "called by name"))
        elif origin is not None:
            scene.take(Found(i, max(end, i + 1), origin, "name and its origin"))
        elif _is_run(scene, i, end) or _stands_for_a_person(scene, i, first):
            scene.take(Found(i, max(end, i + 1), _kind(scene, i, first), "unknown words"))
        elif _stands_for_a_place(scene, i, first, last):
            scene.take(Found(i, i + 1, EntityType.POLITY, "unknown place"))
        elif _looks_foreign(scene, i, first, last):
            scene.take(Found(i, max(end, i + 1), _kind(scene, i, first), "foreign by its letters"))
        done = max(end, i + 1)


def _kind_by_address(scene: Scene, i: int, first: int) -> EntityType | None:
    """What an unknown word is after one that tells how somebody or something is called: «تدعى X»."""
    word, hints = scene.words[i], scene.names.hints
    if i == first or word.lead or not word.signs & _STRANGE:
        return None
    if scene.forms[i - 1] in hints.addressed:
        return EntityType.PERSON
    return EntityType.ORGANISATION if scene.forms[i - 1] in hints.addressing else None


def _kind_by_origin(scene: Scene, i: int, end: int, first: int, last: int) -> EntityType | None:
    """What an unknown name is that its country follows: لفيف الأوكرانية and بودروم بتركيا are places.

    In an article about sport a name with a masculine adjective is a club: فياريال الإسباني.
    """
    k = max(end, i + 1)
    if k >= last or not _may_open_here(scene, i, first):
        return None
    word = scene.words[k]
    if word.particles == ("ب",) and word.signs & Sign.KNOWN and not word.signs & Sign.ORDINARY:
        known = scene.known_at(k, last)
        return (
            EntityType.POLITY if known and not known[1].weak and known[1].type is EntityType.POLITY else None
        )
    if word.lead or word.signs & (Sign.NISBA | Sign.DEFINITE) != Sign.NISBA | Sign.DEFINITE:
        return None
    if word.stem.endswith("ية"):
        return EntityType.POLITY
    return EntityType.ORGANISATION if scene.is_sport and word.stem.endswith("ي") else None


def _may_open_here(scene: Scene, i: int, first: int) -> bool:
    """Whether a name may stand at token ``i``: at the head, after a sign, a word of grammar or «و»."""
    word = scene.words[i]
    if len(word.stem) <= _SHORTEST or word.signs & Sign.DEFINITE:
        return False
    if i == first or word.particles == ("و",):
        return True
    return not word.lead and bool(scene.words[i - 1].signs & _ENDS)


def _is_run(scene: Scene, i: int, end: int) -> bool:
    """Two words or more that are both names, without a particle before them."""
    stem = scene.words[i].stem
    if end - i < 2 or scene.words[i].lead or len(stem) < _SHORTEST or scene.names.shapes.is_inflected(stem):
        return False
    if any("\N{ARABIC FATHATAN}" in scene.raw(k) for k in range(i, end)):
        return False
    if not any(_has_shape_of_name(scene, k) for k in range(i, end)):
        return False
    following = scene.words[i + 1].signs
    foreign = scene.words[i].signs & Sign.FOREIGN and following & Sign.PASSABLE
    return bool(following & _NAMELIKE or foreign) or scene.forms[i + 1] == "-"


def _says_something(scene: Scene, i: int, end: int, first: int, last: int) -> bool:
    """Whether a word that may pass for foreign is the subject of a verb of saying, alone or with others."""
    if i == first or end == i or not scene.words[i - 1].signs & Sign.SAYING:
        return False
    if end - i < 2:
        return end < last and bool(scene.words[end].signs & _ENDS)
    return bool(scene.words[i + 1].signs & (Sign.UNKNOWN | Sign.GIVEN | Sign.PASSABLE))


def _has_shape_of_name(scene: Scene, k: int) -> bool:
    """Whether a word is a given name or has letters that a foreign name may have."""
    word = scene.words[k]
    return bool(word.signs & Sign.GIVEN) or scene.names.shapes.may_be_foreign(word.stem)


def _stands_for_a_person(scene: Scene, i: int, first: int) -> bool:
    word = scene.words[i]
    if len(word.stem) <= _SHORTEST or word.lead or i == first or word.stem[0] in "بلكف":
        return False
    return bool(scene.words[i - 1].signs & Sign.SAYING)


def _stands_for_a_place(scene: Scene, i: int, first: int, last: int) -> bool:
    """A word after «في» that is met again, or ends as foreign places do, and governs nothing."""
    word = scene.words[i]
    hints = scene.names.hints
    if i == first or word.lead or scene.words[i - 1].stem not in hints.where:
        return False
    if (
        word.stem.endswith(_PRONOUNS)
        or len(word.stem) <= _SHORTEST
        or (i + 1 < last and not scene.words[i + 1].signs & _ENDS)
    ):
        return False
    return word.stem.endswith(hints.foreign_places) or scene.forms.count(word.stem) > 1


def _looks_foreign(scene: Scene, i: int, first: int, last: int) -> bool:
    """Whether the letters are those of a foreign name, and the word stands where a name may stand."""
    if not scene.words[i].signs & Sign.FOREIGN or "\N{ARABIC FATHATAN}" in scene.raw(i):
        return False
    if i + 1 < last and scene.words[i + 1].signs & Sign.LATIN:
        return False
    if i == first:
        return False
    if scene.words[i].lead:
        return scene.words[i].particles == ("و",) and _ends_person(scene, i)
    before = scene.words[i - 1].signs
    if scene.forms[i - 1] in scene.names.hints.verbal:
        return False
    expected = before & (Sign.CLOSED | Sign.SAYING) or _follows_rival(scene, i)
    return bool(expected) or before & _ORIGIN == _ORIGIN


def _follows_rival(scene: Scene, i: int) -> bool:
    """Whether the other club of a game is due at token ``i``: «على حساب X»."""
    return scene.forms[i - 1] in scene.names.hints.rival and scene.is_sport


def _ends_person(scene: Scene, i: int) -> bool:
    """Whether the name of a person ends right before token ``i``."""
    return bool(scene.taken[i - 1]) and any(
        found.last == i and found.type is EntityType.PERSON for found in scene.found
    )


def _kind(scene: Scene, i: int, first: int) -> EntityType:
    """A place by the word before or its first one, a body after its noun, else a person."""
    before = scene.words[i - 1].signs if i > first else Sign.NONE
    if scene.words[i].signs & Sign.GIVEN and not before & Sign.OUTSIDE:
        return EntityType.PERSON
    if before & (Sign.LOCATING | Sign.OUTSIDE) or scene.words[i].signs & Sign.OPENING:
        return EntityType.POLITY
    if i > first and _follows_rival(scene, i):
        return EntityType.ORGANISATION
    return EntityType.ORGANISATION if before & Sign.BODY else EntityType.PERSON
