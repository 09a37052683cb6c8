"""Traits: all that linking needs to know of one article, found once and for all."""

import msgspec

from tawatur.lexicon import Lexicon
from tawatur.linking.copies import Told, tell
from tawatur.linking.features import Features, find_features
from tawatur.linking.nodes import Node, nodes_of
from tawatur.linking.retellings import owed
from tawatur.linking.stories import Opening, find_opening
from tawatur.model import Reading


class Traits(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What an article can share with others: fingerprints, agencies, features, names."""

    opening: Opening
    owed: tuple[str, ...]
    prints: tuple[int, ...]
    features: Features
    nodes: tuple[Node, ...]


def find_traits(reading: Reading, lexicon: Lexicon) -> tuple[Traits, list[int]]:
    """The traits of an article, and its words as numbers; linear in the length of its text."""
    told = tell(reading, lexicon.agencies, lexicon.rarity)
    return _traits(reading, told, lexicon), told.words.keys


def _traits(reading: Reading, told: Told, lexicon: Lexicon) -> Traits:
    return Traits(
        opening=find_opening(reading),
        owed=tuple(sorted(owed(told.credits))),
        prints=tuple(sorted(told.prints)),
        features=find_features(reading, lexicon.rarity),
        nodes=tuple(nodes_of(reading)),
    )
