"""Names of things on the web of data: a URN for everything that has an id."""

from urllib.parse import quote

from tawatur.model import Article, Pointer

TERMS = "urn:tawatur:terms:"


def article_iri(article_id: str) -> str:
    """The URN of an article.

    >>> article_iri("خبر 1")
    'urn:tawatur:article:%D8%AE%D8%A8%D8%B1%201'
    """
    return iri("article", article_id)


def iri(kind: str, *parts: str | int) -> str:
    """The URN of a thing by its kind and the parts of its id."""
    return f"urn:tawatur:{kind}:" + ":".join(quote(str(part), safe="") for part in parts)


def place_iri(kind: str, place: Pointer) -> str:
    """The URN of what stands at a place: a statement at its cue, a quantity at its span."""
    return iri(kind, place.article, place.start, place.end)


def source_iri(article: Article) -> str:
    """The article's web address where it has one, its URN otherwise."""
    url = article.url
    return quote(url, safe="/:?#[]@!$&'()*+,;=%~") if url and "://" in url else article_iri(article.id)
