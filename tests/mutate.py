"""make mutate: plant faults one at a time in a copy, and see whether the tests notice.

    python -m tests.mutate [--each N] [--seed S] [--kind NAME]

Each kind of fault draws N places at random and runs the tests that should see it. Printed:
killed / planted for each kind, and every survivor.
"""

from __future__ import annotations

import argparse
import ast
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from optguide_site.page import LANGUAGES, ROOT, Page, pages
from tqdm import tqdm

from tests.device.check import NOT_SIMULATED
from tests.support.project import copied, environment


@dataclass(frozen=True)
class Fault:
    """A change of one file, and the tests that should see it."""

    path: Path
    before: str
    after: str
    tests: tuple[str, ...]

    def __str__(self) -> str:
        """File, line, what stood there and what stands there now."""
        old, new = self.before.split("\n"), self.after.split("\n")
        same = (i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b)
        number = next(same, min(len(old), len(new)) - 1)
        then, now = (
            lines[number] if number < len(lines) else "" for lines in (old, new)
        )
        return f"{self.path}:{number + 1}: {then.strip()!r} -> {now.strip()!r}"


Kind = Callable[[random.Random], Iterator[Fault]]
KINDS: dict[str, Kind] = {}


def kind(function: Kind) -> Kind:
    """Register a kind of fault under the function's name."""
    KINDS[function.__name__] = function
    return function


def files(*patterns: str) -> list[Path]:
    """Files of the project, below its root."""
    return sorted(p for pattern in patterns for p in ROOT.glob(pattern) if p.is_file())


def fault(
    path: Path, text: str, start: int, end: int, new: str, tests: tuple[str, ...]
) -> Fault:
    """Put ``new`` in place of ``text[start:end]``."""
    return Fault(path.relative_to(ROOT), text, text[:start] + new + text[end:], tests)


# Python ---------------------------------------------------------------------------------

SWAPS = {"+": "-", "-": "+", "*": "/", "/": "*", "//": "*", "%": "*", "**": "*"}
SWAPS |= {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}
SWAPS |= {" and ": " or ", " or ": " and ", " is not ": " is ", " is ": " is not "}


def edits(text: str) -> Iterator[tuple[int, int, str]]:
    """Every operator and constant of Python code, and what to put there instead."""
    starts = [0]
    for line in text.encode().split(b"\n"):
        starts.append(starts[-1] + len(line) + 1)
    raw = text.encode()

    def at(line: int, column: int) -> int:
        return len(raw[: starts[line - 1] + column].decode())

    def gap(left: ast.expr, right: ast.expr) -> Iterator[tuple[int, int, str]]:
        start = at(left.end_lineno or 0, left.end_col_offset or 0)
        end = at(right.lineno, right.col_offset)
        between = text[start:end]
        for old in sorted(SWAPS, key=len, reverse=True):
            if old.strip() == between.strip(" ()\n"):
                where = start + between.index(old.strip())
                yield where, where + len(old.strip()), SWAPS[old].strip()
                return

    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.BinOp):
            yield from gap(node.left, node.right)
        elif isinstance(node, ast.Compare):
            yield from gap(node.left, node.comparators[0])
        elif isinstance(node, ast.BoolOp):
            yield from gap(node.values[0], node.values[1])
        elif isinstance(node, ast.Constant) and isinstance(node.value, int | float):
            start = at(node.lineno, node.col_offset)
            end = at(node.end_lineno or 0, node.end_col_offset or 0)
            is_bool = isinstance(node.value, bool)
            yield start, end, str(not node.value) if is_bool else repr(node.value + 1)


def tests_of_package(path: Path) -> tuple[str, ...]:
    """The tests that bear the file's name, then those of its folder."""
    below = path.relative_to(ROOT / "src/optguide")
    folder = ROOT / "tests" / below.parent
    own = sorted(folder.glob(f"test_{below.stem.removesuffix('_checks')}*.py"))
    if below.stem == "swa_utils":  # whose scheduler is tested with the others
        own += sorted(folder.glob("test_lr_scheduler*.py"))
    if below.parent != Path():
        whole = [folder] if folder.is_dir() else []
        own += whole or sorted(folder.parent.glob(f"test_{folder.name}*.py"))
    return tuple(str(p.relative_to(ROOT)) for p in own)


@kind
def package_operator_or_constant(rng: random.Random) -> Iterator[Fault]:
    """An operator or a constant of `optguide`."""
    while True:
        path = rng.choice(
            [p for p in files("src/optguide/**/*.py") if p.name != "__init__.py"]
        )
        text = path.read_text("utf-8")
        start, end, new = rng.choice(list(edits(text)) or [(0, 0, "")])
        if new:
            yield fault(path, text, start, end, new, tests_of_package(path))


@kind
def package_statement_dropped(rng: random.Random) -> Iterator[Fault]:
    """A simple statement of `optguide` becomes ``pass``."""
    while True:
        path = rng.choice(
            [p for p in files("src/optguide/**/*.py") if p.name != "__init__.py"]
        )
        text = path.read_text("utf-8")
        simple = [
            node
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.Assign | ast.AugAssign | ast.Raise | ast.Expr)
            and not (
                isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
            )
            and node.col_offset > 0
        ]
        if simple:
            node = rng.choice(simple)
            lines = text.split("\n")
            lines[node.lineno - 1 : node.end_lineno] = [" " * node.col_offset + "pass"]
            yield Fault(
                path.relative_to(ROOT), text, "\n".join(lines), tests_of_package(path)
            )


def tests_of_snippet(path: Path) -> tuple[str, ...]:
    """The tests that run the example, by its name."""
    if path.parent.name == "labs":
        return "tests/site/test_labs.py", "-k", f"runs and {path.stem}"
    return (
        "tests/site/test_examples.py",
        "-k",
        f"{path.stem}.py and {path.parent.name}",
    )


@kind
def snippet_operator_or_constant(rng: random.Random) -> Iterator[Fault]:
    """An operator or a constant of an example."""
    while True:
        path = rng.choice(files("snippets/**/*.py"))
        text = path.read_text("utf-8")
        found = list(edits(text))
        if found:
            yield fault(path, text, *rng.choice(found), tests_of_snippet(path))


@kind
def comment_without_twin(rng: random.Random) -> Iterator[Fault]:
    """One of a pair of comments is gone."""
    while True:
        path = rng.choice(files("snippets/**/*.py"))
        text = path.read_text("utf-8")
        found = list(re.finditer(r"^ *# (zh|en): .*\n", text, re.MULTILINE))
        if found:
            match = rng.choice(found)
            yield fault(
                path,
                text,
                *match.span(),
                "",
                ("tests/site/test_examples.py", "-k", "reads"),
            )


@kind
def device_move_missing(rng: random.Random) -> Iterator[Fault]:
    """An example no longer says which device a tensor is for."""
    while True:
        path = rng.choice(files("snippets/**/*.py"))
        text = path.read_text("utf-8")
        # With a generator the draw is made on the CPU all the same: see `DrawOnCPU`.
        moves = r'(?<!generator=generator), device="cpu"|\.to\(\w+\.device\)'
        found = list(re.finditer(moves, text))
        if found and path.relative_to(ROOT).as_posix() not in NOT_SIMULATED:
            _, *rest = tests_of_snippet(path)
            tests = "tests/site/test_devices.py", *rest
            yield fault(path, text, *rng.choice(found).span(), "", tests)


# Records --------------------------------------------------------------------------------


@kind
def output_digit(rng: random.Random) -> Iterator[Fault]:
    """A digit of a recorded output."""
    while True:
        # What another torch prints is compared where that torch is.
        path = rng.choice(
            [p for p in files("snippets/**/*.out") if ".torch-" not in p.name]
        )
        text = path.read_text("utf-8")
        found = list(re.finditer(r"\d", text))
        if found:
            match = rng.choice(found)
            new = str((int(match[0]) + rng.randint(1, 9)) % 10)
            yield fault(path, text, *match.span(), new, tests_of_snippet(path))


@kind
def figure_point(rng: random.Random) -> Iterator[Fault]:
    """A coordinate in a recorded figure, moved by a point or more."""
    while True:
        path = rng.choice(files("snippets/**/*.svg"))
        text = path.read_text("utf-8")
        match = rng.choice(list(re.finditer(r"(?<=L )\d+(?=\.)", text)))
        yield fault(
            path, text, *match.span(), str(int(match[0]) + 1), tests_of_snippet(path)
        )


# Pages ----------------------------------------------------------------------------------

READS = ("tests/site/test_examples.py", "-k", "reads")


def name(page: Path) -> str:
    """How the tests call a page, whatever its language."""
    return "/".join(page.relative_to(ROOT / "docs").with_suffix("").parts[1:])


def twins(page: Path) -> tuple[str, ...]:
    """The tests that compare a page with its twin."""
    return "tests/site/test_twins.py", "-k", name(page)


def built(page: Path) -> tuple[str, ...]:
    """The tests of what is built of a page."""
    wanted = f"html_shows and {name(page)} or link_arrives"
    return "tests/site/test_build.py", "-k", wanted


def reads(_: Path) -> tuple[str, ...]:
    """The test that every page can be read."""
    return READS


def any_page(rng: random.Random) -> tuple[Path, str]:
    """A page in either language, and its text."""
    _, path = rng.choice(pages())
    return path, path.read_text("utf-8")


def anywhere(
    rng: random.Random,
    pattern: str,
    new: Callable[[re.Match[str]], str],
    tests: Callable[[Path], tuple[str, ...]],
) -> Iterator[Fault]:
    """A match of ``pattern`` in a page is rewritten."""
    while True:
        path, text = any_page(rng)
        found = list(re.finditer(pattern, text, re.MULTILINE))
        if found:
            match = rng.choice(found)
            yield fault(path, text, *match.span(), new(match), tests(path))


@kind
def paragraph_dropped(rng: random.Random) -> Iterator[Fault]:
    """A paragraph is missing in one language."""
    while True:
        language = rng.choice(LANGUAGES)
        _, path = rng.choice([p for p in pages() if p[0] == language])
        page = Page.read(path, language, recording=True)
        inside = {n for fence in page.fences for n in range(fence.line, fence.end + 1)}
        prose = [
            number
            for number, line in enumerate(page.lines, 1)
            if number not in inside
            and re.match(r"[^\W_]", line)
            and not line.startswith("description")
        ]
        if prose:
            lines = path.read_text("utf-8").split("\n")
            before = "\n".join(lines)
            del lines[rng.choice(prose) - 1]
            after = "\n".join(lines)
            yield Fault(path.relative_to(ROOT), before, after, twins(path))


@kind
def heading_dropped(rng: random.Random) -> Iterator[Fault]:
    """A heading is missing in one language."""
    return anywhere(rng, r"^##+ .*\n", lambda _: "", twins)


@kind
def heading_id_changed(rng: random.Random) -> Iterator[Fault]:
    """A heading has another id in one language."""
    return anywhere(
        rng, r"(?<=\{ #)[\w-]+(?= \}$)", lambda match: match[0] + "x", twins
    )


@kind
def formula_changed(rng: random.Random) -> Iterator[Fault]:
    """A formula differs between the languages."""
    return anywhere(
        rng, r"(?<=\$)[^$\n]*[a-z](?=\$)", lambda match: match[0] + "^2", twins
    )


@kind
def fence_hides_a_block(rng: random.Random) -> Iterator[Fault]:
    """A fence is written so that pytest-codeblocks would pass it over."""
    forms = (
        "``` python",
        "```py",
        "~~~python",
        "```{.python .annotate}",
        '```python title="a"',
    )
    return anywhere(rng, r"```python", lambda _: rng.choice(forms), reads)


@kind
def include_misspelt(rng: random.Random) -> Iterator[Fault]:
    """An include names a file or a section that is not there."""
    return anywhere(
        rng, r'(?<=--8<-- ")[\w/.:]+(?=")', lambda match: match[0][:-1] + "q", reads
    )


@kind
def output_not_shown(rng: random.Random) -> Iterator[Fault]:
    """A block prints and the page does not show it."""
    pattern = r"<!--pytest-codeblocks:expected-output-->\n *```text\n.*\n *```\n"
    return anywhere(
        rng,
        pattern,
        lambda _: "",
        lambda page: ("tests/site/test_examples.py", *twins(page)),
    )


@kind
def link_broken(rng: random.Random) -> Iterator[Fault]:
    """A link to a page or an anchor that is not there."""
    return anywhere(
        rng,
        r"(?<=\]\()[\w/.]*(\.md|#[\w-]+)(?=\))",
        lambda match: match[0] + "x",
        built,
    )


@kind
def third_party_picture(rng: random.Random) -> Iterator[Fault]:
    """A page loads a picture from another host."""
    picture = "![logo](https://example.org/logo.png)\n\n## "
    return anywhere(rng, r"^## ", lambda _: picture, built)


# Templates ------------------------------------------------------------------------------


@kind
def template_changed(rng: random.Random) -> Iterator[Fault]:
    """Wrong twins, a script from elsewhere, no policy, in the theme's overrides or hooks."""
    changes = [
        ("overrides/main.html", 'hreflang="{{ alt.lang }}"', 'hreflang="{{ alt.name }}"'),
        ("overrides/main.html", "alt.path ~ page.url", "alt.path"),
        ("overrides/main.html", 'hreflang="x-default"', 'hreflang="x"'),
        ("overrides/main.html", "{{ page.canonical_url }}", "{{ config.site_url }}"),
        ("overrides/main.html", "{% block extrahead %}", '{% block extrahead %}<script src="https://example.org/a.js"></script>'),
        ("overrides/sitemap.xml", 'hreflang="{{ alt.lang }}"', 'hreflang="zh"'),
        ("overrides/sitemap.xml", "~ file.page.url", ""),
        ("overrides/404.html", "en/", "eng/"),
        ("src/optguide_site/hooks.py", "default-src 'self'", "default-src *"),
        ("src/optguide_site/hooks.py", "script-src 'self'", "script-src 'self' 'unsafe-inline'"),
        ("src/optguide_site/markdown.py", 'data-copy="{html.escape(block.copy)}"', 'data-copy="{html.escape(block.run)}"'),
        ("src/optguide_site/markdown.py", "data-no-run", "data-norun"),
    ]  # fmt: skip
    tests = (
        "tests/site/test_head.py",
        "tests/site/test_build.py",
        "tests/site/test_page.py",
    )
    rng.shuffle(changes)
    for name, old, new in changes:
        path = ROOT / name
        text = path.read_text("utf-8")
        start = text.index(old)
        yield fault(path, text, start, start + len(old), new, tests)


# Running --------------------------------------------------------------------------------


def killed(copy: Path, fault: Fault) -> bool:
    """Whether the tests notice the fault, in the copy of the project."""
    path = copy / fault.path
    path.write_text(fault.after, "utf-8")
    try:
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-x",
            "-q",
            "-p",
            "no:cacheprovider",
            *fault.tests,
        ]
        ran = subprocess.run(
            command,
            cwd=copy,
            env={**environment(copy), "OPTGUIDE_BUILT": str(copy / ".cache" / "site")},
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        path.write_text(fault.before, "utf-8")
    if ran.returncode not in (0, 1, 2):
        raise SystemExit(f"pytest failed to run: {fault}\n{ran.stdout}{ran.stderr}")
    return ran.returncode != 0


def main() -> None:
    """Plant, run, report."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--each", type=int, default=14, help="faults of each kind")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument(
        "--kind", action="append", choices=list(KINDS), help="only this kind"
    )
    arguments = parser.parse_args()
    print(f"seed {arguments.seed}")
    survivors: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        copy = copied(Path(name))
        # Once: of a fault in a page only that page is built again.
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "-q", "-d", ".cache/site"],
            cwd=copy,
            env=environment(copy),
            check=True,
        )
        for kind_name in arguments.kind or KINDS:
            rng = random.Random(f"{arguments.seed} {kind_name}")
            seen: dict[tuple[Path, str], Fault] = {}
            for planted in KINDS[kind_name](rng):
                seen.setdefault((planted.path, planted.after), planted)
                if len(seen) == arguments.each:
                    break
            dead = 0
            for planted in tqdm(list(seen.values()), desc=kind_name, file=sys.stderr):
                if killed(copy, planted):
                    dead += 1
                else:
                    survivors.append(f"{kind_name}: {planted}")
                    tqdm.write(f"survives: {survivors[-1]}", file=sys.stderr)
            print(f"{kind_name:32} {dead:3} / {len(seen)}", flush=True)
    print("\n".join(["survivors:", *survivors]) if survivors else "no survivor")
    sys.exit(bool(survivors))


if __name__ == "__main__":
    main()
