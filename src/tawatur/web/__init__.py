"""The web app: stories, articles, search and judgements in a browser, on this computer by default."""

from tawatur.web.app import create_app

__all__ = ["create_app"]
