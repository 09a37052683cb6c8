"""Bodies and buildings of which every town has one by the same name: المستشفى الجهوي, المعهد الثانوي."""

from tawatur.lexicon.name_words import masculine
from tawatur.lexicon.names import ARTICLE, Names
from tawatur.linking.nodes import Node
from tawatur.model import EntityType

_FOR_THE = "لل"


def place_that_tells(node: Node, names: Names) -> str:
    """The place that tells a node from others of its name; empty where the name does or none is near.

    «المستشفى الجهوي» is one in all articles that name قفصة nearest to it, and another elsewhere;
    «مستشفى الرابطة» and «وزارة الصحة» are the same everywhere.
    """
    return node.where if node.where and _is_one_of_many(node, names) else ""


def _is_one_of_many(node: Node, names: Names) -> bool:
    head, *rest = node.plain.split() or [""]
    regional = any(masculine(word.removeprefix(ARTICLE)) in names.hints.regional for word in rest)
    if node.known or not (regional or head.removeprefix(ARTICLE) in names.hints.many):
        return False
    return all(_is_common(word, names) for word in rest)


def _is_common(word: str, names: Names) -> bool:
    """Whether a word says what a body is for or of what rank, and names or singles out nothing."""
    bare = word.removeprefix(_FOR_THE if word.startswith(_FOR_THE) else ARTICLE)
    whole = ARTICLE + bare
    if whole in names.hints.single or masculine(bare) in names.demonyms:
        return False
    common = whole in names.ordinary or bare in names.ordinary or whole in names.hints.graded
    return common and not any(_names_a_place(one, names) for one in (bare, whole))


def _names_a_place(word: str, names: Names) -> bool:
    return any(
        not rest and not known.weak and known.type is not EntityType.ORGANISATION
        for rest, known in names.known.get(word, ())
    )
