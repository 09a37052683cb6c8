"""Bytes to articles: files, pages, feeds, archives.

>>> for item in read_articles(["articles.jsonl"]):  # doctest: +SKIP
...     print(item.id if isinstance(item, Article) else f"{item.place}: {item.problem}")
"""

from tawatur.intake.limits import Limits, Refusal
from tawatur.intake.pages import PageReader, read_page, read_page_fast
from tawatur.intake.records import identity
from tawatur.intake.sources import STANDARD_INPUT, read_articles, read_file

__all__ = [
    "STANDARD_INPUT",
    "Limits",
    "PageReader",
    "Refusal",
    "identity",
    "read_articles",
    "read_file",
    "read_page",
    "read_page_fast",
]
