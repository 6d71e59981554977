"""make bench: what the site costs to build, and how Lighthouse rates it.

Times are ratios within one run, but for the seconds from saving a page to its reload and those
of checking it. Lighthouse (mobile, median of three) and its own copy of Node's packages are
installed on first use; without chromium that part is left out, loudly.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any
from urllib.error import URLError
from urllib.parse import urljoin
from urllib.request import urlopen

from optguide_site.extend.math import find_node
from optguide_site.project import LANGUAGES, ROOT
from optguide_site.read.page import page_names
from tests.bench.measure import cpu_seconds
from tests.support.project import copied, environment, pruned
from tests.support.server import free_port, serve

MKDOCS = (sys.executable, "-m", "mkdocs")
#: `mkdocs build`, which prints the seconds of it that preparing the pages takes.
OURS = """\
import time
from mkdocs.__main__ import cli
from optguide_site import building

def timed(prepare=building.prepare, **options):
    start = time.process_time()
    try:
        return prepare(**options)
    finally:
        print(time.process_time() - start)

building.prepare = timed
cli(["build", "--quiet"])
"""
LIGHTHOUSE = ROOT / "tests/site/lighthouse"
#: The home page, lessons, a lab, an explorer, the longest page of the reference.
PAGES = (
    "",
    "losses/regression/l1/",
    "losses/classification/cross_entropy/",
    "labs/ravine/",
    "explorers/sgd/",
    "reference/lr_scheduler/decay/",
)
BUDGETS = {"performance": 97, "accessibility": 100, "best-practices": 100, "seo": 100}
BUDGET_KB, BUDGET_SHIFT = 160, 0.01
PLAIN = {
    "site_name": "plain",
    "theme": {"name": "material", "font": False},
    "plugins": ["search"],
    "markdown_extensions": [
        "admonition",
        "attr_list",
        "tables",
        "toc",
        "pymdownx.arithmatex",
        "pymdownx.details",
        "pymdownx.highlight",
        "pymdownx.superfences",
    ],
}


def seconds(command: list[Any], project: Path) -> tuple[float, float]:
    """The processor's time that a build takes, the better of two, and what it printed of it."""
    taken = []
    for _ in range(2):
        with tempfile.TemporaryFile("w+") as printed:
            # Material alone says that links to labs are dead.
            options: Any = {"stdout": printed, "stderr": subprocess.DEVNULL}
            spent = cpu_seconds(
                command, env=environment(project), cwd=project, **options
            )
            printed.seek(0)
            taken.append((spent, float(printed.read() or 0)))
    return min(taken)


def plain(project: Path) -> list[Path]:
    """Configurations of Material alone, for the prepared pages of a copy of the project."""
    configs = []
    for language in LANGUAGES:
        prepared, docs = (
            project / name / language for name in (".build/pages", "plain")
        )
        for path in prepared.rglob("*.md"):
            page = docs / path.relative_to(prepared)
            page.parent.mkdir(parents=True, exist_ok=True)
            # No reference without mkdocstrings.
            page.write_text(
                re.sub(r"(?m)^:::.*\n", "", path.read_text("utf-8")), "utf-8"
            )
        shutil.copytree(prepared / "figures", docs / "figures")
        config = project / f"plain.{language}.yml"
        settings = {"docs_dir": str(docs), "site_dir": f"plain-site/{language}"}
        config.write_text(json.dumps(PLAIN | settings), "utf-8")  # YAML too
        configs.append(config)
    return configs


def bench_build() -> None:
    """Print the cost of our build, and how it grows."""
    ours, theirs = {}, {}
    for step in (10, 1):
        names = {"index.md", *page_names()[::step]}
        with tempfile.TemporaryDirectory() as name:
            project = pruned(Path(name), sorted(names))
            ours[step], preparing = seconds([sys.executable, "-c", OURS], project)
            theirs[step] = sum(
                seconds([*MKDOCS, "build", "--quiet", "-f", config], project)[0]
                for config in plain(project)
            )
        pages = "all pages" if step == 1 else "every 10th page"
        for what, spent in (
            ("without prepare", ours[step] - preparing),
            ("with prepare", ours[step]),
        ):
            print(
                f"build of {pages:16} ours {what:15} / Material alone "
                f"{spent / theirs[step]:6.2f}  (goal 1.3)",
                flush=True,
            )
    for what, times in (("ours", ours), ("Material alone", theirs)):
        growth = times[1] / times[10]
        print(f"build of 10 x pages / 1 x, {what:16} {growth:13.2f}  (linear: 10)")


def bench_reload() -> None:
    """Print how long a reader of `make serve` waits for a page that was saved."""
    with tempfile.TemporaryDirectory() as name:
        project = copied(Path(name))
        address = f"http://127.0.0.1:{free_port()}"
        command = [*MKDOCS, "serve", "--dirty", "--quiet", "-a", address[7:]]
        server = subprocess.Popen(command, env=environment(project), cwd=project)
        try:
            for kind, file in (
                ("a page", "docs/zh/losses/regression/l1.md"),
                ("a page", "docs/en/losses/regression/l1.md"),
                ("an example", "snippets/losses/regression/l1/equal.py"),
            ):
                prefix = "/en" if "/en/" in file else ""
                url = f"{address}{prefix}/losses/regression/l1/"
                times = [saved(project / file, url, turn) for turn in range(3)]
                print(
                    f"seconds from saving {kind} to its reload, {file:42} "
                    f"{median(times):5.1f}  (goal 2)",
                    flush=True,
                )
        finally:
            server.terminate()
            server.wait()


def saved(path: Path, url: str, turn: int) -> float:
    """Change a page or an example, and wait as the page in a browser does."""
    html = opened(url)
    script = re.search(r"livereload\((\d+), (\d+)\)", html)
    assert script, f"{url} does not reload"
    path.write_text(f"{path.read_text('utf-8')}\n{turn}\n", "utf-8")
    start = time.perf_counter()
    poll = urljoin(url, f"/livereload/{script[1]}/{script[2]}")
    while opened(poll) == script[1]:
        pass
    assert opened(url) != html, f"{url} is as before"
    return time.perf_counter() - start


def opened(url: str) -> str:
    """What a server answers; it may still have to start."""
    for _ in range(600):
        try:
            with urlopen(url) as answer:
                text: str = answer.read().decode()
                return text
        except URLError:
            time.sleep(0.5)
    raise TimeoutError(url)


def bench_check() -> None:
    """Print how long `make check` takes for a page that has just changed."""
    page = "losses/regression/l1"
    here = [f"BIN={Path(sys.executable).parent}", "READY="]  # the environment is there
    start = time.perf_counter()
    subprocess.run(
        ["make", "check", f"PAGE={page}", *here],
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    spent = time.perf_counter() - start
    print(f"seconds of make check PAGE={page} {spent:28.1f}  (goal 8)", flush=True)


def bench_lighthouse() -> None:
    """Print Lighthouse's scores of a few pages."""
    chromium = shutil.which("chromium")
    if not chromium:
        print(
            "lighthouse: NOT RUN, no chromium on this machine (make test-browser installs it)"
        )
        return
    command = LIGHTHOUSE / "node_modules/lighthouse/cli/index.js"
    if not command.is_file():
        npm = str(Path(find_node()).with_name("npm"))
        subprocess.run([npm, "ci", "--silent"], cwd=LIGHTHOUSE, check=True)
    port = free_port()
    address = f"http://127.0.0.1:{port}/"
    with tempfile.TemporaryDirectory() as site:
        subprocess.run(
            [*MKDOCS, "build", "--quiet", "--site-dir", site],
            env={**os.environ, "SITE_URL": address},
            cwd=ROOT,
            check=True,
        )
        with serve(Path(site), port):
            for page in [prefix + page for page in PAGES for prefix in ("", "en/")]:
                runs = [audit(f"{address}{page}", command, chromium) for _ in range(3)]
                middle = {key: median(run[key] for run in runs) for key in runs[0]}
                wrong = [k for k, least in BUDGETS.items() if middle[k] < least]
                wrong += [
                    k
                    for k, most in (("kB", BUDGET_KB), ("shift", BUDGET_SHIFT))
                    if middle[k] > most
                ]
                line = "  ".join(f"{key} {value:g}" for key, value in middle.items())
                print(
                    f"/{page:42} {line}  {'OVER BUDGET: ' + ', '.join(wrong) if wrong else 'ok'}",
                    flush=True,
                )


def audit(url: str, command: Path, chromium: str) -> dict[str, float]:
    """One run of Lighthouse, mobile."""
    ran = subprocess.run(
        [
            find_node(), command, url, "--quiet", "--output=json",
            "--chrome-flags=--headless --no-sandbox --disable-gpu --disable-background-networking",
        ],
        env={**os.environ, "CHROME_PATH": chromium},
        capture_output=True,
        text=True,
        check=True,
    )  # fmt: skip
    report = json.loads(ran.stdout)
    scores = {k: round(100 * c["score"]) for k, c in report["categories"].items()}
    audits = report["audits"]
    return {
        **scores,
        "kB": round(audits["total-byte-weight"]["numericValue"] / 1000),
        "shift": round(audits["cumulative-layout-shift"]["numericValue"], 4),
    }


PARTS = {
    "build": bench_build,
    "reload": bench_reload,
    "check": bench_check,
    "lighthouse": bench_lighthouse,
}

if __name__ == "__main__":
    for part in sys.argv[1:] or PARTS:
        PARTS[part]()
