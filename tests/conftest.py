"""What several tests lean on."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of corpora and answer keys beside the repository."""
    if not (SHARED / "DESIGN.md").is_file():
        pytest.skip("the corpora and answer keys (../shared) are not here")
    return SHARED
