"""Which language and digits a reader likes, and the words of the app."""

from typing import Any

from litestar import Request

from tawatur.dossier.interface import DIGITS, LANGUAGES, Interface

PACKAGES = ("tawatur.dossier.words", "tawatur.web.words")


def interface_of(request: Request[Any, Any, Any]) -> Interface:
    """The interface a reader has chosen; at first Arabic, or English where the browser asks only for that."""
    asked = "en" if _asks_for_english(request.headers.get("accept-language", "")) else "ar"
    language = request.cookies.get("language", asked)
    digits = request.cookies.get("digits", DIGITS[0])
    return Interface(
        languages=(language if language in LANGUAGES else "ar",),
        digits=digits if digits in DIGITS else DIGITS[0],
        packages=PACKAGES,
    )


def _asks_for_english(accepted: str) -> bool:
    languages = [part.split(";")[0].strip().lower()[:2] for part in accepted.split(",")]
    return "en" in languages and "ar" not in languages
