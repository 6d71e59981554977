"""The site, built once."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from optguide_site.page import ROOT


@pytest.fixture(scope="session")
def address() -> str:
    """Where the site believes to live: a free port, for the browser."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return f"http://127.0.0.1:{server.getsockname()[1]}/"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, address: str) -> Iterator[Path]:
    """Both languages, built as ``make build`` does, strictly."""
    directory = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", address)
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        build(
            load_config(str(ROOT / "mkdocs.yml"), site_dir=str(directory), strict=True)
        )
        yield directory
