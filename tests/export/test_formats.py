"""Every format by name, and what holds for all of them."""

from pathlib import Path

import pytest
from floods import sample_readings, sample_situation

from tawatur.export.formats import FORMATS


def write(name: str, out: Path) -> dict[str, bytes]:
    FORMATS[name].write(sample_situation(), iter(sample_readings()), out)
    files = sorted(out.iterdir()) if out.is_dir() else [out]
    return {file.name: file.read_bytes() for file in files}


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_input_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    first, second = write(name, tmp_path / "first"), write(name, tmp_path / "second")
    assert any(first.values())
    assert list(first.values()) == list(second.values())


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_says_whether_it_gives_a_folder(name: str, tmp_path: Path) -> None:
    write(name, tmp_path / "out")
    assert (tmp_path / "out").is_dir() is FORMATS[name].folder
    assert FORMATS[name].folder is not bool(FORMATS[name].suffix)
