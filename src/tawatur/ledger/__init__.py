"""The store of record: articles, readings, links and judgements in SQLite."""

from tawatur.ledger.ledger import Added, Ledger, digest, require

__all__ = ["Added", "Ledger", "digest", "require"]
