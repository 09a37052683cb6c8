"""Style, scripts and fonts of the app as files whose address changes with their content."""

import hashlib
from functools import cache
from importlib import resources

from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from tawatur.dossier.render import FONTS, SCRIPTS, asset, font, font_face

_YEAR = "public, max-age=31536000, immutable"
_OURS = {"app.css", "app.js"}
_TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "woff2": "font/woff2"}
_NAMES = ("page.css", "fonts.css", *SCRIPTS, *sorted(_OURS), *(f"{name}.woff2" for name in FONTS))


@cache
def address_of(name: str) -> str:
    """The address of a file, with a part that changes when the file does."""
    return f"/assets/{name}?v={hashlib.sha256(content(name)).hexdigest()[:10]}"


@cache
def content(name: str) -> bytes:
    """The bytes of a file."""
    if name.endswith(".woff2"):
        return font(name.removesuffix(".woff2"))
    if name == "fonts.css":
        return "".join(font_face(font_name, address_of(f"{font_name}.woff2")) for font_name in FONTS).encode()
    if name in _OURS:
        return resources.files("tawatur.web.static").joinpath(name).read_bytes()
    return asset(name).encode()


@get("/assets/{name:str}", include_in_schema=False, sync_to_thread=False)
def send_asset(name: FromPath[str]) -> Response[bytes]:
    """One file."""
    if name not in _NAMES:
        raise NotFoundException
    return Response(
        content(name), media_type=_TYPES[name.rsplit(".", 1)[1]], headers={"cache-control": _YEAR}
    )
