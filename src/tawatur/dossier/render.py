"""From page objects to HTML: one file that needs nothing else, or one page of the app."""

import base64
import hashlib
import re
from functools import cache
from importlib import resources

import jinja2
from markupsafe import Markup

from tawatur.dossier.interface import Interface, covered_days, isolated
from tawatur.dossier.page import Dossier

SCRIPTS = ("plot.js", "charts.js", "page.js")
FONTS = ("readex-arabic", "readex-latin", "naskh-arabic", "naskh-latin")
_ARABIC = "U+0600-06FF,U+0750-077F,U+200C-200F,U+FB50-FDFF,U+FE70-FEFC"
_LATIN = "U+0020-007E,U+00A0-00FF,U+2010-2026,U+2039-203A,U+20AC,U+2190-2193,U+2212"
_INDENTED = re.compile(r"\n\s+")
_QUOTED = re.compile(r'="([\w#.:-]+)"', re.ASCII)


def render(page: Dossier, interface: Interface) -> str:
    """The dossier as one HTML file: no requests, and only its own style and scripts may run."""
    style = "".join((font_faces(), asset("page.css")))
    scripts = [asset(name) for name in SCRIPTS]
    body = templates().get_template("dossier_body.html").render(page=page, ui=interface, tools=None)
    return (
        templates()
        .get_template("dossier.html")
        .render(
            title=page.stories[0].name if page.stories else "تواتر",
            policy=content_policy([style, asset("chart-inline.css")], scripts),
            vocabulary=interface.vocabulary(),
            rules=page.rules,
            body=Markup(_smaller(body)),  # noqa: S704 (rendered with escaping)
            style=Markup(style),  # noqa: S704 (ours)
            scripts=[Markup(script) for script in scripts],  # noqa: S704 (ours)
        )
    )


def _smaller(html: str) -> str:
    """The same page without indentation and without quotes that HTML does not need.

    Quotes in what articles hold are escaped, so that only our own markup is touched.
    """
    return _QUOTED.sub(r"=\1", _INDENTED.sub("\n", html))


def content_policy(styles: list[str], scripts: list[str]) -> str:
    """A Content-Security-Policy that lets exactly these inline blocks through and nothing from outside."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(hash_source, scripts))}",
            f"style-src {' '.join(map(hash_source, styles))}",
            "font-src data:",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def hash_source(block: str) -> str:
    """An inline block as a policy names it."""
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
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    environment.globals["covered"] = covered_days
    environment.filters["plain"] = "{:.15g}".format
    return environment


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
    return "".join(
        font_face(name, f"data:font/woff2;base64,{base64.b64encode(font(name)).decode()}") for name in FONTS
    )


def font_face(name: str, address: str) -> str:
    """The style rule that names a font, for the characters it has."""
    is_ui, is_arabic = name.startswith("readex"), name.endswith("arabic")
    return (
        f'@font-face{{font-family:"{"Readex Pro" if is_ui else "Noto Naskh Arabic"}";'
        f"font-weight:{'200 700' if is_ui else '400 700'};font-display:swap;"
        f"src:url({address}) format('woff2');unicode-range:{_ARABIC if is_arabic else _LATIN}}}"
    )
