"""Serve a built site as a web host does: compressed."""

import gzip
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

#: Where the site believes to live, whatever the port: a browser is told (tests/site/conftest.py).
#: Names below `localhost` are safe for it, as HTTPS is: pages may write to the clipboard.
ADDRESS = "http://optguide.localhost/"
COMPRESSED = {".html", ".css", ".js", ".json", ".xml", ".svg", ".ipynb", ".py"}


@lru_cache(maxsize=256)
def content(path: Path, _changed: int) -> bytes:
    """What is sent for a file: a web host, too, compresses it once."""
    data = path.read_bytes()
    return gzip.compress(data) if path.suffix in COMPRESSED else data


class Handler(SimpleHTTPRequestHandler):
    """Files of a folder, quietly; text compressed with gzip."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1  # else head and body are sent apart, and the body may have to wait

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        data = content(path, path.stat().st_mtime_ns)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        if path.suffix in COMPRESSED:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        pass


def free_port() -> int:
    """A port of 127.0.0.1 that nothing listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


@contextmanager
def serve(site: Path, port: int) -> Iterator[None]:
    """Serve ``site`` at 127.0.0.1 while the context is open."""
    handler = partial(Handler, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield
        server.shutdown()
