"""Work that takes longer than a request: adding articles, bringing everything up to date."""

import json
import shutil
import tempfile
import threading
import uuid
from collections.abc import Callable
from pathlib import Path

import msgspec

from tawatur import flow
from tawatur.errors import TawaturError
from tawatur.flow import Step
from tawatur.model import Article
from tawatur.web.desk import Desk

_KEPT = 100


class Job(msgspec.Struct):
    """What is being done and how far it is; ``problem`` is set where it failed."""

    id: str
    step: str = "waiting"
    done: int = 0
    finished: bool = False
    added: int = 0
    known: int = 0
    refused: list[str] = msgspec.field(default_factory=list)
    problem: str | None = None


class Upload(msgspec.Struct, frozen=True):
    """A file as it was sent: its name says the format, and nothing else is believed of it."""

    name: str
    content: bytes


class Jobs:
    """The jobs of one app, each in a thread; the latest hundred are remembered."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._jobs: dict[str, Job] = {}

    def get(self, job_id: str) -> Job | None:
        """A job by its id."""
        return self._jobs.get(job_id)

    def add(self, uploads: list[Upload], pasted: Article | None, address: str | None = None) -> Job:
        """Read files, a pasted text and a page or feed into the ledger, link and index."""
        folder = Path(tempfile.mkdtemp(prefix="tawatur-"))
        for number, upload in enumerate(uploads):
            (folder / _file_name(number, upload.name)).write_bytes(upload.content)
        if pasted:
            (folder / "pasted.jsonl").write_bytes(_line(pasted))
        paths = [str(folder), address] if address and not _is_empty(folder) else [address or str(folder)]
        return self._start(lambda job, step: self._read(job, folder, paths, step))

    def refresh(self) -> Job:
        """Link what has changed and bring the index in step."""
        return self._start(lambda job, step: self._desk.refresh(step))

    def _read(self, job: Job, folder: Path, paths: list[str], step: Step) -> None:
        try:
            with self._desk.ledger() as ledger:
                tally = flow.add(ledger, paths, step, workers=1)
            job.added, job.known = tally.added, tally.known
            job.refused = [f"{Path(r.place).name}: {r.problem}" for r in tally.refused]
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        self._desk.refresh(step)

    def _start(self, work: Callable[[Job, Step], None]) -> Job:
        job = Job(uuid.uuid4().hex)
        while len(self._jobs) >= _KEPT:
            self._jobs.pop(next(iter(self._jobs)))
        self._jobs[job.id] = job
        threading.Thread(target=_run, args=(job, work), daemon=True, name=f"job-{job.id}").start()
        return job


def _run(job: Job, work: Callable[[Job, Step], None]) -> None:
    def step(what: str, done: int) -> None:
        job.step, job.done = what, done

    try:
        work(job, step)
    except TawaturError as error:
        job.problem = str(error)
    except Exception:
        job.problem = "something went wrong that should not; the log of the server says what"
        raise
    finally:
        job.finished = True


def _is_empty(folder: Path) -> bool:
    return not any(folder.iterdir())


def _file_name(number: int, name: str) -> str:
    """A name of our own with the endings of theirs: ``0003.jsonl.gz``."""
    endings = [ending for ending in Path(name).suffixes if ending[1:].isalnum() and len(ending) < 8]
    return f"{number:04}{''.join(endings[-2:]).lower()}"


def _line(article: Article) -> bytes:
    """One line of a corpus; without an id, so that the reader makes one from the content."""
    record = {key: value for key, value in msgspec.to_builtins(article).items() if key != "id"}
    return json.dumps(record, ensure_ascii=False).encode()
