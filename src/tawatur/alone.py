"""The finders of quantities and times used alone, on a text that is no article."""

from tawatur.finders.quantities import find_quantities as find_quantities_in
from tawatur.finders.times import find_times as find_times_in
from tawatur.lexicon import load_lexicon
from tawatur.model import Article, Quantity, Time
from tawatur.text import Document, segment


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a text in order: bounds, modifier, unit, canonical measure, counted noun.

    Spans are half-open offsets in code points; ``low`` and ``high`` are None where the number is
    open to that side. Dates, durations, ordinals, scores and numbers in names are no quantities.

    >>> from tawatur import find_quantities
    >>> text = "وصل نحو 10 آلاف متطوع، وخُصص لهم ما لا يقل عن 2.5 مليون دولار"
    >>> for found in find_quantities(text):
    ...     print(found.low, found.high, found.modifier, found.unit, found.measure)
    10000.0 10000.0 about متطوع None
    2500000.0 None at_least دولار USD
    """
    document = segment(Article(id="text", text=text))
    lexicon = load_lexicon()
    times = find_times_in(document, lexicon.calendar)
    return find_quantities_in(document, lexicon.numbers, outside=times)


def find_times(text: str, published: str | None = None) -> tuple[Time, ...]:
    """The time expressions of a text in order, as TIMEX3: type and ISO 8601 value.

    ``published`` (an ISO 8601 date or date-time) is the day they are resolved against; without
    it what hangs on that day keeps X.

    >>> from tawatur import find_times
    >>> text = "أعلنت الوزارة أمس أن المشروع الذي بدأ في مارس/آذار سيُسلّم خلال عامين"
    >>> for found in find_times(text, published="2024-10-30"):
    ...     print(text[found.start : found.end], found.type, found.value)
    أمس DATE 2024-10-29
    مارس/آذار DATE 2024-03
    عامين DURATION P2Y
    >>> [found.value for found in find_times("اجتمع الوفدان يوم الثلاثاء")]
    ['XXXX-WXX-2']
    """
    document: Document = segment(Article(id="text", text=text, published=published))
    return find_times_in(document, load_lexicon().calendar)
