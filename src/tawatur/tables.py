"""Typed tables: the YAML that ships inside the package, strictly checked as it is read."""

import re
from importlib import resources
from typing import ClassVar, TypeVar

import msgspec
import yaml

from tawatur.errors import LexiconError

T = TypeVar("T")


def load_table(package: str, name: str, shape: type[T]) -> T:
    """The content of ``<package>/<name>.yaml`` as ``shape``.

    Raises LexiconError naming the file and the line or entry where it is not that shape.
    """
    file = f"{name}.yaml"
    raw = resources.files(package).joinpath(file).read_text(encoding="utf-8")
    try:
        return msgspec.convert(yaml.load(raw, Loader=_LOADER), shape)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise LexiconError(f"{file}:{line}: {error.problem}") from error
    except msgspec.ValidationError as error:
        raise LexiconError(f"{file}: {error}") from error


class _StrictLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """A safe loader without YAML's surprises.

    A key given twice is refused, where YAML would let the last one win; ``on`` and ``no`` are
    words, not truth values; a date stays the text it is.
    """

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
        seen: dict[object, int] = {}
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            line = key_node.start_mark.line + 1
            if key in seen:
                raise yaml.MarkedYAMLError(
                    problem=f"{key!r} is already listed at line {seen[key]}; merge the two entries",
                    problem_mark=key_node.start_mark,
                )
            seen[key] = line
        return super().construct_mapping(node, deep=deep)  # type: ignore[no-any-return]


_DIGITS = list("-0123456789")
_PLAIN = (
    ("null", r"(?:null|~|)$", ["n", "~", ""]),
    ("bool", r"(?:true|false)$", ["t", "f"]),
    ("int", r"-?\d+$", _DIGITS),
    ("float", r"-?\d+\.\d+$", _DIGITS),
)
for _kind, _pattern, _first in _PLAIN:
    _StrictLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_kind}", re.compile(_pattern), _first)
_LOADER = _StrictLoader
