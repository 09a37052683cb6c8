"""Fetching over HTTP with good manners: robots.txt, one request a second and host, few retries.

Each hop of a redirect is resolved and checked anew, and the connection goes to the very
address that was checked, so neither a redirect nor a second DNS answer leads inside.
"""

import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Self
from urllib.parse import urljoin

import httpx

from tawatur.errors import SourceError
from tawatur.intake.answers import POLITE, UNKNOWN, Answer, Known, Manners, media_and_charset
from tawatur.intake.asking import Bounds, Reply, TooLargeError, as_ascii, ask, split_address
from tawatur.intake.limits import ORDINARY, Limits
from tawatur.intake.robots import ALLOW_ALL, DENY_ALL, Robots, parse_robots

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LATER = frozenset({408, 425, 429, 500, 502, 503, 504})
_ROBOTS_BYTES = 500_000
_LONGEST_WAIT = 60.0


class Fetcher:
    """Fetches documents one at a time; remembers what each site's robots.txt says and when it was asked.

    Use as a context manager. ``sleep`` and ``clock`` stand for the passing of time.
    """

    def __init__(
        self,
        manners: Manners = POLITE,
        limits: Limits = ORDINARY,
        *,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._manners = manners
        self._limits = limits
        self._sleep = sleep
        self._clock = clock
        self._robots: dict[str, Robots] = {}
        self._asked: dict[str, float] = {}
        self._client = httpx.Client(
            headers={"User-Agent": manners.agent, "Accept-Encoding": "gzip, deflate"},
            timeout=limits.seconds,
            trust_env=False,
            limits=httpx.Limits(max_keepalive_connections=0),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give back the connections."""
        self._client.close()

    def fetch(self, url: str, known: Known = UNKNOWN) -> Answer:
        """The document at an http(s) address, following redirects.

        Raises SourceError, with ``url`` as its place, where the document is not allowed, not
        public, too large, too slow, not there, or still failing after some attempts.
        """
        at = url
        try:
            for _ in range(self._limits.redirects + 1):
                self._check_robots(at)
                reply = self._persistently(at, known)
                if reply.status not in _REDIRECTS or "location" not in reply.headers:
                    return _answer(at, reply)
                at = urljoin(at, reply.headers["location"])
        except SourceError as error:
            raise SourceError(url, error.problem) from error
        except ValueError as error:
            raise SourceError(url, f"redirects to what is no address: {error}") from error
        raise SourceError(url, f"redirects more than {self._limits.redirects} times")

    def _check_robots(self, url: str) -> None:
        if not self._manners.robots:
            return
        parts = split_address(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            self._robots[site] = self._read_robots(site)
        path = as_ascii(parts.path) or "/"
        if not self._robots[site].allows(f"{path}?{as_ascii(parts.query)}" if parts.query else path):
            raise SourceError(url, "robots.txt of the site does not allow it")

    def _read_robots(self, site: str) -> Robots:
        """What a site's robots.txt says; none means all is allowed, a failing server means nothing is."""
        try:
            reply = self._ask(f"{site}/robots.txt", UNKNOWN, _ROBOTS_BYTES)
        except (httpx.HTTPError, TooLargeError):
            return DENY_ALL
        if reply.status != httpx.codes.OK:
            return DENY_ALL if reply.status >= httpx.codes.INTERNAL_SERVER_ERROR else ALLOW_ALL
        name = self._manners.agent.partition("/")[0]
        return parse_robots(reply.data.decode("utf-8", errors="replace"), name)

    def _persistently(self, url: str, known: Known) -> Reply:
        """One answer in as many attempts as manners allow, each after a longer wait."""
        problem, wait = "", 0.0
        for attempt in range(self._manners.attempts):
            if wait:
                self._sleep(wait)
            wait = 2.0**attempt
            try:
                reply = self._ask(url, known, self._limits.article_bytes)
            except TooLargeError as error:
                raise SourceError(url, str(error)) from error
            except httpx.HTTPError as error:
                problem = f"cannot be fetched: {str(error) or type(error).__name__}"
                continue
            if reply.status not in _LATER:
                return reply
            problem = f"the server answers {reply.status}"
            wait = max(wait, _retry_after(reply))
        raise SourceError(url, f"{problem} ({self._manners.attempts} attempts)")

    def _ask(self, url: str, known: Known, most: int) -> Reply:
        self._wait_for_turn(url)
        headers = {
            name: value
            for name, value in (("If-None-Match", known.etag), ("If-Modified-Since", known.modified))
            if value
        }
        bounds = Bounds(most, self._limits.seconds, self._manners.private)
        return ask(self._client, url, headers, bounds, self._clock)

    def _wait_for_turn(self, url: str) -> None:
        """Sleep until the host may be asked again, by manners and by its own robots.txt."""
        parts = split_address(url)
        site = f"{parts.scheme}://{parts.netloc}"
        pause = max(self._manners.seconds_between, self._robots.get(site, ALLOW_ALL).delay)
        if parts.netloc in self._asked:
            self._sleep(max(0.0, self._asked[parts.netloc] + pause - self._clock()))
        self._asked[parts.netloc] = self._clock()


def _answer(url: str, reply: Reply) -> Answer:
    known = Known(reply.headers.get("etag"), reply.headers.get("last-modified"))
    if reply.status == httpx.codes.NOT_MODIFIED:
        return Answer(url=url, data=None, known=known)
    if reply.status != httpx.codes.OK:
        raise SourceError(url, f"the server answers {reply.status}")
    media, charset = media_and_charset(reply.headers.get("content-type", ""))
    return Answer(url=url, data=reply.data, media=media, charset=charset, known=known)


def _retry_after(reply: Reply) -> float:
    """The seconds a server asks to wait, no more than a minute."""
    stated = reply.headers.get("retry-after", "")
    if stated.isdigit():
        return min(float(stated), _LONGEST_WAIT)
    try:
        return min(max(parsedate_to_datetime(stated).timestamp() - time.time(), 0.0), _LONGEST_WAIT)
    except (ValueError, TypeError):
        return 0.0
