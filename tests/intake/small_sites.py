"""A small real web server on 127.0.0.1 for tests."""

import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Page = tuple[int, dict[str, str], bytes]
Site = dict[str, "bytes | Page | Callable[[BaseHTTPRequestHandler], Page]"]


class Served:
    """A running site: its address, the requests it had, and its pages, which may be changed."""

    def __init__(self, pages: Site) -> None:
        self.pages = pages
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.url = ""

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@contextmanager
def serve(pages: Site, tls: ssl.SSLContext | None = None) -> Iterator[Served]:
    """A site that answers GET with ``pages``: bytes, ``(status, headers, body)`` or a function.

    A function that has answered by itself gives the status 0.
    """
    site = Served(pages)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            found: Any = site.pages.get(self.path, (404, {}, b"not here"))
            status, headers, body = (
                found(self) if callable(found) else found if isinstance(found, tuple) else (200, {}, found)
            )
            with suppress(OSError):
                self.send_response(status)
                for name, value in {"Content-Length": str(len(body)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

        def log_message(self, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    site.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


def slowly(body: bytes, pause: float) -> Callable[[BaseHTTPRequestHandler], Page]:
    """An answer that comes a byte at a time."""

    def answer(handler: BaseHTTPRequestHandler) -> Page:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        with suppress(OSError):
            for byte in body:
                handler.wfile.write(bytes([byte]))
                handler.wfile.flush()
                time.sleep(pause)
        return 0, {}, b""

    return answer
