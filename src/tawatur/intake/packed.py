"""Opening files, compressed ones too, without letting a small one become an endless one."""

import io
import zlib
from pathlib import Path
from typing import BinaryIO, cast

from tawatur.errors import SourceError
from tawatur.intake.limits import ORDINARY, Limits

_BUFFER = 1 << 16
_GZIP = zlib.MAX_WBITS | 16


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
    """A gzip stream, of one member or many, that stops when it grows out of all proportion.

    What comes before damage is given out before the damage is told.
    """

    def __init__(self, packed: BinaryIO, place: str, limits: Limits) -> None:
        self._packed = packed
        self._place = place
        self._limits = limits
        self._unpacker = zlib.decompressobj(_GZIP)
        self._waiting = b""
        self._inside = False
        self._in = self._out = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._next(len(buffer))
        buffer[: len(data)] = data
        self._out += len(data)
        if self._out > max(self._limits.article_bytes, self._limits.expansion * self._in):
            raise SourceError(self._place, f"grows more than {self._limits.expansion} times when unpacked")
        return len(data)

    def _next(self, most: int) -> bytes:
        """Up to ``most`` unpacked bytes, none at the end of the last member."""
        while True:
            if self._unpacker.eof:
                self._waiting = self._unpacker.unused_data.lstrip(b"\0")
                self._unpacker = zlib.decompressobj(_GZIP)
                self._inside = False
            if not self._waiting and not self._refill():
                return b""
            try:
                data = self._unpacker.decompress(self._waiting, most)
            except zlib.error as error:
                raise SourceError(self._place, f"the compressed data are damaged: {error}") from error
            self._inside = True
            self._waiting = self._unpacker.unconsumed_tail
            if data:
                return data

    def _refill(self) -> bool:
        """Fetch more packed bytes; False at the end, SourceError in the middle of a member."""
        self._waiting = self._packed.read(_BUFFER)
        self._in += len(self._waiting)
        if not self._waiting and self._inside:
            raise SourceError(self._place, "the compressed data break off")
        return bool(self._waiting)

    def close(self) -> None:
        if not self.closed:
            self._packed.close()
        super().close()
