"""While an author writes, the pages show what a full build shows, and what is wrong."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.support.project import environment, small
from tests.support.server import free_port

pytestmark = pytest.mark.slow

PAGES = {
    "index.md": "# Home { #home }\n\n[Page](page.md), [other](other.md).\n",
    "page.md": '# Page { #page }\n\nWords.\n\n--8<-- "losses/regression/l1/by_hand.py:errors"\n',
    "other.md": "# Other { #other }\n\nWords.\n",
}


class Server:
    """A project that is served as ``make serve`` does it."""

    def __init__(self, folder: Path) -> None:
        self.project = small(folder, PAGES)
        self.address = f"127.0.0.1:{free_port()}"
        command = [
            sys.executable,
            "-m",
            "mkdocs",
            "serve",
            "--dirty",
            "-a",
            self.address,
        ]
        self.log = (folder / "log").open("w")
        self.process = subprocess.Popen(
            command, cwd=self.project, env=environment(self.project), stderr=self.log
        )

    def get(self, url: str) -> str:
        try:
            with urlopen(f"http://{self.address}/{url}") as answer:
                return str(answer.read().decode())
        except URLError:
            return ""

    def wait(self, url: str, text: str) -> str:
        """The page, as soon as it says something."""
        end = time.monotonic() + 60
        while text not in (html := self.get(url)):
            assert time.monotonic() < end, f"{url} never says {text!r}"
            assert self.process.poll() is None
            time.sleep(0.1)
        return html

    def write(self, name: str, text: str) -> None:
        (self.project / "docs" / name).write_text(text, "utf-8")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("server"))
    yield server
    server.process.terminate()
    server.process.wait()
    server.log.close()


def test_what_is_served_is_what_is_built(server: Server) -> None:
    """After an edit: the change, in either language, and no menu that says "None"."""
    for language, url in (("zh", "page/"), ("en", "en/page/")):
        server.wait(url, "Words.")
        server.write(
            f"{language}/page.md", PAGES["page.md"].replace("Words", "Changed")
        )
        html = server.wait(url, "Changed.")
        assert not re.search(r"\bNone\b", html)
        assert html.count("Other") >= 2  # in the menu, and as the next page
        server.write(f"{language}/page.md", PAGES["page.md"])
        server.wait(url, "Words.")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            PAGES["page.md"].replace("errors", "erors"),
            "did you mean &#x27;errors&#x27;",
        ),
        (PAGES["page.md"] + "\n[dead](#nowhere)\n", "no heading { #nowhere }"),
        (
            PAGES["page.md"] + "\nA formula: $\\frec{1}{N}$\n",
            "Undefined control sequence",
        ),
    ],
)
def test_what_is_wrong_is_said_on_the_page(
    server: Server, text: str, message: str
) -> None:
    """With its file and line, and the server goes on."""
    server.wait("en/page/", "Words.")
    server.write("en/page.md", text)
    html = server.wait("en/page/", message.replace("&#x27;", "'"))
    assert "docs/en/page.md:" in html or "katex" in html or "broken" in html
    server.write("en/page.md", PAGES["page.md"])
    end = time.monotonic() + 60
    while message in server.get("en/page/"):
        assert time.monotonic() < end
        time.sleep(0.1)
