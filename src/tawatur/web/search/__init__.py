"""The search index: words to articles and statements, beside the ledger and always rebuildable."""

from tawatur.web.search.index import Hit, Hits, Search
from tawatur.web.search.queries import Wanted

__all__ = ["Hit", "Hits", "Search", "Wanted"]
