"""What is looked for, as a query of the index."""

from collections.abc import Iterable, Iterator

import msgspec
import tantivy

from tawatur.text import fold
from tawatur.web.keys import forms, lemmas
from tawatur.web.search.documents import day_number

_LAST_DAY = 9999_12_31
_TITLE_BOOST = 3.0
_MOST_WORDS = 32


class Wanted(msgspec.Struct, frozen=True):
    """What is looked for; every field that is set must hold.

    ``words`` stand in the text, those in quotation marks in this order; ``who`` speaks; ``about``
    is spoken of; ``entity`` are spellings of one name; ``first`` and ``last`` are days of
    publication, both included.
    """

    words: str = ""
    who: str = ""
    about: str = ""
    act: str = ""
    outlet: str = ""
    entity: tuple[str, ...] = ()
    first: str = ""
    last: str = ""

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but words is looked for."""
        return self != Wanted(self.words)

    @property
    def of_statements(self) -> bool:
        """Whether only statements can answer."""
        return bool(self.who or self.about or self.act)


def query(wanted: Wanted, schema: tantivy.Schema) -> tantivy.Query:
    """The query; with nothing set, every article answers."""
    must = [_term(schema, "kind", "statement" if wanted.of_statements else "article")]
    must.extend(_words(wanted.words, schema))
    for field, value in (("who", wanted.who), ("about", wanted.about)):
        must.extend(_any(schema, field, lemmas(form)) for form in forms(value)[:_MOST_WORDS])
    for field, value in (("act", wanted.act), ("outlet", fold(wanted.outlet))):
        if value:
            must.append(_term(schema, field, value))
    if wanted.entity:
        must.append(_any(schema, "entity", map(fold, wanted.entity)))
    if wanted.first or wanted.last:
        first, last = day_number(wanted.first), day_number(wanted.last) or _LAST_DAY
        must.append(tantivy.Query.range_query(schema, "day", tantivy.FieldType.Integer, first, last))
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, part) for part in must])


def _words(words: str, schema: tantivy.Schema) -> Iterator[tantivy.Query]:
    """A query for each word, and one for each phrase in quotation marks."""
    for number, part in enumerate(words.replace("«", '"').replace("»", '"').split('"')):
        found = forms(part)[:_MOST_WORDS]
        if number % 2 and len(found) > 1:
            yield tantivy.Query.phrase_query(schema, "forms", list(found))
        else:
            yield from (_word(form, schema) for form in found)


def _word(form: str, schema: tantivy.Schema) -> tantivy.Query:
    """One word: by what it comes from, better by its very form, best in a title."""
    in_title = tantivy.Query.boost_query(_term(schema, "title", form), _TITLE_BOOST)
    ways = [_any(schema, "lemmas", lemmas(form)), _term(schema, "forms", form), in_title]
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, way) for way in ways])


def _any(schema: tantivy.Schema, field: str, terms: Iterable[str]) -> tantivy.Query:
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, _term(schema, field, term)) for term in terms])


def _term(schema: tantivy.Schema, field: str, value: str) -> tantivy.Query:
    return tantivy.Query.term_query(schema, field, value)
