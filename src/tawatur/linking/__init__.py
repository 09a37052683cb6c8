"""Across articles: which names are one, which texts are one, which articles tell one story."""
