"""Build the prepared pages with Zensical, the successor of Material for MkDocs.

``python -m optguide_site.zensical`` makes `.build/zensical/site`, both languages, from the same
pages, templates and settings as ``mkdocs build``. Zensical has an environment of its own,
``.venv-zensical``, which is made when it is missing. It knows no hooks; what ours do around
MkDocs, this module does around Zensical:

- labs are pages of Markdown, not notebooks: links and navigation lead there;
- each language has a configuration, written from ``mkdocs.yml`` and ``mkdocs.en.yml``;
- the two sites are put together, and finished as MkDocs' are.

``tests/site/test_zensical.py`` counts what is in both builds, and lists what differs.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
import venv
from pathlib import Path
from typing import Any

import yaml
from filelock import FileLock
from mkdocs.utils.yaml import yaml_load

from optguide_site.finish import Site, finish
from optguide_site.prepare import PREFIX, Prepared, prepare, renamed, settings
from optguide_site.project import BUILD, LANGUAGES, ROOT, shown
from optguide_site.read.source import PageError
from optguide_site.words import for_templates

ENVIRONMENT = ROOT / ".venv-zensical"
LOCK = ROOT / "constraints.zensical.txt"
FOLDER = BUILD / "zensical"
CONFIGURATION = {"zh": ROOT / "mkdocs.yml", "en": ROOT / "mkdocs.en.yml"}
#: Plugins that Zensical has, and which of the options that we set it takes.
PLUGINS = {"search": {"separator"}, "mkdocstrings": {"handlers"}}
#: The end of a link to a lab.
_LAB = re.compile(r"(\]\((?!\w+:)[^)\s]*)\.ipynb(?=[#)])")


def environment() -> Path:
    """The folder of Zensical's programs; they are installed if the lock is not what is there.

    Raises:
        subprocess.CalledProcessError: pip cannot install them.
    """
    ready = ENVIRONMENT / ".ready"
    lock = LOCK.read_text("utf-8")
    BUILD.mkdir(exist_ok=True)
    with FileLock(BUILD / "zensical.lock"):
        if not ready.is_file() or ready.read_text("utf-8") != lock:
            print(f"environment: {shown(ENVIRONMENT)} …", flush=True)
            venv.create(ENVIRONMENT, with_pip=True, clear=True, symlinks=True)
            pip = [str(ENVIRONMENT / "bin/python"), "-m", "pip", "install", "--quiet"]
            quiet = ["--disable-pip-version-check", "--no-deps"]
            subprocess.run([*pip, *quiet, "--requirement", str(LOCK)], check=True)
            ready.write_text(lock, "utf-8")
    return ENVIRONMENT / "bin"


def configuration(
    language: str, prepared: Prepared, address: str, repository: str
) -> dict[str, Any]:
    """What ``mkdocs.yml`` says, for Zensical and with what MkDocs gets from our hooks."""
    with CONFIGURATION[language].open(encoding="utf-8") as file:
        config: dict[str, Any] = yaml_load(file)
    for name in ("hooks", "exclude_docs"):
        del config[name]
    config |= {
        "site_url": address + PREFIX[language],
        "repo_url": repository,
        "docs_dir": "pages",
        "site_dir": "site",
        "nav": renamed(prepared.nav[language], ".ipynb", ".md"),
    }
    if repository:
        config["edit_uri"] = f"edit/main/docs/{language}/"
    config["theme"] |= {
        "custom_dir": str(ROOT / "overrides"),
        "variant": "classic",  # what the theme looks like under MkDocs
    }
    config["extra"] |= for_templates(address, language)
    config["plugins"] = {
        name: {k: v for k, v in config["plugins"][name].items() if k in options}
        for name, options in PLUGINS.items()
    }
    # Tags are for the search; the theme would show them on the page.
    config["plugins"]["tags"] = {"tags_name_variable": "unseen"}
    config["plugins"]["mkdocstrings"]["locale"] = language
    python = config["plugins"]["mkdocstrings"]["handlers"]["python"]
    python["paths"] = _absolute(python["paths"])
    python["options"]["extensions"] = _absolute(python["options"]["extensions"])
    code = config["markdown_extensions"]["optguide_site.extend.code"]
    code["pages"] = str(BUILD / "pages" / language)
    return config


def _absolute(paths: list[str]) -> list[str]:
    return [str(ROOT / path) for path in paths]


def copy_pages(language: str, to: Path) -> None:
    """Copy the prepared pages of a language; there labs are pages like any other."""
    notebooks = shutil.ignore_patterns("*.ipynb")
    shutil.copytree(BUILD / "pages" / language, to, ignore=notebooks)
    for path in to.rglob("*.md"):
        text = path.read_text("utf-8")
        if (linked := _LAB.sub(r"\1.md", text)) != text:
            path.write_text(linked, "utf-8")


def edit_labs(site: Path) -> None:
    """Let a lab's page be edited where it is written, in its ``.py``."""
    for path in site.glob("labs/*/index.html"):
        text = path.read_text("utf-8")
        text = re.sub(r"(/edit/main/docs/\w+/labs/\w+)\.md", r"\1.py", text)
        path.write_text(text, "utf-8")


def build(address: str, repository: str, folder: Path = FOLDER) -> Prepared:
    """Build both languages into ``folder / "site"``.

    Raises:
        PageError: a page is broken, or a formula.
        subprocess.CalledProcessError: Zensical cannot be installed, or does not build.
    """
    prepared = prepare(address=address, repository=repository)
    programs = environment()
    node = Path(sys.executable).parent
    variables = {
        **os.environ,
        "PATH": os.pathsep.join([str(programs), str(node), os.environ["PATH"]]),
        "PYTHONPATH": str(ROOT / "src"),
    }
    site = folder / "site"
    shutil.rmtree(site, ignore_errors=True)
    for language in LANGUAGES:
        here = folder / language
        shutil.rmtree(here, ignore_errors=True)
        copy_pages(language, here / "pages")
        config = configuration(language, prepared, address, repository)
        written = yaml.safe_dump(config, allow_unicode=True, sort_keys=False)
        (here / "mkdocs.yml").write_text(written, "utf-8")
        command = [str(programs / "zensical"), "build", "--strict", "-f", "mkdocs.yml"]
        subprocess.run(command, cwd=here, env=variables, check=True)
        edit_labs(here / "site")
        shutil.copytree(here / "site", site / PREFIX[language], dirs_exist_ok=True)
    refuse_broken_formulas(site)
    # The theme's script brings the style sheet of the search.
    finish(Site(site, BUILD, inline_styles=True))
    return prepared


def refuse_broken_formulas(site: Path) -> None:
    """Do what a strict MkDocs does: Zensical counts no warnings of extensions.

    Raises:
        PageError: a page has a formula that KaTeX refuses; where it is was said above.
    """
    for path in sorted(site.rglob("index.html")):
        if 'class="math broken"' in path.read_text("utf-8"):
            raise PageError(path, 1, "KaTeX refuses a formula of this page, see above")


def main() -> int:
    """Build the site and say what was done, or what is wrong."""
    start = time.monotonic()
    given = settings()
    try:
        prepared = build(given["address"], given["repository"])
    except (PageError, subprocess.CalledProcessError) as error:
        print(error, file=sys.stderr)
        return 1
    pages = " and ".join(f"{len(prepared.pages[name])} in {name}" for name in LANGUAGES)
    print(f"{shown(FOLDER)}/site: {pages}, {time.monotonic() - start:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
