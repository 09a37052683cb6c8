"""Bytes to articles: files, pages, feeds, archives."""
