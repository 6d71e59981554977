"""The site, built once, and a browser to open it in."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, BrowserContext, sync_playwright
from playwright.sync_api import Page as Tab

from tests.support.pages import ROOT
from tests.support.server import ADDRESS, free_port, serve

#: A site that was built before: build only what has changed since (tests/mutate.py).
BUILT = os.environ.get("OPTGUIDE_BUILT")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def address() -> str:
    """Where the site believes to live."""
    return ADDRESS


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, address: str) -> Iterator[Path]:
    """Both languages, built as ``make build`` does, strictly; once for all processes."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    directory = Path(BUILT) if BUILT else shared / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", address)
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        # What make sets to the time of the commit; the builds of a test session agree on it.
        os.environ.setdefault("SOURCE_DATE_EPOCH", "1700000000")
        with FileLock(shared / "site.lock"):
            done = shared / "site.done"
            if not done.exists():
                config = load_config(
                    str(ROOT / "mkdocs.yml"),
                    site_dir=str(directory),
                    strict=not BUILT,  # a build of what has changed begins with a warning
                )
                config.plugins.on_startup(command="build", dirty=bool(BUILT))
                build(config, dirty=bool(BUILT))
                done.touch()
        yield directory


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
