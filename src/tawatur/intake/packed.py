"""Opening files, compressed ones too, without letting a small one become an endless one."""

import gzip
import io
import zlib
from pathlib import Path
from typing import BinaryIO, cast

from tawatur.errors import SourceError
from tawatur.intake.limits import ORDINARY, Limits

_BUFFER = 1 << 16


def open_file(file: Path, limits: Limits = ORDINARY) -> io.BufferedReader:
    """The bytes of a file, unpacked where its name ends in .gz.

    Reading raises SourceError once a compressed file has grown past ``limits.article_bytes``
    and past ``limits.expansion`` times what was read of it; OSError as ``open`` does.
    """
    packed = file.open("rb")
    return unpacked(packed, str(file), limits) if file.suffix.lower() == ".gz" else packed


def unpacked(packed: BinaryIO, place: str, limits: Limits = ORDINARY) -> io.BufferedReader:
    """The bytes a gzip stream holds, under the same guard as ``open_file``."""
    return io.BufferedReader(_Unpacked(packed, place, limits), _BUFFER)


def buffered(stream: BinaryIO) -> io.BufferedReader:
    """The same stream with a way to look ahead."""
    return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))


class _Unpacked(io.RawIOBase):
    """A gzip stream that stops when it grows out of all proportion."""

    def __init__(self, packed: BinaryIO, place: str, limits: Limits) -> None:
        self._packed = packed
        self._stream = gzip.GzipFile(fileobj=packed)
        self._place = place
        self._limits = limits
        self._out = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            count = self._stream.readinto(buffer)
        except (OSError, EOFError, zlib.error) as error:
            raise SourceError(self._place, f"the compressed data are damaged: {error}") from error
        self._out += count
        if (
            self._out > self._limits.article_bytes
            and self._out > self._limits.expansion * self._packed.tell()
        ):
            raise SourceError(self._place, f"grows more than {self._limits.expansion} times when unpacked")
        return count

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
            self._packed.close()
        super().close()
