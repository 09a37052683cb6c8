"""A situation cut to its own articles.

In a large ledger a name is mentioned, and a text retold, far outside the story at hand; a page
shows and links only what it has.
"""

from collections import Counter
from collections.abc import Mapping

from msgspec.structs import replace

from tawatur.model import Copy, Identity, Situation, Spelling


def clipped(situation: Situation) -> Situation:
    """The situation with names and copies cut to its articles; what has nothing there is left out."""
    texts = {article.id: article.text for article in situation.articles}
    identities = (_clip_identity(identity, texts) for identity in situation.identities)
    copies = (_clip_copy(copy, texts) for copy in situation.copies)
    return replace(
        situation,
        identities=tuple(identity for identity in identities if identity.mentions),
        copies=tuple(copy for copy in copies if len(copy.articles) > 1),
    )


def _clip_identity(identity: Identity, texts: Mapping[str, str]) -> Identity:
    mentions = tuple(place for place in identity.mentions if place.article in texts)
    if len(mentions) == len(identity.mentions):
        return identity
    written = Counter(texts[place.article][place.start : place.end] for place in mentions)
    return replace(
        identity,
        mentions=mentions,
        members=tuple(member for member in identity.members if member[0] in texts),
        names=tuple(Spelling(text, count) for text, count in written.items()),
    )


def _clip_copy(copy: Copy, texts: Mapping[str, str]) -> Copy:
    return replace(
        copy,
        articles=tuple(article for article in copy.articles if article in texts),
        passages=tuple(
            pair for pair in copy.passages if pair[0].article in texts and pair[1].article in texts
        ),
    )
