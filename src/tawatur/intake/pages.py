"""Pages to articles: the headline, the standfirst and the body, each paragraph a line of its own."""

import logging
import re
from collections.abc import Callable
from typing import Protocol

from selectolax.lexbor import LexborHTMLParser

from tawatur.errors import SourceError
from tawatur.intake.decoding import decode
from tawatur.intake.limits import ORDINARY, Limits
from tawatur.intake.metadata import Metadata, date_in_url, read_metadata
from tawatur.intake.records import article_of
from tawatur.model import Article
from tawatur.text import fold
from tawatur.text.tokens import ARABIC

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it warns of comes as a SourceError

DateFinder = Callable[[str], str | None]


class PageReader(Protocol):
    """What makes an article of a page: ``read_page``, ``read_page_fast``, or either with a date finder."""

    def __call__(
        self,
        data: bytes,
        place: str,
        url: str | None = None,
        limits: Limits = ORDINARY,
        *,
        charset: str | None = None,
    ) -> Article:
        """The article; raises SourceError where there is none."""
        ...


_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{2,30})", re.IGNORECASE)
_NESTING = re.compile(
    r"<(/?)(?:div|section|article|main|aside|nav|span|font|ul|ol|dl|table|blockquote|b|i|em|strong|a)\b",
    re.IGNORECASE,
)
_SPACE = re.compile(r"[ \t\r\f\v\xa0]+")
_ARABIC = re.compile(f"[{ARABIC}]")
_WORD = re.compile(r"\w+")
_HEAD = 4096
_SAME_START = 40
_LEAST_START = 20
_LONGEST_LEAD = 1500
_LEAST_LETTERS = 20
_DATELINE_WORDS = 14
_DATELINES = 60
_LEADS = 100
_DECKS = "[class*=subtitle], [class*=sub-title], [class*=standfirst], [itemprop=alternativeHeadline]"
_MAY_DATE = "time, [class*=date], [class*=Date], [class*=time], [class*=publish], h1 ~ *"


def read_page(
    data: bytes,
    place: str,
    url: str | None = None,
    limits: Limits = ORDINARY,
    find_date: DateFinder | None = None,
    charset: str | None = None,
) -> Article:
    """The article of an HTML page: headline, standfirst and paragraphs as lines of its text.

    Title, outlet, date, author and agency come from JSON-LD, OpenGraph and the other meta
    elements; a date they lack is looked for in the short lines of the page by ``find_date``
    (a line in, an ISO date out), then in the address. The date is never guessed from the body.
    ``charset`` is the encoding its server named, which goes before the one in the page. Raises
    SourceError where no article is found.
    """
    import trafilatura  # a third of a second, which only pages should cost

    html = _decoded(data, place, limits, charset)
    body = trafilatura.extract(html, include_comments=False, include_tables=False, deduplicate=False)
    return _article(html, body, place, url, limits, find_date)


def read_page_fast(
    data: bytes,
    place: str,
    url: str | None = None,
    limits: Limits = ORDINARY,
    find_date: DateFinder | None = None,
    charset: str | None = None,
) -> Article:
    """As ``read_page``, some four times faster; menus and buttons may stay in, for the blocks to mark."""
    from resiliparse.extract.html2text import extract_plain_text  # an extra; heavy to import

    html = _decoded(data, place, limits, charset)
    body = extract_plain_text(html, main_content=True, comments=False, links=False, alt_texts=False)
    return _article(html, body, place, url, limits, find_date)


def declared_encoding(data: bytes) -> str | None:
    """The encoding that the head of a page declares."""
    found = _CHARSET.search(data, 0, _HEAD)
    return found[1].decode("ascii") if found else None


def _decoded(data: bytes, place: str, limits: Limits, charset: str | None) -> str:
    """The text of a page; raises SourceError for one larger, deeper or fuller than parsers can bear."""
    if len(data) > limits.page_bytes:
        raise SourceError(place, f"the page is larger than the {limits.page_bytes:,} bytes allowed")
    html = decode(data, place, charset, declared_encoding(data))
    if html.count("<") > 2 * limits.elements:
        raise SourceError(place, f"the page has more than {limits.elements:,} elements")
    depth = 0
    for tag in _NESTING.finditer(html):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > limits.nesting:
            raise SourceError(place, f"the page nests more than {limits.nesting:,} elements in each other")
    return html


def _article(
    html: str, body: str | None, place: str, url: str | None, limits: Limits, find_date: DateFinder | None
) -> Article:
    lines = [line for raw in (body or "").split("\n") if (line := _SPACE.sub(" ", raw).strip())]
    if sum(len(_ARABIC.findall(line)) for line in lines) < _LEAST_LETTERS:
        raise SourceError(place, "no Arabic article was found on this page")
    tree = LexborHTMLParser(html)
    about = read_metadata(tree, url)
    record = {
        "text": "\n".join(_under_head(lines, about, tree)),
        "url": about.url,
        "outlet": about.outlet,
        "title": about.title,
        "author": about.author,
        "agency": about.agency,
        "published": about.published or _date_on_page(tree, find_date) or date_in_url(about.url),
    }
    return article_of(record, place, limits)


def _under_head(lines: list[str], about: Metadata, tree: LexborHTMLParser) -> list[str]:
    """The lines of a body under headline and standfirst, where it does not already hold them."""
    known = {_start(line) for line in lines}
    begins = bool(about.title) and _start(lines[0]) == _start(about.title or "")
    head, body = (lines[:1], lines[1:]) if begins else ([], lines)
    for line in (about.title, _deck(tree), _whole(about.description, tree)):
        if line and _start(line) not in known:
            head.append(line)
            known.add(_start(line))
    return head + body


def _start(line: str) -> str:
    """The first letters of a line, without signs and spaces: enough to know it again."""
    return "".join(_WORD.findall(fold(line)))[:_SAME_START]


def _deck(tree: LexborHTMLParser) -> str | None:
    """What a page itself calls the line under its headline; several such elements belong to a list."""
    decks = [node for node in tree.css(_DECKS) if len(_start(node.text())) >= _LEAST_START]
    text = _SPACE.sub(" ", decks[0].text(separator=" ")).strip() if len(decks) == 1 else ""
    return text if text and "\n" not in text and len(text) < _LONGEST_LEAD else None


def _whole(description: str | None, tree: LexborHTMLParser) -> str | None:
    """The lead that a description was taken or cut from, if the page shows it."""
    start = _start(description or "")
    if not description or len(start) < _LEAST_START:
        return None
    for node in tree.css("p, h2, [class*=lead], [class*=summary], [class*=intro]")[:_LEADS]:
        text = _SPACE.sub(" ", node.text(separator=" ")).strip()
        if "\n" not in text and len(text) < _LONGEST_LEAD and _start(text).startswith(start):
            return text
    return None


def _date_on_page(tree: LexborHTMLParser, find_date: DateFinder | None) -> str | None:
    if find_date is None:
        return None
    for node in tree.css(_MAY_DATE)[:_DATELINES]:
        line = _SPACE.sub(" ", node.text(separator=" ")).strip()
        if line and len(line.split()) <= _DATELINE_WORDS and (found := find_date(line)):
            return found
    return None
