"""Every command and every script on the documentation site runs, and the site builds without a network."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tawatur.cli.main import app

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "docs/index.md", ROOT / "docs/tour.md", *sorted((ROOT / "docs/guide").glob("*.md"))]
OURS = "https://github.com/tawatur"
LOADED = r"<(?:script|img|link)[^>]+(?:src|href)=\"(https?://[^\"]+)"
FENCED = re.compile(r"^```(sh|python|text|json|yaml)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def blocks(page: Path, language: str) -> list[str]:
    return [body for kind, body in FENCED.findall(page.read_text(encoding="utf-8")) if kind == language]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_a_page_shows_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    monkeypatch.chdir(tmp_path)
    shown = [line for block in blocks(page, "sh") for line in block.splitlines()]
    assert shown or blocks(page, "python") or page.stem in ("app", "assistant")
    for line in shown:
        program, *words = shlex.split(line)
        assert program == "tawatur"
        done = CliRunner().invoke(app, words)
        assert done.exit_code == 0, (line, done.output)
    for script in blocks(page, "python"):
        subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, cwd=tmp_path)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_commands_that_are_only_shown_exist(page: Path) -> None:
    names = {command.callback.__name__ for command in app.registered_commands if command.callback}
    for block in blocks(page, "text"):
        for name in re.findall(r"^tawatur (\w+)", block, re.MULTILINE):
            assert name in names


def test_every_command_is_in_the_reference(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("mkdocs", reason="mkdocs is not installed")
    monkeypatch.syspath_prepend(str(ROOT / "docs"))
    from hooks import commands_page, tables_page

    names = {command.callback.__name__ for command in app.registered_commands if command.callback}
    assert set(re.findall(r"^## tawatur (\w+)$", commands_page(), re.MULTILINE)) == names
    assert "## statements" in tables_page()


def test_the_site_builds_without_warnings_and_without_a_network(tmp_path: Path) -> None:
    pytest.importorskip("material", reason="mkdocs-material is not installed")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    pages = list(tmp_path.rglob("*.html"))
    assert len(pages) > 12
    for page in pages:
        loaded = re.findall(LOADED, page.read_text("utf-8"))
        assert all(address.startswith(OURS) for address in loaded), page
