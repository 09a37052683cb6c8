"""Companies by their shares: «أسهم شركات X، وY، وZ», «سهم "X" بنسبة 3 في المئة»."""

from tawatur.finders.mentions.brands import marked_span
from tawatur.finders.mentions.scene import Scene
from tawatur.lexicon.name_words import Sign
from tawatur.lexicon.names import ARTICLE
from tawatur.model import EntityType

_LONGEST, _FAR = 3, 5
_QUOTES = frozenset('"«»“”')
_COMMAS = frozenset("،,و")
_NAMELIKE = Sign.UNKNOWN | Sign.GIVEN
_COMMON = Sign.ORDINARY | Sign.BODY | Sign.TITLE | Sign.CLOSED | Sign.CLAUSE | Sign.DEFINITE | Sign.NISBA
_NO_FIRM = Sign.BODY | Sign.TITLE | Sign.CLOSED | Sign.CLAUSE | Sign.NISBA
_ENDS = Sign.BREAK | Sign.CLOSED | Sign.CLAUSE


def find_listed(scene: Scene, first: int, last: int) -> None:
    """Take the companies whose shares a sentence lists between two tokens."""
    shares, many = scene.names.hints.shares, scene.names.hints.companies
    if not shares & scene.vocabulary:
        return
    for i in range(first, last - 2):
        if scene.words[i].bare in shares and scene.words[i + 1].stem in many:
            _take_list(scene, _after_quote(scene, i + 2), last)
        elif scene.words[i].bare in shares and _lists_in_quotes(scene, i + 1, last):
            _take_list(scene, i + 2, last)
        elif scene.words[i].bare in shares and not scene.words[i].signs & Sign.DEFINITE:
            _take_share(scene, i + 1, last)
        elif scene.forms[i] in scene.names.hints.gain:
            _take_gaining(scene, i, first)


def _take_share(scene: Scene, i: int, last: int) -> None:
    """Take one company by its share: «سهم X», in quotation marks or no ordinary word."""
    start, end = marked_span(scene, i, last)
    if end > start and scene.is_free(start, end):
        scene.take_body(start, end, "company in a list")
        return
    known = scene.known_at(i, last)
    if known and known[1].type is EntityType.ORGANISATION and scene.is_free(i, known[0]):
        scene.take_body(i, known[0], "company in a list")
        return
    word = scene.words[i]
    if word.lead or scene.taken[i]:
        return
    named = (
        word.signs & Sign.DEFINITE
        and not word.signs & _NO_FIRM
        and word.stem not in scene.names.hints.any_share
    )
    if named or (word.signs & _NAMELIKE and not word.signs & _COMMON):
        scene.take_body(i, i + 1, "company in a list")


def _take_gaining(scene: Scene, i: int, first: int) -> None:
    """Take the company in quotation marks right before what it gained or lost: «"X" بنسبة»."""
    start = next((k for k in range(i - 2, max(first, i - _FAR) - 1, -1) if scene.forms[k] in _QUOTES), i)
    if scene.forms[i - 1] in _QUOTES and start + 1 < i - 1 and scene.is_free(start, i):
        scene.take_body(start + 1, i - 1, "company in a list")


def _after_quote(scene: Scene, i: int) -> int:
    """The token after an opening quotation mark at token ``i``, else that token."""
    return i + 1 if scene.forms[i] in _QUOTES else i


def _lists_in_quotes(scene: Scene, i: int, last: int) -> bool:
    """Whether several names follow in one pair of quotation marks: أسهم "X، وY"."""
    if scene.forms[i] not in _QUOTES:
        return False
    end = next((k for k in range(i + 1, last) if scene.forms[k] in _QUOTES), i)
    return any(scene.forms[k] in _COMMAS for k in range(i + 1, end))


def _take_list(scene: Scene, start: int, last: int) -> None:
    while start < last:
        end = _item_end(scene, start, last)
        if end == start or not scene.is_free(start, end) or _is_branch_of_trade(scene, start, end):
            return
        joined = scene.words[start].particles[:1] == ("و",)
        scene.take_body(start, end, "company in a list", lead=1 if joined else None)
        start = _next_item(scene, end, last)


def _is_branch_of_trade(scene: Scene, start: int, end: int) -> bool:
    """Whether an item is one plural noun with the article: «شركات البتروكيماويات»."""
    return (
        end == start + 1
        and scene.words[start].stem.startswith(ARTICLE)
        and scene.words[start].stem.endswith("ات")
    )


def _item_end(scene: Scene, start: int, last: int) -> int:
    """Where one item ends: at a sign, at «و» or at a word that opens a clause."""
    end = start
    while end < last and end - start < _LONGEST and not scene.words[end].signs & _ENDS:
        if end > start and "و" in scene.words[end].particles:
            break
        end += 1
    return end


def _next_item(scene: Scene, end: int, last: int) -> int:
    """The token that opens the next item; ``last`` where the list is over."""
    start = end
    while start < last and scene.forms[start] in _COMMAS:
        start += 1
    goes_on = start < last and (start > end or "و" in scene.words[start].particles)
    return start if goes_on and "و" in (*scene.words[start].particles, scene.forms[start - 1]) else last
