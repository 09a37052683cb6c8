"""Typed tables: the YAML that ships inside the package, strictly checked as it is read."""

from importlib import resources
from typing import TypeVar

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
    """A safe loader that refuses a key given twice, which YAML would let the last one win."""

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


_LOADER = _StrictLoader
