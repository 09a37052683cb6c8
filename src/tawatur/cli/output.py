"""Where a command writes: a file that is whole or not there, or standard output."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from tawatur.errors import SourceError


@contextmanager
def opened(out: str) -> Iterator[BinaryIO]:
    """A stream to ``out``; a file takes its name only once it is complete. Raises SourceError."""
    if out == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    target, partial = Path(out), Path(f"{out}.partial")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with partial.open("wb") as stream:
            yield stream
        partial.replace(target)
    except OSError as error:
        raise SourceError(out, f"cannot be written: {error.strerror}") from error
    finally:
        partial.unlink(missing_ok=True)
