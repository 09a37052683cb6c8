"""What the README shows is what happens."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^tawatur [^\n#]+", README, re.MULTILINE)


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command of the README in a folder that holds the samples."""
    words = shlex.split(command)
    return subprocess.run(
        [sys.executable, "-m", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the samples, as after a clone."""
    folder = tmp_path_factory.mktemp("clone")
    (folder / "samples").symlink_to(ROOT / "samples")
    return folder


def test_the_output_shown_is_the_real_one(folder: Path) -> None:
    shown = re.search(r"```text\n(.*?)```", README, re.DOTALL)
    assert shown
    assert run("tawatur report samples/ -o dossier.html", folder).stdout == shown[1]


def test_every_command_shown_works(folder: Path) -> None:
    assert len(COMMANDS) >= 6
    first = run(COMMANDS[0], folder)
    assert first.returncode == 0, first.stderr
    finding = re.search(r"disputed-\w+", run("tawatur export --ledger north", folder).stdout)
    assert finding
    for command in COMMANDS[1:]:
        done = run(command.replace(" ID ", f" {finding[0]} "), folder)
        assert done.returncode == 0, (command, done.stderr)


def test_the_python_shown_works() -> None:
    script = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert script
    subprocess.run([sys.executable, "-c", script[1]], check=True, capture_output=True)


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#h][^)]*)\)", README))
def test_every_link_leads_somewhere(target: str) -> None:
    assert (ROOT / target).exists()
