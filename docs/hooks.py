"""Pages of the site that are made from the program: its commands, its tables, the list of decisions."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec
import typer
from mkdocs.structure.files import File, Files

from tawatur.cli.main import app
from tawatur.rows import TABLES


def on_files(files: Files, config: Any) -> Files:
    """Add the made pages before the site is built."""
    decisions = sorted((Path(config["docs_dir"]) / "decisions").glob("[0-9]*.md"))
    for name, page in (
        ("reference/commands.md", commands_page()),
        ("reference/tables.md", tables_page()),
        ("decisions/index.md", decisions_page(decisions)),
    ):
        files.append(File.generated(config, name, content=page))
    return files


def commands_page() -> str:
    """Every command with its ``--help``, as the program tells it."""
    group = typer.main.get_command(app)
    context = group.make_context("tawatur", [], resilient_parsing=True)
    parts = ["# Commands", group.help or ""]
    for name in group.list_commands(context):  # type: ignore[attr-defined]
        command = group.get_command(context, name)  # type: ignore[attr-defined]
        parts += [f"## tawatur {name}", *_command(command, context)]
    return "\n\n".join(parts) + "\n"


def _command(command: Any, group: Any) -> Iterator[str]:
    context = command.make_context(f"tawatur {command.name}", [], parent=group, resilient_parsing=True)
    yield command.help or ""
    usage = " ".join(command.collect_usage_pieces(context))
    yield f"```text\ntawatur {command.name} {usage}\n```"
    rows = [record for parameter in command.params if (record := parameter.get_help_record(context))]
    if rows:
        yield "\n".join(("| | |", "|---|---|", *(f"| `{_cell(a)}` | {_cell(b)} |" for a, b in rows)))
    if command.epilog:
        yield command.epilog.replace("Example: ", "Example: `", 1) + "`"


def tables_page() -> str:
    """Every table of the exports and of a batch, its columns and their types."""
    parts = ["# Tables", "What `export --format csv`, `parquet` and `jsonl`, and `batch`, write."]
    for name, shape in TABLES.items():
        parts += [f"## {name}", (shape.__doc__ or "").replace("``", "`"), "\n".join(_columns(shape))]
    return "\n\n".join(parts) + "\n"


def _columns(shape: type[msgspec.Struct]) -> Iterator[str]:
    yield "| column | holds |"
    yield "|---|---|"
    for name, hint in get_type_hints(shape).items():
        kinds = get_args(hint)
        if Ellipsis in kinds:
            yield f"| {name} | a list of strings |"
        else:
            kind = next((one for one in kinds if one is not type(None)), hint)
            yield f"| {name} | {kind.__name__}{', or nothing' if type(None) in kinds else ''} |"


def decisions_page(files: list[Path]) -> str:
    """The list of decisions with their titles."""
    titles = ((file.name, file.read_text(encoding="utf-8").splitlines()[0].lstrip("# ")) for file in files)
    return "# Decisions\n\n" + "\n".join(f"- [{title}]({name})" for name, title in titles) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
