"""What the fuzzers read: input number ``i`` is always the same, and what must hold of its readings."""

import io
import json
import random
from collections.abc import Callable, Iterator, Sequence

import hostile
import hostile_files
import msgspec

from tawatur.dossier import render_dossier
from tawatur.errors import TawaturError
from tawatur.export.readings import reading_record
from tawatur.export.situation import situation_record
from tawatur.intake import Limits, Refusal, read_page, read_page_fast
from tawatur.intake.archives import read_archive
from tawatur.intake.contents import read_contents
from tawatur.intake.documents import read_pdf
from tawatur.intake.feeds import is_listing, read_listing
from tawatur.intake.lines import read_json_lines
from tawatur.intake.records import article_of
from tawatur.intake.robots import parse_robots
from tawatur.intake.sheets import read_sheet
from tawatur.intake.texts import read_text
from tawatur.intake.web import entry_article
from tawatur.lexicon import load_lexicon
from tawatur.model import Article, Reading
from tawatur.reading import annotate, find_date
from tawatur.situation import situate
from tawatur.text import segment

LIMITS = Limits(article_bytes=400_000, page_bytes=400_000, letters=200_000)
LONGEST = 4_000
Read = Callable[[bytes], Iterator[Article | Refusal]]


def check(number: int) -> None:
    """Run one input; raises AssertionError where what is found does not fit the text."""
    random_ = random.Random(number)
    if number % 400 == 0:
        check_reading(read(Article(id="f", text=hostile.long_text(random_))))
    elif number % 200 == 0:
        check_story([read(article) for article in story_input(random_)])
    elif number % 2:
        for article in file_input(random_):
            check_reading(read(article))
    else:
        check_reading(read(text_input(random_)))


def read(article: Article) -> Reading:
    """What every finder finds."""
    return annotate(segment(article), load_lexicon())


def text_input(random_: random.Random) -> Article:
    """Hostile pieces, or examples of the rules with other words in them, straight to the finders."""
    text = random_.choice([hostile.mangled_text, hostile.varied_text, hostile.varied_text])(random_)
    return Article(id="f", text=text, title=random_.choice([None, text[:40]]), published="2024-10-23")


def story_input(random_: random.Random) -> Iterator[Article]:
    """A few articles that have sentences in common, as readers hand them on."""
    lines = [hostile.varied_text(random_) for _ in range(6)] + list(hostile.SENTENCES)
    for number in range(random_.randint(2, 4)):
        text = "\n".join(random_.choices(lines, k=8))
        day = random_.choice([None, "2024-10-22", "2024-10-23T10:00:00"])
        outlet = random_.choice([None, "الضفة"])
        yield article_of({"id": f"f{number}", "text": text, "outlet": outlet, "published": day}, "f")


def file_input(random_: random.Random) -> Iterator[Article]:
    """Damaged bytes of some kind of file, to the reader of that kind or to another."""
    make = random_.choice(FILES)
    data = hostile.damaged(make(random_), random_)
    yield from articles_of(data, random_.choice([READERS[make], READERS[make], *READERS.values()]))


def articles_of(data: bytes, reader: Read) -> Iterator[Article]:
    """What a reader reads, cut to a bearable length; its errors and refusals are no failures."""
    try:
        for item in reader(data):
            if isinstance(item, Article):
                yield msgspec.structs.replace(item, text=item.text[:LONGEST])
            elif not isinstance(item, Refusal):
                raise AssertionError(f"a reader gave {type(item)}")
    except TawaturError:
        return


def check_reading(reading: Reading) -> None:
    """Blocks are not blank and do not overlap, spans lie in the text, ids differ, all can be written."""
    text = reading.article.text
    end = 0
    for block in reading.blocks:
        assert end <= block.start < block.end <= len(text), "blocks overlap or leave the text"
        assert text[block.start : block.end].strip(), "a block is blank"
        end = block.end
    for start, end in spans_of(reading):
        assert 0 <= start < end <= len(text), f"{start}-{end} lies outside the text"
    for items in (reading.entities, reading.statements, reading.events):
        assert len({item.id for item in items}) == len(items), "two have one id"
    json.dumps(reading_record(reading), allow_nan=False)


def spans_of(reading: Reading) -> Iterator[tuple[int, int]]:
    """Every span of a reading but its blocks."""
    mentions = (mention for entity in reading.entities for mention in entity.mentions)
    facts = (fact.span for entity in reading.entities for fact in entity.facts)
    said = (
        span
        for one in reading.statements
        for span in (one.cue, one.source, *one.content, *one.hedges, *(link.span for link in one.chain))
    )
    noun = (quantity.noun for quantity in reading.quantities)
    when = (span for event in reading.events for span in (event.trigger, event.when))
    for item in (
        *mentions,
        *facts,
        *said,
        *noun,
        *when,
        *reading.times,
        *reading.quantities,
        *reading.events,
    ):
        if item is not None:
            yield item.start, item.end


def check_story(readings: Sequence[Reading]) -> None:
    """Articles set side by side give the same in either order, and can be written and shown."""
    situation = situate(readings, load_lexicon())
    assert situation == situate(readings[::-1], load_lexicon()), "the order of articles changes something"
    json.dumps(situation_record(situation), allow_nan=False)
    render_dossier(situation, list(readings))


def read_feed(data: bytes) -> Iterator[Article]:
    if is_listing(data):
        for entry in read_listing(data, "f", LIMITS).entries:
            yield entry_article(entry, "f", LIMITS)


def read_robots(data: bytes) -> Iterator[Article]:
    parse_robots(data.decode("utf-8", errors="replace"), "tawatur").allows("/aab?b")
    yield from ()


def read_pages(data: bytes) -> Iterator[Article]:
    yield read_page(data, "f", "http://a.b/2024/10/23/", LIMITS, find_date)
    yield read_page_fast(data, "f", None, LIMITS, find_date)


READERS: dict[Callable[[random.Random], bytes], Read] = {
    hostile_files.plain_file: lambda data: iter([read_text(data, "f", LIMITS)]),
    hostile_files.lines_file: lambda data: read_json_lines(io.BytesIO(data), "f", LIMITS),
    hostile_files.table_file: lambda data: read_sheet(io.BytesIO(data), "f", LIMITS),
    hostile_files.page_file: read_pages,
    hostile_files.deep_page_file: read_pages,
    hostile_files.feed_file: read_feed,
    hostile_files.sitemap_file: read_feed,
    hostile_files.archive_file: lambda data: read_archive(io.BytesIO(data), "f", LIMITS),
    hostile_files.robots_file: read_robots,
    hostile_files.pdf_file: lambda data: iter([read_pdf(data, "f", LIMITS)]),
    hostile_files.packed_file: lambda data: read_contents(io.BytesIO(data), "f", LIMITS),
    hostile_files.bomb_file: lambda data: read_contents(io.BytesIO(data), "f", LIMITS),
}
FILES = tuple(READERS)
