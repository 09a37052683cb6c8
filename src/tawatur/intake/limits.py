"""How much one input may be, and what becomes of one that cannot be read."""

import msgspec

MEGABYTE = 1_000_000


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds that keep one hostile input from taking the machine.

    ``article_bytes`` bounds one file that holds one article (text, PDF) and one fetched answer,
    ``page_bytes`` one HTML page or feed, ``nesting`` the depth and ``elements`` the number of a
    page's elements, ``line_bytes`` one line of JSON Lines or of a table; ``letters`` is how
    many characters of text one article may have, ``expansion`` how many times larger a
    compressed input may grow once it is past ``article_bytes``; ``seconds`` is how long one
    answer may take.
    """

    article_bytes: int = 50 * MEGABYTE
    page_bytes: int = 10 * MEGABYTE
    nesting: int = 1_000
    elements: int = 100_000
    line_bytes: int = 50 * MEGABYTE
    letters: int = 2 * MEGABYTE
    expansion: int = 200
    pages_of_pdf: int = 500
    redirects: int = 5
    seconds: float = 20.0
    entries_of_feed: int = 5_000


ORDINARY = Limits()


class Refusal(msgspec.Struct, frozen=True):
    """One input set aside: ``place`` says where (file, file:line or URL), ``problem`` says why."""

    place: str
    problem: str
