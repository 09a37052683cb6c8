"""Tawatur reads Arabic news critically: who said what, what stands against it, and where."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tawatur.alone import find_quantities as find_quantities
    from tawatur.alone import find_times as find_times
    from tawatur.notebook import Read as Read
    from tawatur.notebook import read as read
    from tawatur.notebook import read_all as read_all

__version__ = "0.1.0"
__all__ = ["Read", "__version__", "find_quantities", "find_times", "read", "read_all"]

_HOMES = {"find_quantities": "alone", "find_times": "alone"}


def __getattr__(name: str) -> Any:
    """The public names, loaded when first asked for, because the finders take a moment."""
    if name in __all__:
        return getattr(import_module(f"tawatur.{_HOMES.get(name, 'notebook')}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
