"""make bench: what the site costs to build, and how Lighthouse rates it.

Times are ratios within one run, but for the seconds from saving a page to its reload.
Lighthouse (mobile, median of three) and its own copy of Node's packages are installed on
first use; without chromium that part is left out, loudly.
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
from textwrap import indent
from typing import Any
from urllib.error import URLError
from urllib.parse import urljoin
from urllib.request import urlopen

import markdown
from markdown.util import HTML_PLACEHOLDER_RE
from mkdocs.utils.meta import get_data
from optguide_site.markdown import OptguideExtension, source
from optguide_site.page import LANGUAGES, ROOT, pages

from optguide_site.extend.math import find_node
from tests.bench.measure import cpu_seconds
from tests.support.project import copied, environment
from tests.support.server import free_port, serve

MKDOCS = (sys.executable, "-m", "mkdocs")
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


def names() -> list[Path]:
    """The pages, below the folder of a language."""
    folder = ROOT / "docs" / "en"
    return [path.relative_to(folder) for language, path in pages() if language == "en"]


def expanded(language: str, name: Path) -> str:
    """A page with its includes in place, as plain Material would be given it."""
    path = ROOT / "docs" / language / name
    md = markdown.Markdown(extensions=[OptguideExtension(language=language)])
    source.set(path)
    body = get_data(path.read_text("utf-8"))[0]
    expand: Any = md.preprocessors["optguide_expand"]
    expand.code = lambda kind, text, *_: md.htmlStash.store(f"```{kind}\n{text}\n```")
    lines = expand.run(body.split("\n"))
    text = "\n".join(line for line in lines if not line.startswith(":::"))
    raw = md.htmlStash.rawHtmlBlocks
    return re.sub(
        f"( *){HTML_PLACEHOLDER_RE.pattern}",
        lambda found: indent(str(raw[int(found[2])]), found[1]),
        text,
    )


def build_seconds(config: Path, environ: dict[str, str]) -> float:
    """The processor's time that a build takes, the better of two."""
    return min(
        cpu_seconds(
            [*MKDOCS, "build", "--quiet", "--config-file", config],
            env=environ,
            cwd=config.parent,
            stderr=subprocess.DEVNULL,  # pages are missing, and links to them are dead
        )
        for _ in range(2)
    )


def fewer(project: Path, step: int) -> None:
    """Leave every ``step``-th page of each language."""
    for number, name in enumerate(names()):
        if number % step and name != Path("index.md"):
            for language in LANGUAGES:
                (project / "docs" / language / name).unlink()


def plain(project: Path) -> list[Path]:
    """Configurations of Material alone, for the pages of a copy of the project."""
    configs = []
    for language in LANGUAGES:
        docs = project / "plain" / language
        for name in names():
            if (project / "docs" / language / name).is_file():
                page = (docs / name).with_suffix(".md")
                page.parent.mkdir(parents=True, exist_ok=True)
                page.write_text(expanded(language, name), "utf-8")
        config = project / f"plain.{language}.yml"
        settings = {"docs_dir": str(docs), "site_dir": f"plain-site/{language}"}
        config.write_text(json.dumps(PLAIN | settings), "utf-8")  # YAML too
        configs.append(config)
    return configs


def bench_build() -> None:
    """Print the cost of our build, and how it grows."""
    ours, theirs = {}, {}
    for step in (10, 1):
        with tempfile.TemporaryDirectory() as name:
            project = copied(Path(name))
            fewer(project, step)
            configs = plain(project)
            environ = environment(project)
            ours[step] = build_seconds(project / "mkdocs.yml", environ)
            theirs[step] = sum(build_seconds(config, environ) for config in configs)
        pages = "all pages" if step == 1 else "every 10th page"
        print(
            f"build of {pages:16} ours / plain Material {ours[step] / theirs[step]:6.2f}  (goal 1.3)",
            flush=True,
        )
    for name, times in (("ours", ours), ("plain Material", theirs)):
        growth = times[1] / times[10]
        print(f"build of 10 x pages / 1 x, {name:16} {growth:13.2f}  (linear: 10)")


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
                ("an example", "snippets/losses/regression/l1/by_hand.py"),
            ):
                prefix = "/en" if "/en/" in file else ""
                url = f"{address}{prefix}/losses/regression/l1/"
                times = [saved(project / file, url) for _ in range(3)]
                print(
                    f"seconds from saving {kind} to its reload, {file:42} "
                    f"{median(times):5.1f}  (goal 2)",
                    flush=True,
                )
        finally:
            server.terminate()
            server.wait()


def saved(path: Path, url: str) -> float:
    """Save a file, and wait as the page in a browser does."""
    html = opened(url)
    script = re.search(r"livereload\((\d+), (\d+)\)", html)
    assert script, f"{url} does not reload"
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    start = time.perf_counter()
    poll = urljoin(url, f"/livereload/{script[1]}/{script[2]}")
    while opened(poll) == script[1]:
        pass
    opened(url)
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


PARTS = {"build": bench_build, "reload": bench_reload, "lighthouse": bench_lighthouse}

if __name__ == "__main__":
    for part in sys.argv[1:] or PARTS:
        PARTS[part]()
