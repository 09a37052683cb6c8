"""What a body is over: how far the words after its head belong to its name."""

from tawatur.finders.mentions.scene import Scene
from tawatur.lexicon.name_words import Sign
from tawatur.lexicon.names import ARTICLE, BodyKind

_LONGEST = 9
_AND = "و"
_QUALIFYING = ("ي", "ية", "ين", "ون")
_JOINING = frozenset((BodyKind.ORGAN, BodyKind.BRANCH))
_STOPS = Sign.BREAK | Sign.CLOSED | Sign.LATIN | Sign.CLAUSE | Sign.LETTER


def complement_end(scene: Scene, i: int, last: int) -> int:
    """Where the words end that say what the head at token ``i`` is over."""
    words = scene.words
    definite = bool(words[i].signs & Sign.DEFINITE)
    end, k = i + 1, i + 1
    while k < min(last, i + 1 + _LONGEST) and not scene.taken[k]:
        word = words[k]
        if _governs(scene, k, last):
            definite = False
            k += 1
            continue
        if _is_adjective_of_time(scene, k, i):
            end = k = k + 1
            continue
        if scene.forms[k] == _AND and end == k and k + 1 < last and _is_joined(scene, k + 1, i):
            k += 1
            continue
        if _opens_another(scene, k, i) or (word.particles and not _joins(scene, k, i, end)):
            break
        closing = _closing_name(scene, k, last, definite=definite)
        if closing is not None:
            return closing
        if not _fits(scene, k, i, definite=definite):
            break
        if word.signs & Sign.DEFINITE or (word.signs & Sign.UNKNOWN and not word.particles):
            definite = definite or bool(word.signs & Sign.DEFINITE)
            end = k + 1
        k += 1
    return end


def _governs(scene: Scene, k: int, last: int) -> bool:
    """Whether the noun before goes on with the preposition at token ``k``: الإشراف على, الوقاية من."""
    if (scene.words[k - 1].bare, scene.forms[k]) not in scene.names.hints.governing or k + 1 >= last:
        return False
    after = scene.words[k + 1]
    return bool(after.signs & Sign.DEFINITE or _is_construct(scene, k + 1)) and not after.lead


def _opens_another(scene: Scene, k: int, i: int) -> bool:
    """Whether token ``k`` ends the name, or opens a person or another body."""
    word = scene.words[k]
    if word.signs & _STOPS:
        return True
    if word.particles and word.signs & Sign.KNOWN and _is_outlet(scene, k):
        return True
    later = k > i + 1
    if word.signs & Sign.TITLE and not later and _is_of_those_titled(scene, k):
        return False
    if word.signs & Sign.TITLE and (later or word.signs & Sign.DEFINITE) and word.stem[-1] != "ة":
        return True
    body = word.signs & Sign.BODY and not word.particles and not word.stem.endswith("ية")
    if body and (scene.words[k - 2].bare, scene.forms[k - 1]) in scene.names.hints.governing:
        return False
    return bool(body) and (later or not word.signs & Sign.DEFINITE)


def _is_of_those_titled(scene: Scene, k: int) -> bool:
    """Whether a title with the article is rather the adjective of the head before: المجلس النقابي."""
    head, word = scene.words[k - 1], scene.words[k]
    adjective = head.signs & word.signs & Sign.DEFINITE and word.stem.endswith("ي")
    named = k + 1 < len(scene.words) and scene.words[k + 1].signs & (Sign.GIVEN | Sign.UNKNOWN)
    return bool(adjective) and not named and not head.bare.endswith("ة")


def _is_adjective_of_time(scene: Scene, k: int, i: int) -> bool:
    """Whether a word of time is an adjective of the noun before: «التشريع العام», «الجيش الثاني»."""
    arm = scene.names.bodies[scene.words[i].bare] is BodyKind.ARM
    words = scene.names.hints.ordinal if arm else scene.names.hints.general
    if scene.forms[k] not in words or not scene.words[k - 1].signs & Sign.DEFINITE:
        return False
    if scene.words[k - 1].bare.endswith("ة"):
        return False
    following = scene.forms[k + 1] if k + 1 < len(scene.words) else ""
    dated = scene.words[k + 1].signs & Sign.CLOSED and following.startswith(ARTICLE) if following else False
    return not dated and not following[:1].isdigit()


def _is_outlet(scene: Scene, k: int) -> bool:
    """Whether a known outlet, whom a body tells something, stands at token ``k``."""
    known = scene.known_at(k, len(scene.words))
    return known is not None and known[1].outlet and not known[1].weak


def _closing_name(scene: Scene, k: int, last: int, *, definite: bool) -> int | None:
    """The end of a known name at token ``k`` that the body ends with: «جامعة حلوان», «لحركة فتح»."""
    known, particles = scene.known_at(k, last), scene.words[k].particles
    if known is None or known[1].weak:
        return None
    fits = particles == ("ل",) or _follows_lam(scene, k) or (not particles and not definite)
    return known[0] if fits else None


def _fits(scene: Scene, k: int, i: int, *, definite: bool) -> bool:
    """Whether a word without particles agrees with what came before."""
    word = scene.words[k]
    if word.particles:
        return True
    if word.signs & Sign.DEFINITE:
        return _agrees(scene, k, i)
    before = scene.words[k - 1]
    return not definite or (bool(before.particles) and not before.signs & Sign.DEFINITE)


def _agrees(scene: Scene, k: int, i: int) -> bool:
    """Whether a word with the article may go with the one before it in the name of a body.

    After a head with the article it has the head's gender; after a complement with ل it is an
    adjective by its ending.
    """
    word, before = scene.words[k], scene.words[k - 1]
    if before.signs & Sign.DEFINITE and not _may_qualify(scene, k):
        return False
    if k > i + 1 and before.signs & Sign.NISBA and not word.signs & Sign.NISBA:
        return word.stem.endswith("ي") or word.stem.endswith("ية")
    direct = k == i + 1 or (word.signs & Sign.NISBA and not before.particles)
    if scene.words[i].signs & Sign.DEFINITE and direct:
        head = scene.words[i].bare
        feminine = head.endswith(("ة", "ات"))
        return (word.stem.endswith("ة") or word.bare in scene.names.hints.elative) == feminine
    settled = k > i + 1 and before.signs & Sign.DEFINITE and not word.stem.endswith(("ة", "ى", "ي"))
    if settled and _is_all_feminine(scene, i, k):
        return False
    if before.particles and before.signs & Sign.DEFINITE and not before.signs & Sign.BODY:
        return word.stem.endswith(("ة", "ي"))
    return True


def _may_qualify(scene: Scene, k: int) -> bool:
    """Whether a word may be an adjective in the name of a body, by its ending or because names have it."""
    word = scene.words[k]
    return word.stem.endswith(_QUALIFYING) or word.bare in scene.names.hints.epithet


def _is_all_feminine(scene: Scene, i: int, k: int) -> bool:
    """Whether only a feminine could go with the words so far: «وزارة الداخلية الطرق» is two things."""
    words = scene.words[i:k]
    return all(word.bare.endswith("ة") and (word.lead == 0 or m == 0) for m, word in enumerate(words))


def _follows_lam(scene: Scene, k: int) -> bool:
    """Whether the word before is an indefinite noun with ل: «لطلبة تونس»."""
    before = scene.words[k - 1]
    return before.particles == ("ل",) and not before.signs & Sign.DEFINITE and not scene.words[k].particles


def _joins(scene: Scene, k: int, i: int, end: int) -> bool:
    """Whether «و» or «ل» at token ``k`` goes on with the name: للدعوة والإغاثة."""
    word = scene.words[k]
    if k == i + 1:
        return False
    if _is_told(scene, k, i):
        return False
    if end != k and not scene.words[k - 1].particles:
        return _is_pair_of_a_place(scene, k)
    if word.particles == ("و",):
        return _is_joined(scene, k, i)
    strange = word.signs & Sign.UNKNOWN and not word.signs & Sign.DEFINITE
    if word.signs & Sign.BODY and word.signs & Sign.DEFINITE:
        return False
    once = not any("ل" in scene.words[m].particles for m in range(i + 1, k))
    return once and word.particles == ("ل",) and not strange and not word.signs & Sign.GIVEN


def _is_pair_of_a_place(scene: Scene, k: int) -> bool:
    """Whether «و» joins two nouns that a known place follows: غرفة تجارة وصناعة جدة."""
    word, before = scene.words[k], scene.words[k - 1]
    if (
        word.particles != ("و",)
        or word.signs & Sign.DEFINITE
        or not word.signs & before.signs & Sign.ORDINARY
    ):
        return False
    return (
        k + 1 < len(scene.words) and scene.is_known(k + 1, len(scene.words)) and not scene.words[k + 1].lead
    )


def _is_joined(scene: Scene, k: int, i: int) -> bool:
    """Whether «و» at token ``k`` joins a second complement: للدعوة والإغاثة, الإذاعة والتلفزيون."""
    word, media = scene.words[k], scene.names.hints.media
    head = scene.words[i].bare
    if scene.names.bodies[head] not in _JOINING and head not in scene.names.hints.learned:
        return False
    if word.bare in media and scene.words[k - 1].bare in media:
        return True
    if word.signs & (Sign.TITLE | Sign.BODY) or scene.known_at(k, len(scene.words)):
        return False
    return bool(word.signs & Sign.DEFINITE) or _is_construct(scene, k)


def _is_told(scene: Scene, k: int, i: int) -> bool:
    """Whether the word at token ``k`` is whom the body at token ``i`` tells something."""
    if scene.forms[k] not in scene.names.hints.hearer or scene.words[i].bare in scene.names.hints.guild:
        return False
    return i > 0 and bool(scene.words[i - 1].signs & Sign.SAYING)


def _is_construct(scene: Scene, k: int) -> bool:
    """An indefinite noun before a definite one: «وإعادة الإسكان»."""
    if k + 1 >= len(scene.words):
        return False
    after = scene.words[k + 1]
    return bool(after.signs & Sign.DEFINITE) and not after.particles


def known_end(scene: Scene, j: int, last: int) -> int:
    """The end of a known place at token ``j`` with the adjectives that go on with it; ``j`` where none is."""
    match = scene.known_at(j, last)
    if match is None:
        return j
    end = match[0]
    while end < last and scene.words[end].signs & Sign.DEFINITE and scene.words[end].stem.endswith("ية"):
        if scene.words[end].lead or scene.words[end].signs & (Sign.NISBA | Sign.CLAUSE):
            break
        end += 1
    return end
