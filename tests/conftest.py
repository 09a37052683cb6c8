"""What several tests lean on."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("tawatur", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("tawatur")

SHARED = Path(__file__).resolve().parents[2] / "shared"
SAMPLES = Path(__file__).resolve().parents[1] / "samples"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--rewrite-golden``, which writes the golden files anew instead of comparing."""
    parser.addoption("--rewrite-golden", action="store_true", help="write golden files; then read the diff")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of corpora and answer keys beside the repository."""
    if not (SHARED / "DESIGN.md").is_file():
        pytest.skip("the corpora and answer keys (../shared) are not here")
    return SHARED


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of the sample articles."""
    return SAMPLES


@pytest.fixture(scope="session")
def rewriting(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are written anew."""
    return bool(request.config.getoption("--rewrite-golden"))
