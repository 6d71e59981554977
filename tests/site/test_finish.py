"""Each step of finishing works alone; one that no longer fits the theme warns and is left out."""

import logging
from pathlib import Path

import pytest
from markdown import markdown

from optguide_site import finish as package
from optguide_site.extend.code import OptguideExtension
from optguide_site.finish import STEPS, Site, finish

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>T</title>
</head>
<body>
<div role="dialog"></div>
<table><tr><td>1</td></tr></table>
<script src="assets/javascripts/bundle.0123.min.js"></script>
</body>
</html>
"""


@pytest.fixture
def site(tmp_path: Path) -> Site:
    for folder in (tmp_path / "site", tmp_path / "site/en"):
        folder.mkdir()
        (folder / "index.html").write_text(PAGE)
    files = tmp_path / "build/files/zh/page"
    files.mkdir(parents=True)
    (files / "page.md").write_text("# T\n")
    (tmp_path / "build/files/en").mkdir()
    return Site(tmp_path / "site", tmp_path / "build")


def test_what_does_not_fit_is_left_out_and_said(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    """Another theme has neither the files nor the formulas: two steps warn, the others work."""
    with caplog.at_level(logging.WARNING):
        finish(site)
    said = [record.getMessage().split(" is left out: ")[0] for record in caplog.records]
    assert said == ["finish: theme.lighten", "finish: fonts.cut"]
    html = (site.folder / "en/index.html").read_text()
    assert 'role="dialog" aria-label="Search"' in html
    assert '<table class="data">' in html
    assert "<script defer src=" in html
    assert html.index("<script defer") < html.index("</head>")
    assert 'http-equiv="Content-Security-Policy"' in html
    assert (site.folder / "page/page.md").is_file()


@pytest.mark.parametrize(
    ("lost", "step"),
    [
        ('role="dialog"', "html.name_parts"),
        ("bundle.0123.min.js", "html.order_files"),
        ('<meta charset="utf-8">', "html.set_policy"),
    ],
)
def test_a_page_without_what_a_step_needs(
    site: Site, caplog: pytest.LogCaptureFixture, lost: str, step: str
) -> None:
    site.pages = {path: text.replace(lost, "") for path, text in site.pages.items()}
    finish(site)
    assert f"finish: {step} is left out" in caplog.text


def test_a_finished_page_is_left_alone(site: Site) -> None:
    finish(site)
    before = (site.folder / "index.html").read_text()
    again = Site(site.folder, site.build)
    assert not again.pages
    assert again.is_partial
    finish(again)
    assert (site.folder / "index.html").read_text() == before


def test_the_authors_browser_gets_no_policy(site: Site) -> None:
    site.serving = True
    finish(site)
    assert "Content-Security-Policy" not in (site.folder / "index.html").read_text()


def test_each_step_says_what_it_is_worth() -> None:
    assert all(step.worth.endswith(".") for step in STEPS)
    assert package.__doc__


def test_a_block_that_does_not_run_says_so_in_the_page() -> None:
    text = (
        "<!--example first.py:train-->\n"
        '<!--pytest.mark.skip(reason="needs two machines")-->\n'
        "```python\nx = 1\n```\n"
    )
    html = markdown(text, extensions=[OptguideExtension(language="en")])
    assert 'data-no-run="needs two machines"' in html
    assert 'data-example="first.py:train"' in html
