"""make mutate: plant faults one at a time in a copy, and see whether the tests notice.

    python -m tests.mutate [--each N] [--seed S] [--kind NAME]

Wrong formulas are planted by themselves, by `tests.mutate_formulas`. Each kind of fault draws N places at random and runs the tests that should see it. Printed:
killed / planted for each kind, and every survivor. At the end each test that failed runs once
more without a fault: where it fails too, it has killed nothing.
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
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from tqdm import tqdm

from optguide_site.project import LANGUAGES, ROOT, TORCH
from optguide_site.read.page import Prose, pages, read_page
from optguide_site.read.versions import LEDGER
from tests.support.pages import NAMES, read
from tests.support.project import copied, environment, pruned
from tests.support.sim_check import NOT_SIMULATED

#: Pages of every sort, and those that the tests of a built site name: it is built for a fault.
FEW = (
    "index.md",
    "losses/index.md",
    "losses/regression/l1.md",
    "losses/regression/huber.md",
    "losses/sequences/ctc.md",
    "optim/add_param_group.md",  # an example of it prints <
    "optim/sgd/quadratic.md",
    "explorers/sgd.md",
    "labs/index.md",
    "labs/ravine.py",
    "reference/index.md",
    "reference/optim.md",
    "verified.md",
)


def same_until(a: str, b: str) -> int:
    """Where two texts begin to differ."""
    both = enumerate(zip(a, b, strict=False))
    return next((i for i, (x, y) in both if x != y), min(len(a), len(b)))


SEE_READING = ("tests/site/test_read.py", "-k", "test_page_reads")
SEE_COMPARING = ("tests/site/test_parity.py",)
SEE_VERSIONS = ("tests/site/test_versions.py",)
SEE_LINKS = ("tests/site/test_build.py", "-k", "test_every_link_arrives")


@dataclass(frozen=True)
class Change:
    """A file, its text, and the text with a fault."""

    path: Path
    before: str
    after: str

    def __str__(self) -> str:
        """File, line, what stood there and what stands there now."""
        start = same_until(self.before, self.after)
        number = self.before.count("\n", 0, start)
        lines = [f"{text}\n".split("\n")[number] for text in (self.before, self.after)]
        at = same_until(*lines)
        then, now = (line[max(0, at - 30) : at + 40].strip() for line in lines)
        return f"{self.path}:{number + 1}: {then!r} -> {now!r}"


@dataclass(frozen=True)
class Fault:
    """A change, perhaps in both languages, and the tests that should see it."""

    changes: tuple[Change, ...]
    tests: tuple[str, ...]
    #: the page whose tests are enough, ``losses/regression/l1``
    page: str = ""

    def __str__(self) -> str:
        """The first change; the other language's is like it."""
        return f"{self.changes[0]}{' in both languages' * (len(self.changes) > 1)}"


#: Each gives faults without end, or as many as there are.
Kind = Callable[[random.Random], Iterator[Fault]]
KINDS: dict[str, Kind] = {}
#: Kinds that are seen in the built site alone: of the copy that it is built in, with `FEW` pages.
BuiltKind = Callable[[random.Random, Path], Iterator[Fault]]
BUILT: dict[str, BuiltKind] = {}


def kind(function: Kind) -> Kind:
    """Register a kind of fault under the function's name."""
    KINDS[function.__name__] = function
    return function


def built(function: BuiltKind) -> BuiltKind:
    """Register a kind of fault for which the site is built."""
    BUILT[function.__name__] = function
    return function


def files(root: Path, *patterns: str) -> list[Path]:
    """Files of the project, below its root."""
    return sorted(p for pattern in patterns for p in root.glob(pattern) if p.is_file())


def fault(
    path: Path,
    text: str,
    start: int,
    end: int,
    new: str,
    tests: tuple[str, ...],
    root: Path = ROOT,
) -> Fault:
    """Put ``new`` in place of ``text[start:end]``."""
    after = text[:start] + new + text[end:]
    return Fault((Change(path.relative_to(root), text, after),), tests)


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
            [p for p in files(ROOT, "src/optguide/**/*.py") if p.name != "__init__.py"]
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
            [p for p in files(ROOT, "src/optguide/**/*.py") if p.name != "__init__.py"]
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
            change = Change(path.relative_to(ROOT), text, "\n".join(lines))
            yield Fault((change,), tests_of_package(path))


@cache
def pages_by_example() -> dict[Path, list[str]]:
    """What shows each example, as the tests call a page."""
    found: dict[Path, list[str]] = {}
    for name in NAMES:
        for path in read("en", name).examples:
            found.setdefault(path, []).append(name.removesuffix(".md"))
    return found


def seen_running(
    path: Path, test: str = "tests/site/test_examples.py::test_example"
) -> tuple[str, ...]:
    """The tests that run the example, or the lab, by its name."""
    if path.parent.name == "labs":
        return "tests/site/test_labs.py", "-k", f"test_lab_runs and {path.stem}"
    example = path.with_suffix(".py")
    shown = pages_by_example()[example]
    return tuple(f"{test}[{page}::{example.name}]" for page in shown)


@kind
def snippet_operator_or_constant(rng: random.Random) -> Iterator[Fault]:
    """An operator or a constant of an example."""
    while True:
        path = rng.choice(files(ROOT, "snippets/**/*.py"))
        text = path.read_text("utf-8")
        found = list(edits(text))
        if found:
            yield fault(path, text, *rng.choice(found), seen_running(path))


@kind
def lab_operator_or_constant(rng: random.Random) -> Iterator[Fault]:
    """An operator or a constant of a lab, in both languages."""
    while True:
        name = rng.choice(files(ROOT, "docs/en/labs/*.py")).name
        paths = [ROOT / "docs" / language / "labs" / name for language in LANGUAGES]
        texts = [path.read_text("utf-8") for path in paths]
        found = [list(edits(text)) for text in texts]
        which = rng.randrange(len(found[0]))
        changes = tuple(
            Change(path.relative_to(ROOT), text, text[:start] + new + text[end:])
            for path, text, of_text in zip(paths, texts, found, strict=True)
            for start, end, new in [of_text[which]]
        )
        yield Fault(changes, seen_running(paths[0]))


@kind
def comment_without_twin(rng: random.Random) -> Iterator[Fault]:
    """One of a pair of comments is gone."""
    while True:
        path = rng.choice(files(ROOT, "snippets/**/*.py"))
        text = path.read_text("utf-8")
        found = list(re.finditer(r"^ *# (zh|en): .*\n", text, re.MULTILINE))
        if found:
            match = rng.choice(found)
            yield fault(
                path,
                text,
                *match.span(),
                "",
                SEE_READING,
            )


@kind
def device_move_missing(rng: random.Random) -> Iterator[Fault]:
    """An example no longer says which device a tensor is for."""
    while True:
        path = rng.choice(files(ROOT, "snippets/**/*.py"))
        text = path.read_text("utf-8")
        # With a generator the draw is made on the CPU all the same: see `DrawOnCPU`.
        moves = r'(?<!generator=generator), device="cpu"|\.to\(\w+\.device\)'
        found = list(re.finditer(moves, text))
        if found and path.relative_to(ROOT).as_posix() not in NOT_SIMULATED:
            test = "tests/site/test_devices.py::test_example_on_a_simulated_gpu"
            tests = seen_running(path, test)
            yield fault(path, text, *rng.choice(found).span(), "", tests)


# Records --------------------------------------------------------------------------------


@kind
def output_digit(rng: random.Random) -> Iterator[Fault]:
    """A digit of a recorded output."""
    while True:
        # What another torch prints is compared where that torch is.
        path = rng.choice(
            [p for p in files(ROOT, "snippets/**/*.out") if ".torch-" not in p.name]
        )
        text = path.read_text("utf-8")
        found = list(re.finditer(r"\d", text))
        if found:
            match = rng.choice(found)
            new = str((int(match[0]) + rng.randint(1, 9)) % 10)
            yield fault(path, text, *match.span(), new, seen_running(path))


@kind
def figure_point(rng: random.Random) -> Iterator[Fault]:
    """A coordinate in a recorded figure, moved by a point or more."""
    while True:
        path = rng.choice(files(ROOT, "snippets/**/*.svg"))
        text = path.read_text("utf-8")
        match = rng.choice(list(re.finditer(r"(?<=L )\d+(?=\.)", text)))
        yield fault(
            path, text, *match.span(), str(int(match[0]) + 1), seen_running(path)
        )


@kind
def output_missing(rng: random.Random) -> Iterator[Fault]:
    """A block prints, and nothing is on record for it."""
    while True:
        path = rng.choice(
            [p for p in files(ROOT, "snippets/**/*.out") if ".torch-" not in p.name]
        )
        text = path.read_text("utf-8")
        section = r"^--8<-- \[start:([\w-]+)\]\n(?:.*\n)*?--8<-- \[end:\1\]\n"
        found = list(re.finditer(section, text, re.MULTILINE))
        span = rng.choice(found).span() if found else (0, len(text))
        yield fault(path, text, *span, "", seen_running(path))


@kind
def record_missing(rng: random.Random) -> Iterator[Fault]:
    """What passed on the CPU is not on record for one example, or for other code."""
    path = ROOT / "tests/device/cpu.jsonl"
    text = path.read_text("utf-8") if path.is_file() else ""
    tests = "tests/site/test_record.py", "-k", "test_every_page_is_on_record"
    found = [
        re.finditer(p, text, re.M) for p in (r'^\{"page".*\n', r'\w+(?=", "example)')
    ]
    spans = [match.span() for matches in found for match in matches]
    while spans:
        yield fault(path, text, *rng.choice(spans), "", tests)


# Pages ----------------------------------------------------------------------------------


def page_name(page: Path) -> str:
    """How ``OPTGUIDE_PAGE`` calls a page, whatever its language."""
    return page.relative_to(ROOT / "docs").with_suffix("").as_posix().partition("/")[2]


def anywhere(
    rng: random.Random,
    pattern: str,
    new: Callable[[re.Match[str]], str],
    tests: tuple[str, ...] = SEE_COMPARING,
    *,
    prose: bool = False,
) -> Iterator[Fault]:
    """A match of ``pattern`` in a page is rewritten: anywhere, or in prose alone."""
    paths = [(lang, path) for lang, path in pages() if path.suffix == ".md"]
    while True:
        language, path = rng.choice(paths)
        text = path.read_text("utf-8")
        spans = [(0, len(text))]
        if prose:
            starts = [0, *(end.end() for end in re.finditer("\n", text))]
            spans = [
                (starts[part.line - 1], starts[part.line - 1] + len(part.text))
                for part in read_page(path, language).segments
                if isinstance(part, Prose)
            ]
        found = [
            match
            for start, end in spans
            for match in re.compile(pattern, re.MULTILINE).finditer(text, start, end)
        ]
        if found:
            match = rng.choice(found)
            planted = fault(path, text, *match.span(), new(match), tests)
            yield replace(planted, page=page_name(path))


def everywhere(
    rng: random.Random, root: Path, pattern: str, new: str, tests: tuple[str, ...]
) -> Iterator[Fault]:
    """What a match of ``pattern`` says is written otherwise in both languages."""
    while True:
        name = rng.choice(files(root, "docs/en/**/*.md")).relative_to(root / "docs/en")
        paths = [root / "docs" / language / name for language in LANGUAGES]
        texts = [path.read_text("utf-8") for path in paths]
        found = re.findall(pattern, texts[0], re.MULTILINE)
        old = rng.choice(found) if found else ""
        if old and all(old in text for text in texts):
            changes = tuple(
                Change(path.relative_to(root), text, text.replace(old, old + new, 1))
                for path, text in zip(paths, texts, strict=True)
            )
            yield Fault(changes, tests)


@kind
def number_changed(rng: random.Random) -> Iterator[Fault]:
    """A number in the prose of one language."""
    number = r"(?<![\w.#(/-])\d+(?:\.\d+)?(?![\w.]*\d|\. )"
    return anywhere(rng, number, lambda match: match[0] + "7", prose=True)


@kind
def code_span_changed(rng: random.Random) -> Iterator[Fault]:
    """A code span in the prose of one language."""
    span = r"(?<=`)[^`\n]*\w(?=`)"
    return anywhere(rng, span, lambda match: match[0] + "x", prose=True)


@kind
def link_changed(rng: random.Random) -> Iterator[Fault]:
    """A link of one language leads somewhere else."""
    target = r"(?<=\]\()[^)\s]+(?=\))"
    return anywhere(rng, target, lambda match: match[0] + "0", prose=True)


@kind
def heading_dropped(rng: random.Random) -> Iterator[Fault]:
    """A heading is missing in one language."""
    return anywhere(rng, r"^##+ .*\n", lambda _: "")


@kind
def heading_id_changed(rng: random.Random) -> Iterator[Fault]:
    """A heading has another id in one language."""
    return anywhere(rng, r"(?<=\{ #)[\w-]+(?= \}$)", lambda match: match[0] + "x")


@kind
def section_dropped(rng: random.Random) -> Iterator[Fault]:
    """A heading and all below it are missing in one language."""
    section = r"^(##+) .*\n(?:(?!#{1,6} ).*\n)*"
    return anywhere(rng, section, lambda _: "")


@kind
def formula_changed(rng: random.Random) -> Iterator[Fault]:
    """A display formula differs between the languages."""
    formula = r"^\$\$\n[^$]+\n\$\$$"
    return anywhere(rng, formula, lambda match: f"{match[0][:-3]}^2\n$$", prose=True)


@kind
def inline_formula_changed(rng: random.Random) -> Iterator[Fault]:
    """A letter of a formula in a line differs between the languages."""
    letter = r"(?<=[^$]\$)[a-zA-Z](?=[$_^ ][^$\n]*\$?)"
    return anywhere(rng, letter, lambda m: "w" if m[0] != "w" else "v", prose=True)


@kind
def example_dropped(rng: random.Random) -> Iterator[Fault]:
    """A piece of code or a figure is missing in one language."""
    line = r'^ *(?:--8<-- ".*"|!\[.*\]\(.*\.svg.*\))\n'
    return anywhere(
        rng, line, lambda _: "", ("tests/site/test_read.py", *SEE_COMPARING)
    )


@kind
def fence_hides_a_block(rng: random.Random) -> Iterator[Fault]:
    """Code is written into a page, where nothing would run it."""
    forms = ("```python", "``` python", "```py", "~~~python", "```{.python .annotate}")
    return anywhere(
        rng,
        r"^## ",
        lambda _: f"{rng.choice(forms)}\nprint(1)\n```\n\n## ",
        SEE_READING,
    )


@kind
def include_misspelt(rng: random.Random) -> Iterator[Fault]:
    """An include names a file or a section that is not there."""
    return anywhere(
        rng,
        r'(?<=--8<-- ")[\w/.:]+(?=")',
        lambda match: match[0][:-1] + "q",
        SEE_READING,
    )


@kind
def version_claim_changed(rng: random.Random) -> Iterator[Fault]:
    """Both languages name other releases, or another fact, or a release without a fact."""
    wrong = ("torch 2.12", "torch 2.16", "PyTorch 2.12", "torch 2.14 to 2.16")
    added = (" (since torch 2.9)", " (torch 2.14)", " (PyTorch 2.12)", " (2.15)")
    facts = re.findall(r'(?<=^  ")\w+', LEDGER.read_text("utf-8"), re.MULTILINE)
    sorts: list[tuple[str, Callable[[str], str]]] = [
        (r"\{torch \w+\}", lambda _: rng.choice(wrong)),
        (r"(?<=\{torch )\w+", lambda name: rng.choice([f for f in facts if f != name])),
        (r"(?<=[tT]orch )[012]\.\d+", lambda old: f"{old}{rng.randrange(10)}"),
        (r"(?<=[.。])$", lambda _: rng.choice(added)),
    ]
    while True:
        name = rng.choice([name for name in NAMES if name.endswith(".md")])
        pattern, new = rng.choice(sorts)
        paths = [ROOT / "docs" / language / name for language in LANGUAGES]
        texts = [path.read_text("utf-8") for path in paths]
        found = [[*re.finditer(pattern, text, re.MULTILINE)] for text in texts]
        count = min(map(len, found))
        if not count or (count < max(map(len, found)) and pattern != sorts[3][0]):
            continue
        at = rng.randrange(count)
        said = new(found[1][at][0])
        changes = [
            fault(path, text, *matches[at].span(), said, ()).changes[0]
            for path, text, matches in zip(paths, texts, found, strict=True)
        ]
        yield Fault(tuple(changes), SEE_VERSIONS)


@kind
def version_answer_changed(rng: random.Random) -> Iterator[Fault]:
    """The ledger says of the locked torch what is not so; or a fact asks the contrary."""
    facts = ROOT / "tests/versions.py"
    places = [(LEDGER, rf'(?<="{TORCH}": )(?:true|false)')]
    places += [(facts, r"(?<=^    return )[^(\n]+(?:\(.*\))?.*$")]
    while True:
        path, pattern = rng.choice(places)
        text = path.read_text("utf-8")
        match = rng.choice([*re.finditer(pattern, text, re.MULTILINE)])
        swapped = {"true": "false", "false": "true"}
        new = swapped.get(match[0], f"not ({match[0]})")
        yield fault(path, text, *match.span(), new, SEE_VERSIONS)


@built
def link_broken(rng: random.Random, root: Path) -> Iterator[Fault]:
    """Both languages link to a page or a heading that is not there."""
    target = r"\]\([\w/.]*(?:\.md|#[\w-]+)(?=\))"
    return everywhere(rng, root, target, "x", SEE_LINKS)


@built
def third_party_picture(rng: random.Random, root: Path) -> Iterator[Fault]:
    """A page loads a picture from another host, in both languages."""
    picture = "\n\n![logo](https://example.org/logo.png)"
    return everywhere(rng, root, r"\{ #[\w-]+ \}$", picture, SEE_LINKS)


# The site -------------------------------------------------------------------------------


def listed(
    rng: random.Random, root: Path, changes: list[tuple[str, str, str]]
) -> Iterator[Fault]:
    """Each of some changes of the theme's templates, or of what is done to pages."""
    tests = [
        f"tests/site/test_{name}.py" for name in ("head", "build", "html", "theme")
    ]
    # The reference has a few of its pages; a page with one fault has no other.
    chosen = "-k", "not reference and not stops_the_build", "-m", "not slow"
    rng.shuffle(changes)
    for name, old, new in changes:
        path = root / name
        text = path.read_text("utf-8")
        start = text.index(old)
        yield fault(path, text, start, start + len(old), new, (*tests, *chosen), root)


@built
def template_changed(rng: random.Random, root: Path) -> Iterator[Fault]:
    """Wrong twins, a script from elsewhere, a lost link in the theme's overrides."""
    script = '<script src="https://example.org/a.js"></script>'
    changes = [
        ("overrides/main.html", 'hreflang="{{ alt.lang }}"', 'hreflang="{{ alt.name }}"'),
        ("overrides/main.html", "alt.path ~ page.url", "alt.path"),
        ("overrides/main.html", 'hreflang="x-default"', 'hreflang="x"'),
        ("overrides/main.html", "{{ page.canonical_url }}", "{{ config.site_url }}"),
        ("overrides/main.html", "{% block extrahead %}", "{% block extrahead %}" + script),
        ("overrides/main.html", 'href="{{ page.meta.markdown }}"', 'href="page.md"'),
        ("overrides/sitemap.xml", 'hreflang="{{ alt.lang }}"', 'hreflang="zh"'),
        ("overrides/sitemap.xml", "~ file.page.url", ""),
        ("overrides/404.html", "~ each.path", "~ each.path ~ each.path"),
    ]  # fmt: skip
    return listed(rng, root, changes)


@built
def step_changed(rng: random.Random, root: Path) -> Iterator[Fault]:
    """What makes a page of Markdown, or finishes it, does something else or nothing."""
    code, finish = "src/optguide_site/extend/code.py", "src/optguide_site/finish"
    changes = [
        (f"{finish}/html.py", "default-src 'self'", "default-src *"),
        (f"{finish}/html.py", "script-src 'self'", "script-src 'self' 'unsafe-inline'"),
        (f"{finish}/html.py", "_CHARSET + meta", "_CHARSET"),
        (f"{finish}/html.py", '</title>{fetched}', "</title>"),
        (f"{finish}/html.py", "<script defer ", "<script "),
        (f"{finish}/html.py", 'aria-label="{search}"', ""),
        (f"{finish}/fonts.py", "characters = {c for", "characters = {'x' for"),
        (f"{finish}/fonts.py", "found.update(html.unescape(part[3]))", "found.update(page)"),
        (f"{finish}/theme.py", "if count:", "if False:"),
        (f"{finish}/downloads.py", 'files.rglob("*")', 'files.rglob("*.md")'),
        (code, "html.escape(copy)", "html.escape(text)"),
        (code, "data-no-run", "data-norun"),
        (code, 'kind += " output"', "pass"),
        (code, "html.escape(text, quote=False)", "text"),
        (code, 'data-clipboard-target="#{name}"', 'data-clipboard-target="#"'),
        ("src/optguide_site/write/markdown.py", "if example.output:", "if False:"),
    ]  # fmt: skip
    return listed(rng, root, changes)


# Running --------------------------------------------------------------------------------


def failing(copy: Path, tests: list[str], page: str = "") -> set[str]:
    """The tests that fail in a copy of the project, as pytest names them."""
    options = ("-q", "--fresh", "--tb=no", "-p", "no:cacheprovider", "-p", "no:xdist")
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", *options, *tests],
        cwd=copy,
        env={**environment(copy), "OPTGUIDE_PAGE": page},
        capture_output=True,
        text=True,
        check=False,
    )
    found = re.findall(
        r"^(?:FAILED|ERROR) (\S+?(?:\[.*?\])?)(?: - .*)?$", ran.stdout, re.MULTILINE
    )
    if bool(found) != bool(ran.returncode) or not re.search(
        r"\d+ (passed|failed|error|skipped)", ran.stdout
    ):
        raise SystemExit(f"pytest failed to run {tests}\n{ran.stdout}{ran.stderr}")
    return set(found)


def killers(copy: Path, fault: Fault) -> set[str]:
    """The test that notices the fault first, in the copy of the project."""
    try:
        for change in fault.changes:
            (copy / change.path).write_text(change.after, "utf-8")
        return failing(copy, ["-x", *fault.tests], fault.page)
    finally:
        for change in fault.changes:
            (copy / change.path).write_text(change.before, "utf-8")


def draw(name: str, seed: int, count: int, copy: Path) -> list[Fault]:
    """Different faults of one kind."""
    rng = random.Random(f"{seed} {name}")
    faults = BUILT[name](rng, copy) if name in BUILT else KINDS[name](rng)
    seen: dict[tuple[Change, ...], Fault] = {}
    for planted in faults:
        seen.setdefault(planted.changes, planted)
        if len(seen) == count:
            break
    return list(seen.values())


def main() -> None:
    """Plant, run, report."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--each", type=int, default=14, help="faults of each kind")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument(
        "--kind", action="append", choices=[*KINDS, *BUILT], help="only this kind"
    )
    arguments = parser.parse_args()
    print(f"seed {arguments.seed}", flush=True)
    survivors: list[str] = []
    with tempfile.TemporaryDirectory() as whole, tempfile.TemporaryDirectory() as few:
        copies = {False: copied(Path(whole)), True: pruned(Path(few), FEW)}
        #: test -> the faults that it saw first
        killed: dict[bool, dict[str, list[str]]] = {False: {}, True: {}}
        for name in arguments.kind or [*KINDS, *BUILT]:
            is_built = name in BUILT
            copy = copies[is_built]
            planted = draw(name, arguments.seed, arguments.each, copy)
            dead = 0
            for each in tqdm(planted, desc=name, file=sys.stderr):
                if tests := killers(copy, each):
                    dead += 1
                    for test in tests:
                        killed[is_built].setdefault(test, []).append(f"{name}: {each}")
                else:
                    survivors.append(
                        f"{name}: {each}, unseen by {' '.join(each.tests)}"
                    )
                    tqdm.write(f"survives: {survivors[-1]}", file=sys.stderr)
            print(f"{name:32} {dead:3} / {len(planted)}", flush=True)
        for is_built, copy in copies.items():
            of_copy = killed[is_built]
            for test in sorted(failing(copy, list(of_copy))) if of_copy else ():
                print(f"fails without a fault: {test}")
                survivors += [
                    f"{each}, seen by no other" for each in of_copy.get(test, ())
                ]
    print("\n".join(["survivors:", *survivors]) if survivors else "no survivor")
    sys.exit(bool(survivors))


if __name__ == "__main__":
    main()
