"""Examples in docstrings (``>>> …``) shown as code on the site."""

import re
from typing import Any

from griffe import Extension

_EXAMPLE = re.compile(r"^>>> .*(?:\n(?!\n).*)*", re.MULTILINE)


class Doctests(Extension):
    """Puts a fence around every example, without the flags meant for the test runner."""

    def on_instance(self, *, obj: Any, **_: Any) -> None:
        """Called for every module, class and function."""
        if obj.docstring:
            obj.docstring.value = _EXAMPLE.sub(_fenced, obj.docstring.value)


def _fenced(example: re.Match[str]) -> str:
    return f"```pycon\n{example[0].replace('  # doctest: +SKIP', '')}\n```"
