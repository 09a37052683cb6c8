"""The tools an assistant is offered; what they answer stands in ``answers``."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from tawatur import __version__
from tawatur.errors import RequestError, TawaturError
from tawatur.mcp import answers

P = ParamSpec("P")
T = TypeVar("T")

INSTRUCTIONS = (
    "A ledger of Arabic news articles: who said what, what stands against it, and where exactly. "
    "Every answer carries the places it rests on: article, start and end in code points, and the words "
    "there. Quote those words and name outlet and date. Independent origins count, articles do not."
)


def build_server(ledger: Path) -> Any:
    """A server with the tools search, stories, claims, measures and explain over one ledger.

    None of them changes an article or a judgement. Raises RequestError where the ``mcp``
    package is not installed.
    """
    try:
        from mcp.server import MCPServer
        from mcp.types import ToolAnnotations
    except ImportError as error:
        raise RequestError("this needs the mcp package: pip install 'tawatur[mcp]'") from error
    server = MCPServer("tawatur", instructions=INSTRUCTIONS, version=__version__, log_level="WARNING")
    reads_only = ToolAnnotations(read_only_hint=True, destructive_hint=False, open_world_hint=False)

    def offer(tool: Callable[P, T]) -> None:
        server.tool(annotations=reads_only)(_stated(tool))

    def search(query: str = "", who: str = "", about: str = "", limit: int = 10) -> list[dict[str, Any]]:
        """Articles that hold all words of a query, in Arabic, however spelt and inflected.

        With ``who`` or ``about``: what that speaker said, or what was said of that topic.
        """
        return answers.search(ledger, query, who, about, limit)

    def stories(limit: int = 20) -> list[dict[str, Any]]:
        """The stories, the largest first; their ids go into claims and measures."""
        return answers.stories(ledger, limit)

    def claims(story: str | None = None, limit: int = 20) -> list[dict[str, Any]]:
        """What is claimed, and who affirms, denies or withholds it, each with its exact words."""
        return answers.claims(ledger, story, limit)

    def measures(story: str | None = None, limit: int = 20) -> list[dict[str, Any]]:
        """What is counted, with every figure, its bounds, who gave it, when, and its exact words."""
        return answers.measures(ledger, story, limit)

    def explain(key: str) -> dict[str, Any]:
        """Why a finding, claim, measure, copy, story or identity was found, and all places it rests on."""
        return answers.explain(ledger, key)

    for tool in (search, stories, claims, measures, explain):
        offer(tool)
    return server


def _stated(tool: Callable[P, T]) -> Callable[P, T]:
    """The tool, its errors told to the assistant in one line."""
    from mcp.server.mcpserver.exceptions import ToolError

    @wraps(tool)
    def run(*arguments: P.args, **options: P.kwargs) -> T:
        try:
            return tool(*arguments, **options)
        except TawaturError as error:
            raise ToolError(str(error)) from error

    return run
