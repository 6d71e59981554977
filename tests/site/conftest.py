"""The site, built once, and a browser to open it in."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page, sync_playwright

from optguide_site.project import ROOT
from tests.support.server import free_port, serve

#: A site that was built before: build only what has changed since (tests/mutate.py).
BUILT = os.environ.get("OPTGUIDE_BUILT")
CHROMIUM = shutil.which("chromium")
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
    """Where the site believes to live: a free port, for the browser."""
    if BUILT:
        return "http://127.0.0.1:8000/"
    return f"http://127.0.0.1:{free_port()}/"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, address: str) -> Iterator[Path]:
    """Both languages, built as ``make build`` does, strictly."""
    directory = Path(BUILT) if BUILT else tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", address)
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        # What make sets to the time of the commit; the builds of a test session agree on it.
        os.environ.setdefault("SOURCE_DATE_EPOCH", "1700000000")
        config = load_config(
            str(ROOT / "mkdocs.yml"),
            site_dir=str(directory),
            strict=not BUILT,  # a build of what has changed begins with a warning
        )
        config.plugins.on_startup(command="build", dirty=bool(BUILT))
        build(config, dirty=bool(BUILT))
        yield directory


@pytest.fixture(scope="module")
def served(site: Path, address: str) -> Iterator[str]:
    """The built site, served at its own address, since its links are absolute."""
    with serve(site, urlsplit(address).port or 0):
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        message = "no chromium on this machine: make test-browser installs it on Debian"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    permissions = ["clipboard-read", "clipboard-write"]
    context = browser.new_context(base_url=served, permissions=permissions)
    yield context.new_page()
    context.close()
