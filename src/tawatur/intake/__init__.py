"""Bytes to articles: files, pages, feeds, archives.

>>> for item in read_articles(["articles.jsonl"]):  # doctest: +SKIP
...     print(item.id if isinstance(item, Article) else f"{item.place}: {item.problem}")
"""

from tawatur.intake.answers import Answer, Fetches, Known, Manners
from tawatur.intake.limits import Limits, Refusal
from tawatur.intake.pages import PageReader, read_page, read_page_fast
from tawatur.intake.records import identity
from tawatur.intake.sources import STANDARD_INPUT, is_address, read_articles, read_file

__all__ = [
    "STANDARD_INPUT",
    "Answer",
    "Fetches",
    "Known",
    "Limits",
    "Manners",
    "PageReader",
    "Refusal",
    "identity",
    "is_address",
    "read_articles",
    "read_file",
    "read_page",
    "read_page_fast",
]
