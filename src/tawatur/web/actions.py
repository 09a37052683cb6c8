"""What people do: add, judge, undo, export, choose language and digits."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Annotated
from urllib.parse import quote, urlsplit

import msgspec
from litestar import Response, get, post
from litestar.datastructures import Cookie, UploadFile
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.exceptions import NotFoundException
from litestar.params import Body, FromQuery
from litestar.response import Redirect, ServerSentEvent

from tawatur.dossier import render_dossier
from tawatur.errors import RequestError
from tawatur.export.formats import DOCUMENTS, FORMATS, write_tables
from tawatur.intake import is_address
from tawatur.ledger import Ledger, links
from tawatur.ledger.judgements import judge, withdraw
from tawatur.model import Article, Reading, Situation, Verdict
from tawatur.web.addresses import id_of
from tawatur.web.asked import Ask, Key, OurDesk, OurJobs
from tawatur.web.desk import Desk
from tawatur.web.html import JUDGE_COOKIE, page
from tawatur.web.jobs import Job, Jobs, Upload

_YEAR = int(timedelta(days=365).total_seconds())
_SOON = 4.0
_LOOK = 0.25


@get("/add", include_in_schema=False, sync_to_thread=False)
def add_page(request: Ask) -> Response[str]:
    """The form to add articles."""
    return page(request, "add.html")


@post("/add", include_in_schema=False, status_code=303)
async def add(request: Ask, jobs: OurJobs, may_fetch: NamedDependency[bool]) -> Redirect:
    """Begin to add files, a pasted text or a page; leads to the page of the job."""
    form = await request.form()
    files = [file for file in form.getall("files", []) if isinstance(file, UploadFile) and file.filename]
    uploads = [Upload(file.filename, await file.read()) for file in files]
    fields = {key: str(form.get(key) or "").strip() for key in _FIELDS}
    pasted = _pasted(fields)
    address = fields["url"] if not pasted and is_address(fields["url"]) else None
    if address and not may_fetch:
        raise RequestError("pages are fetched only for who sits at this computer; paste the text instead")
    if not uploads and not pasted and not address:
        raise RequestError("nothing to add: choose a file, paste a text or give the address of a page")
    return Redirect(f"/jobs/{jobs.add(uploads, pasted, address).id}", status_code=303)


_FIELDS = ("text", "title", "outlet", "url", "published")


def _pasted(fields: dict[str, str]) -> Article | None:
    if not fields["text"]:
        return None
    given = {key: value for key, value in fields.items() if value}
    return Article(id="pasted", **given)


@get("/jobs/{job_id:str}", include_in_schema=False, sync_to_thread=False)
def job_page(request: Ask, jobs: OurJobs, job_id: Key) -> Response[str]:
    """How far a job is."""
    return page(request, "job.html", job=_job(jobs, job_id))


@get("/jobs/{job_id:str}/events", include_in_schema=False, sync_to_thread=False)
def job_events(jobs: OurJobs, job_id: Key) -> ServerSentEvent:
    """How far a job is, again and again until it has finished."""
    return ServerSentEvent(_states(_job(jobs, job_id)))


async def _states(job: Job) -> AsyncIterator[str]:
    while not job.finished:
        yield msgspec.json.encode(job).decode()
        await asyncio.sleep(_LOOK)
    yield msgspec.json.encode(job).decode()


def _job(jobs: Jobs, job_id: str) -> Job:
    job = jobs.get(job_id)
    if job is None:
        raise NotFoundException(detail="this job is not known (any more)")
    return job


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What a person decides, as a form sends it; ``back`` is the page to return to."""

    about: str
    verdict: Verdict
    by: str
    other: str | None = None
    note: str | None = None
    back: str = "/judgements"


@post("/judge", include_in_schema=False, status_code=303)
async def judge_form(
    desk: OurDesk,
    jobs: OurJobs,
    data: Annotated[Decision, Body(media_type=RequestEncodingType.URL_ENCODED)],
) -> Redirect:
    """Keep a judgement, bring the links up to date, and go back to the page."""
    with desk.ledger() as ledger:
        other = _identity_meant(data.other) if data.other else None
        judge(ledger, data.about, data.verdict, data.by.strip() or "?", other, data.note or None)
    await _refreshed(jobs)
    name = Cookie(
        JUDGE_COOKIE, value=quote(data.by, safe=""), max_age=_YEAR, samesite="strict", httponly=True
    )
    return Redirect(_inside(data.back), status_code=303, cookies=[name])


def _identity_meant(written: str) -> str:
    """The id of a name, given as it is or as the address of its page."""
    _, is_address, key = written.strip().rpartition("/entities/")
    return id_of(key.partition("?")[0]) if is_address else written.strip()


@post("/judgements/{judgement_id:str}/undo", include_in_schema=False, status_code=303)
async def undo_form(request: Ask, desk: OurDesk, jobs: OurJobs, judgement_id: Key) -> Redirect:
    """Take a judgement back and go back to the page."""
    with desk.ledger() as ledger:
        withdraw(ledger, judgement_id)
    await _refreshed(jobs)
    return Redirect(_inside(str((await request.form()).get("back") or "/judgements")), status_code=303)


async def _refreshed(jobs: Jobs) -> None:
    """Bring everything up to date, and wait for it a little: a small ledger is done at once."""
    job = jobs.refresh()
    for _ in range(int(_SOON / _LOOK)):
        if job.finished:
            return
        await asyncio.sleep(_LOOK)


@get("/stories/{key:str}/export/{kind:str}", include_in_schema=False, sync_to_thread=True)
def export_story(desk: OurDesk, key: Key, kind: Key) -> Response[bytes]:
    """A story as a file: the dossier, or any of the formats of ``tawatur export``."""
    with desk.ledger() as ledger:
        situation, readings = _story(desk, ledger, id_of(key))
    content, ending = _exported(kind, situation, readings)
    headers = {"content-disposition": f'attachment; filename="{situation.stories[0].id}{ending}"'}
    return Response(content, media_type="application/octet-stream", headers=headers)


def _story(desk: Desk, ledger: Ledger, story_id: str) -> tuple[Situation, list[Reading]]:
    story = links.story(ledger, story_id)
    return desk.situation(ledger, story), list(ledger.readings(story.articles))


def _exported(kind: str, situation: Situation, readings: list[Reading]) -> tuple[bytes, str]:
    if kind == "dossier":
        return render_dossier(situation, readings).encode(), ".html"
    if kind in DOCUMENTS:
        out = BytesIO()
        DOCUMENTS[kind](situation, readings, out)
        return out.getvalue(), f".{kind}"
    if kind not in FORMATS:
        raise RequestError(f"no format {kind!r}; there are dossier, {', '.join(FORMATS)}")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "tables.zip"
        write_tables(kind, situation, readings, file)
        return file.read_bytes(), f".{kind}.zip"


@get("/likes", include_in_schema=False, sync_to_thread=False)
def choose(
    language: FromQuery[str] = "", digits: FromQuery[str] = "", back: FromQuery[str] = "/"
) -> Redirect:
    """Remember the language and digits a reader likes and go back to the page."""
    chosen = [
        Cookie(name, value=value, max_age=_YEAR, samesite="lax")
        for name, value in (("language", language), ("digits", digits))
        if value.isascii() and value.isalpha()
    ]
    return Redirect(_inside(back), cookies=chosen)


def _inside(address: str) -> str:
    """An address of ours, or the first page: nobody is led elsewhere."""
    parts = urlsplit(address)
    ours = not parts.scheme and not parts.netloc and address.startswith("/") and "\\" not in address
    return address if ours and not address.startswith("//") else "/"


ACTIONS = [add_page, add, job_page, job_events, judge_form, undo_form, export_story, choose]
