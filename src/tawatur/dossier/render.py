"""From page objects to HTML: one file that needs nothing else, or one page of the app."""

import base64
import hashlib
import re
from functools import cache
from importlib import resources

import jinja2
from markupsafe import Markup

from tawatur.dossier.interface import Interface, isolated
from tawatur.dossier.page import Dossier, Number

_FONTS = ("readex-arabic", "readex-latin", "naskh-arabic", "naskh-latin")
_INDENTED = re.compile(r"\n\s+")


def render(page: Dossier, interface: Interface) -> str:
    """The dossier as one HTML file: no requests, and only its own style and scripts may run."""
    style = "".join((font_faces(), asset("page.css")))
    scripts = [asset("plot.js"), asset("page.js")]
    body = templates().get_template("dossier_body.html").render(page=page, ui=interface, tools=None)
    return (
        templates()
        .get_template("dossier.html")
        .render(
            title=page.stories[0].name if page.stories else "تواتر",
            policy=content_policy([style, asset("chart-inline.css")], scripts),
            vocabulary=interface.vocabulary(),
            body=Markup(_INDENTED.sub("\n", body)),  # noqa: S704 (rendered with escaping)
            style=Markup(style),  # noqa: S704 (ours)
            scripts=[Markup(script) for script in scripts],  # noqa: S704 (ours)
        )
    )


def content_policy(styles: list[str], scripts: list[str]) -> str:
    """A Content-Security-Policy that lets exactly these inline blocks through and nothing from outside."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts))}",
            f"style-src {' '.join(map(_hash, styles))}",
            "font-src data:",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(block: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(block.encode()).digest()).decode()}'"


@cache
def templates() -> jinja2.Environment:
    """The templates, with everything escaped and every name required to exist."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("tawatur.dossier"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["bdi"] = isolated
    environment.globals["chart_rows"] = chart_rows
    return environment


def chart_rows(number: Number) -> list[dict[str, object]]:
    """What the chart of a measure draws: an interval a row, open where a bound is missing."""
    return [
        {
            "low": row.low,
            "high": row.high,
            "modifier": row.modifier,
            "who": row.who.name or "؟",
            "origin": row.origin or row.who.name or "؟",
            "when": (row.when or "")[:10],
            "words": row.words,
            "href": row.place.href,
        }
        for row in number.rows
    ]


@cache
def asset(name: str) -> str:
    """A style sheet or script that ships with the pages."""
    return resources.files("tawatur.dossier.assets").joinpath(name).read_text(encoding="utf-8")


@cache
def font(name: str) -> bytes:
    """A font that ships with the pages, as WOFF2."""
    return resources.files("tawatur.dossier.assets").joinpath(f"{name}.woff2").read_bytes()


@cache
def font_faces() -> str:
    """The fonts as style rules that carry them."""
    return "".join(_face(name) for name in _FONTS)


def _face(name: str) -> str:
    family = "Readex Pro" if name.startswith("readex") else "Noto Naskh Arabic"
    weights = "200 700" if name.startswith("readex") else "400 700"
    data = base64.b64encode(font(name)).decode()
    ranges = (
        "U+0600-06FF,U+0750-077F,U+200C-200F,U+FB50-FDFF,U+FE70-FEFC"
        if name.endswith("arabic")
        else "U+0020-007E,U+00A0-00FF,U+2010-2026,U+2039-203A,U+20AC,U+2190-2193,U+2212"
    )
    return (
        f'@font-face{{font-family:"{family}";font-weight:{weights};font-display:swap;'
        f"src:url(data:font/woff2;base64,{data}) format('woff2');unicode-range:{ranges}}}"
    )
