"""Tawatur reads Arabic news critically: who said what, what stands against it, and where."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tawatur.notebook import Read as Read
    from tawatur.notebook import read as read
    from tawatur.notebook import read_all as read_all

__version__ = "0.1.0"
__all__ = ["Read", "__version__", "read", "read_all"]


def __getattr__(name: str) -> Any:
    """The names of the notebook, loaded when first asked for, because the finders take a moment."""
    if name in __all__:
        from tawatur import notebook

        return getattr(notebook, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
