"""Optional libraries: imported where they are used, missed with the name of the extra."""

from collections.abc import Iterator
from contextlib import contextmanager

from tawatur.errors import RequestError


@contextmanager
def needs(extra: str, purpose: str) -> Iterator[None]:
    """A block of imports that belong to an extra; raises RequestError saying how to install it."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise RequestError(
            f'{purpose} needs the library {error.name}: install it with pip install "tawatur[{extra}]"'
        ) from error
