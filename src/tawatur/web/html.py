"""Pages as HTML: the templates of the app with those of the dossier."""

from functools import cache
from typing import Any
from urllib.parse import unquote

import jinja2
from litestar import Request, Response
from litestar.enums import MediaType
from litestar.utils.scope.state import ScopeState
from markupsafe import Markup

from tawatur.dossier.interface import isolated_arabic
from tawatur.dossier.render import templates as dossier_templates
from tawatur.model import Judgement
from tawatur.web.addresses import key_of
from tawatur.web.assets import address_of
from tawatur.web.interface import interface_of

JUDGE_COOKIE = "judge"


def page(request: Request[Any, Any, Any], template: str, status: int = 200, **shown: Any) -> Response[str]:
    """One page of the app."""
    ui = interface_of(request)
    text = (
        templates()
        .get_template(template)
        .render(
            ui=ui,
            language=ui.languages[0],
            path=request.url.path,
            address=str(request.url).split(str(request.base_url).rstrip("/"), 1)[-1],
            csrf=csrf_token(request),
            by=_judge(request),
            status=status,
            **({"tools": None, "stale": False} | shown),
        )
    )
    return Response(text, media_type=MediaType.HTML, status_code=status)


def _judge(request: Request[Any, Any, Any]) -> str:
    """The name under which this reader judged last."""
    return unquote(request.cookies.get(JUDGE_COOKIE, ""))


def csrf_token(request: Request[Any, Any, Any]) -> str:
    """The token a form must send back."""
    token = ScopeState.from_scope(request.scope).csrf_token
    return token if isinstance(token, str) else ""


class Tools:
    """What can be done with a card: its permanent address, the judgements on it, and forms to judge."""

    def __init__(self, request: Request[Any, Any, Any], standing: dict[str, list[Judgement]]) -> None:
        self._standing = standing
        self._card = templates().get_template("tools.html").make_module().__dict__["card"]
        self._shown = {
            "ui": interface_of(request),
            "csrf": csrf_token(request),
            "by": _judge(request),
            "path": request.url.path,
        }

    def __call__(self, kind: str, item: str, finding: str | None) -> Markup:
        """The tools of one card, as HTML."""
        standing = self._standing.get(finding or "", [])
        return Markup(self._card(f"/{kind}/{key_of(item)}", finding, standing, **self._shown))  # noqa: S704


@cache
def templates() -> jinja2.Environment:
    """The templates of the app, which may use those of the dossier."""
    ours = jinja2.PackageLoader("tawatur.web")
    dossier = dossier_templates()
    environment = dossier.overlay(loader=jinja2.ChoiceLoader([ours, *_loader(dossier)]))
    environment.globals = {**dossier.globals, "asset": address_of}
    environment.filters = {**dossier.filters, "bdi": isolated_arabic}
    return environment


def _loader(environment: jinja2.Environment) -> list[jinja2.BaseLoader]:
    return [environment.loader] if environment.loader else []
