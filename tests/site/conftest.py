"""The site, built once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from optguide_site.page import ROOT


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Both languages, built as ``make build`` does, strictly."""
    directory = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("SITE_URL", raising=False)
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        build(
            load_config(str(ROOT / "mkdocs.yml"), site_dir=str(directory), strict=True)
        )
        yield directory
