"""The store of record: articles, readings and judgements in SQLite."""
