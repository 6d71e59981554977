"""Begin a page: ``make new-page NAME=losses/regression/log_cosh``.

Writes the page in both languages, its examples and its line of the navigation; of a loss also
the function and its module in ``optguide``, their test and their lines of the API reference.
All of it runs. What is to be written by hand is marked TODO, and a test finds each mark that
is left. Then the outputs of the examples are recorded.

The texts are in ``templates/``. What is in ``templates/loss/`` and ``templates/page/`` is
copied to the same place in the project; ``loss.py`` is appended to the file of the family,
``loss.txt`` and ``page.txt`` say what to do next. In paths and contents, the words below are
replaced:

======== ============================
NAME     losses/regression/log_cosh
STEM     log_cosh
FAMILY   regression
FUNCTION log_cosh_loss
MODULE   LogCoshLoss
TITLE    Log cosh
======== ============================
"""

from __future__ import annotations

import contextlib
import os
import posixpath
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from optguide_site.project import LANGUAGES, ROOT
from optguide_site.read import nav
from optguide_site.read.source import PageError, did_you_mean

TEMPLATES = Path(__file__).parent / "templates"
USAGE = "make new-page NAME=losses/regression/log_cosh"
_WORD = re.compile(r"(?<![A-Z])(?:NAME|STEM|FAMILY|FUNCTION|MODULE|TITLE)(?![A-Z])")


class Refused(Exception):
    """No page is begun; says why in one line."""


class NewPage:
    """A page that is not there yet.

    Raises:
        Refused: it cannot be: its name is none, its section is unknown, or it is there.
    """

    def __init__(self, name: str) -> None:
        """Look at the name of the page."""
        self.name = name.strip().removesuffix(".md")
        if not self.name:
            raise Refused(f"which page? {USAGE}")
        if not re.fullmatch(r"[a-z][a-z0-9_]*(/[a-z][a-z0-9_]*)*", self.name):
            raise Refused(f"{name!r} is no name of a page: {USAGE}")
        self.section, self.stem = posixpath.split(self.name)
        self.navigation = nav.PATH.read_text("utf-8")
        self.check_section()
        losses, _, self.family = self.section.partition("/")
        self.is_loss = losses == "losses"
        self.kind = "loss" if self.is_loss else "page"
        self.function = self.stem.removesuffix("_loss") + "_loss"
        self.module = "".join(part.title() for part in self.function.split("_"))
        self.words = {
            "NAME": self.name,
            "STEM": self.stem,
            "FAMILY": self.family,
            "FUNCTION": self.function,
            "MODULE": self.module,
            "TITLE": self.stem.replace("_", " ").capitalize(),
        }

    def check_section(self) -> None:
        """See that the navigation has a section for this page."""
        first = self.section.partition("/")[0]
        if first == "labs":
            raise Refused("a lab is a notebook: CONTRIBUTING.md, 'How to add a lab'")
        if first == "reference":
            raise Refused(
                "a page of the API reference has no examples: write it by hand"
            )
        listed = nav.listed(nav.read_nav())
        known = sorted(
            {posixpath.dirname(page) for page in listed} - {"", "labs", "losses"}
        )
        known = [section for section in known if not section.startswith("reference")]
        if self.section == "losses":
            families = [each for each in known if each.startswith("losses/")]
            raise Refused(f"{self.name}: of which family? one of {', '.join(families)}")
        if not self.section:
            raise Refused(f"{self.name}: in which section? one of {', '.join(known)}")
        if self.section not in known:
            near = (
                did_you_mean(self.section, known) or f"; there are {', '.join(known)}"
            )
            raise Refused(f"docs/nav.yml has no section {self.section!r}{near}")

    def filled(self, template: str) -> str:
        """A template with the words of this page."""
        return _WORD.sub(lambda word: self.words[word[0]], template)

    def template(self, name: str) -> str:
        """The text of a template, with the words of this page."""
        return self.filled((TEMPLATES / name).read_text("utf-8"))

    def new_files(self) -> dict[Path, str]:
        """Files of its own.

        Raises:
            Refused: one of them is there.
        """
        folder = TEMPLATES / self.kind
        names = [
            path.relative_to(folder).as_posix()
            for path in sorted(folder.rglob("*.*"))
            if path.suffix in (".md", ".py")
        ]
        found = {
            ROOT / self.filled(name): self.template(f"{self.kind}/{name}")
            for name in names
        }
        for path in found:
            if path.exists():
                raise Refused(f"{path.relative_to(ROOT)} exists already")
        return found

    def changed_files(self) -> dict[Path, str]:
        """What other files say afterwards."""
        found = {nav.PATH: self.in_navigation()}
        if self.is_loss:
            source = ROOT / "src/optguide/losses"
            family = source / f"{self.family}.py"
            found[source / "__init__.py"] = self.exported(source / "__init__.py")
            found[family] = family.read_text("utf-8") + self.template("loss.py")
            for language in LANGUAGES:
                path = ROOT / f"docs/{language}/reference/{self.section}.md"
                found[path] = self.in_reference(path)
        return found

    def in_navigation(self) -> str:
        """The navigation, with this page behind the last of its folder."""
        line = re.compile(rf"^( *- ){re.escape(self.section)}/\w+\.md\n", re.MULTILINE)
        *_, last = line.finditer(self.navigation)
        before, after = self.navigation[: last.end()], self.navigation[last.end() :]
        return f"{before}{last[1]}{self.name}.md\n{after}"

    def exported(self, path: Path) -> str:
        """The package of the losses, with the names of this one; ruff puts them in order.

        Raises:
            Refused: there is a loss of that name.
        """
        text = path.read_text("utf-8")
        names = [self.module, self.function]
        for name in names:
            if f'"{name}"' in text:
                raise Refused(f"optguide.losses has {name} already: take another name")
        line = f"from optguide.losses.{self.family} import {', '.join(names)}\n"
        text = text.replace("from optguide", f"{line}from optguide", 1)
        quoted = "".join(f'    "{name}",\n' for name in names)
        return text.replace("__all__ = [\n", f"__all__ = [\n{quoted}", 1)

    def in_reference(self, path: Path) -> str:
        """A page of the API reference, with the names of this loss among its own."""
        text = path.read_text("utf-8")
        line = re.compile(r"^        - (\w+)$", re.MULTILINE)
        members = [*line.findall(text), self.module, self.function]
        found = list(line.finditer(text))
        block = "\n".join(f"        - {name}" for name in sorted(members))
        return text[: found[0].start()] + block + text[found[-1].end() :]


def in_style(path: Path, text: str) -> str:
    """Python as ruff would have it at this place: sorted and formatted."""
    if path.suffix != ".py":
        return text
    for command in (["check", "--fix-only", "--select", "I,RUF022"], ["format"]):
        done = subprocess.run(
            [
                *(sys.executable, "-m", "ruff", *command, "--quiet", "--no-cache"),
                *("--stdin-filename", str(path), "-"),
            ],
            cwd=ROOT,
            input=text,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            raise Refused(f"ruff does not take {path.relative_to(ROOT)}: {done.stderr}")
        text = done.stdout
    return text


@contextlib.contextmanager
def all_or_nothing(paths: list[Path]) -> Iterator[None]:
    """Leave files as they were if one cannot be written."""
    before = {path: path.read_bytes() if path.exists() else None for path in paths}
    folders = {
        folder for path in paths for folder in path.parents if not folder.exists()
    }
    try:
        yield
    except OSError as error:
        for path, content in before.items():
            if content is None:
                path.unlink(missing_ok=True)
            elif path.read_bytes() != content:
                path.write_bytes(content)
        for folder in sorted(folders, reverse=True):
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise Refused(f"nothing was written: {error}") from None


def create(name: str) -> tuple[NewPage, dict[str, str]]:
    """Write all files of a page.

    Returns:
        The page, and of each file whether it is new or changed.

    Raises:
        Refused: the page cannot be; nothing was written.
    """
    page = NewPage(name)
    new, changed = page.new_files(), page.changed_files()
    files = {path: in_style(path, text) for path, text in (new | changed).items()}
    with all_or_nothing([*files]):
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    return page, {
        path.relative_to(ROOT).as_posix(): "new" if path in new else "changed"
        for path in files
    }


def record_outputs(page: NewPage) -> int:
    """Run the page's examples and keep what they print."""
    return subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-p", "no:xdist", "-q", "--no-header"),
            *("tests/site/test_examples.py", "--update-outputs", "-k", "test_example"),
        ],
        cwd=ROOT,
        env={**os.environ, "OPTGUIDE_PAGE": page.name},
    ).returncode


def main() -> int:
    """Begin the page that the command line names."""
    try:
        page, files = create(" ".join(sys.argv[1:]))
    except (Refused, PageError) as error:
        print(error, file=sys.stderr)
        return 1
    for name, state in files.items():
        print(f"{state:8}{name}", flush=True)
    if failed := record_outputs(page):
        return failed
    print(page.template(f"{page.kind}.txt"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
