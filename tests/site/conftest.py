"""The site, built once, and a browser to open it in."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, BrowserContext, sync_playwright
from playwright.sync_api import Page as Tab

from optguide_site.project import DOCS, LANGUAGES, ROOT
from tests.support.pages import FRAME, NAMES
from tests.support.passes import contents
from tests.support.project import build_environment
from tests.support.server import ADDRESS, free_port, serve

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(autouse=True)
def both_languages(request: pytest.FixtureRequest) -> None:
    """A page in one language only is one failure, and its other tests are not run."""
    name = getattr(request.node, "callspec", None) and request.node.callspec.params.get(
        "name"
    )
    if name in NAMES and "exists_in_both" not in request.node.name:
        for language in LANGUAGES:
            if not (DOCS / language / name).is_file():
                pytest.skip(
                    f"docs/{language}/{name} is missing, which another test says"
                )


@pytest.fixture(scope="session")
def address() -> str:
    """Where the site believes to live."""
    return ADDRESS


@pytest.fixture(scope="session")
def site(
    tmp_path_factory: pytest.TempPathFactory,
    pytestconfig: pytest.Config,
    address: str,
) -> Path:
    """Both languages, built as ``make build`` does, strictly; once for all processes.

    The site is kept, in ``.build/tests``: what has changed since is built anew. With
    ``--fresh``, for the slow tests, and where anything but pages has changed, all of it is.
    """
    folder = ROOT / ".build/tests"
    folder.mkdir(parents=True, exist_ok=True)
    session = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        session = session.parent
    with FileLock(folder / "site.lock"):  # prepare has a lock of its own
        if not (session / "built").exists():
            fast = "not slow" in pytestconfig.getoption("markexpr")
            build(folder, address, fresh=pytestconfig.getoption("--fresh") or not fast)
            (session / "built").touch()
    return folder / "site"


def build(folder: Path, address: str, *, fresh: bool) -> None:
    """Build the site, or what has changed of its pages."""
    frame = "".join([contents(name) for name in FRAME] + NAMES)
    mark, site = folder / "frame", folder / "site"
    is_known = mark.is_file() and mark.read_text() == frame
    if fresh or os.environ.get("CI") or not is_known:
        mark.unlink(missing_ok=True)
        shutil.rmtree(site, ignore_errors=True)
    how = "--dirty" if site.is_dir() else "--strict"
    ran = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", how, "--site-dir", site],
        cwd=ROOT,
        env=build_environment(folder, address),
        capture_output=True,
        text=True,
    )
    warnings = [line for line in ran.stderr.splitlines() if "WARNING" in line]
    others = [line for line in warnings if "dirty" not in line]
    if ran.returncode or others:
        shutil.rmtree(site, ignore_errors=True)
        pytest.fail(f"the site cannot be built:\n{ran.stderr}", pytrace=False)
    mark.write_text(frame)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where Chromium is."""
    if found := shutil.which("chromium"):
        return found
    message = "no chromium on this machine: make test-browser installs it on Debian"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[int]:
    """The built site, served: at this port, where the browser looks for `address`."""
    with serve(site, port := free_port()):
        yield port


@pytest.fixture(scope="module")
def browser(chromium: str, served: int) -> Iterator[Browser]:
    """Chromium, which finds the site at its address."""
    # Each process has a server of its own, and all are one address.
    host = ADDRESS.removeprefix("http://").strip("/")
    rule = f"--host-resolver-rules=MAP {host}:80 127.0.0.1:{served}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=[*ARGUMENTS, rule]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """One visitor for all tests of a file: style sheets and scripts are fetched once."""
    permissions = ["clipboard-read", "clipboard-write"]
    context = browser.new_context(base_url=address, permissions=permissions)
    yield context
    context.close()


@pytest.fixture
def tab(context: BrowserContext) -> Iterator[Tab]:
    """A tab of its own for each test."""
    tab = context.new_page()
    yield tab
    tab.close()
