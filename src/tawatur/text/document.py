"""A document: an article cut into lines, sentences, tokens and quotations."""

import re
from bisect import bisect_left
from collections.abc import Iterator

import msgspec

from tawatur.model import Article, Block, BlockKind
from tawatur.text.quotations import Quotation, find_quotations
from tawatur.text.tokens import Tokens, tokenise

_ENDS = frozenset(".!?؟")
_CLOSERS = frozenset('"»”)]')
_LEAST_WORD = 3
_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")


class Line(msgspec.Struct, frozen=True, gc=False):
    """A non-blank line: its text without outer white space and its tokens (half open).

    A line of nothing but invisible signs has an empty token range.
    """

    first: int
    last: int
    start: int
    end: int


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """A sentence inside one line; ``line`` is the number of that line among the document's."""

    first: int
    last: int
    start: int
    end: int
    line: int
    kind: BlockKind = BlockKind.PARAGRAPH


class Document(msgspec.Struct, frozen=True):
    """An article with its segmentation; all ranges are half open."""

    article: Article
    tokens: Tokens
    lines: tuple[Line, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]

    def text(self, first: int, last: int) -> str:
        """The original text from token ``first`` up to token ``last``."""
        return self.article.text[self.tokens.starts[first] : self.tokens.ends[last - 1]]

    def body(self, blocks: tuple[Block, ...]) -> "Document":
        """The same document without the sentences of boilerplate lines, each kept one with its kind.

        ``blocks`` are in the order of ``lines``, one each.
        """
        kinds = [block.kind for block in blocks]
        kept = tuple(
            msgspec.structs.replace(sentence, kind=kinds[sentence.line])
            for sentence in self.sentences
            if kinds[sentence.line] is not BlockKind.BOILERPLATE
        )
        clutter = {
            i
            for line, kind in zip(self.lines, kinds, strict=True)
            if kind is BlockKind.BOILERPLATE
            for i in range(line.first, line.last)
        }
        quotations = tuple(q for q in self.quotations if q.first not in clutter)
        return msgspec.structs.replace(self, sentences=kept, quotations=quotations)


def segment(article: Article) -> Document:
    """The document of an article; linear in the length of its text."""
    text = article.text
    tokens = tokenise(text)
    lines = _lines(text, tokens)
    quotations = find_quotations(text, tokens, [(line.first, line.last) for line in lines])
    sentences = tuple(
        sentence for number, line in enumerate(lines) for sentence in _sentences(text, tokens, line, number)
    )
    return Document(article, tokens, lines, sentences, quotations)


def _lines(text: str, tokens: Tokens) -> tuple[Line, ...]:
    lines: list[Line] = []
    at = 0
    for found in _LINE.finditer(text):
        raw = found[0]
        bare = raw.strip()
        if not bare:
            continue
        start = found.start() + len(raw) - len(raw.lstrip())
        first, at = at, bisect_left(tokens.starts, found.end(), at)
        lines.append(Line(first, at, start, start + len(bare)))
    return tuple(lines)


def _sentences(text: str, tokens: Tokens, line: Line, number: int) -> Iterator[Sentence]:
    forms = tokens.forms
    first = line.first
    for stop in [i for i in range(line.first, line.last) if forms[i] in _ENDS]:
        if stop < first or not _ends_here(text, tokens, stop, line.last):
            continue
        last = stop + 1
        while last < line.last and forms[last] in _CLOSERS and tokens.starts[last] == tokens.ends[last - 1]:
            last += 1
        yield _sentence(tokens, first, last, number)
        first = last
    if first < line.last:
        yield _sentence(tokens, first, line.last, number)


def _ends_here(text: str, tokens: Tokens, i: int, last: int) -> bool:
    """A full stop followed by white space, a closing mark or nothing, or glued between two words.

    Dots in a row only go on.
    """
    if i + 1 >= last:
        return True
    dots = tokens.forms[i] == "." and (
        tokens.forms[i + 1] == "." or (tokens.forms[i - 1] == "." if i else False)
    )
    after = text[tokens.ends[i]]
    if dots:
        return False
    if after.isspace():
        return not _is_initial(tokens, i)
    return after in _CLOSERS or (i > 0 and _is_glued(tokens.forms[i - 1], tokens.forms[i + 1]))


def _is_glued(before: str, after: str) -> bool:
    """As in "2017.وخفضت" and "%3.وتبلغ": a word after figures, a sign or another word.

    Letters spelled out (سي.إن.إن، كيو.إيه) and titles cut short (د.سامي) have one to three letters.
    """
    if not ("ء" <= after[0] <= "ي") or len(after) < _LEAST_WORD:
        return False
    if not before[0].isalpha():
        return before != "."
    least = min(len(before), len(after)) >= _LEAST_WORD
    return least and (len(after) > _LEAST_WORD or len(before) > _LEAST_WORD + 1)


def _is_initial(tokens: Tokens, i: int) -> bool:
    """A full stop after a single letter, as in the initials of a name or of a state."""
    return (
        i > 0
        and tokens.forms[i] == "."
        and len(tokens.forms[i - 1]) == 1
        and tokens.forms[i - 1].isalpha()
        and tokens.ends[i - 1] == tokens.starts[i]
    )


def _sentence(tokens: Tokens, first: int, last: int, number: int) -> Sentence:
    return Sentence(first, last, tokens.starts[first], tokens.ends[last - 1], number)
