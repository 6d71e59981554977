"""make bench: what the site costs to build, and how Lighthouse rates it.

Times are ratios within one run. Lighthouse (mobile, median of three) and its own copy of
Node's packages are installed on first use; without chromium that part is left out, loudly.
"""

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from mkdocs.commands.build import build
from mkdocs.config import load_config

from optguide_site.markdown import OptguideExtension, source
from optguide_site.math import find_node
from optguide_site.page import LANGUAGES, ROOT
from tests.site.serve import serve

LIGHTHOUSE = ROOT / "tests/site/lighthouse"
PAGES = (
    "",
    "losses/regression/l1/",
    "losses/classification/cross_entropy/",
    "reference/",
)
BUDGETS = {"performance": 97, "accessibility": 100, "best-practices": 100, "seo": 100}
BUDGET_KB, BUDGET_SHIFT = 160, 0.01


def seconds(step: Callable[[], None], turns: int = 3) -> float:
    """The median time of ``step``."""

    def once() -> float:
        start = time.perf_counter()
        step()
        return time.perf_counter() - start

    return median(once() for _ in range(turns))


def expanded(language: str, target: Path, copies: int) -> None:
    """The pages with their includes in place, as plain Material would be given them."""
    import markdown

    for path in (ROOT / "docs" / language).rglob("*.md"):
        extension = OptguideExtension(language=language)
        md = markdown.Markdown(extensions=[extension])
        source.set(path)
        lines = md.preprocessors["optguide_expand"].run(
            path.read_text("utf-8").split("\n")
        )
        text = "\n".join(line for line in lines if not line.startswith(":::"))
        for copy in range(copies):
            out = target / f"copy{copy}" / path.relative_to(ROOT / "docs" / language)
            out.parent.mkdir(parents=True, exist_ok=True)
            out.write_text(text, "utf-8")


def plain_build(copies: int, folder: Path) -> Callable[[], None]:
    """Build the same Markdown with Material alone."""
    docs = folder / f"plain{copies}"
    for language in LANGUAGES:
        expanded(language, docs / language, copies)

    def step() -> None:
        for language in LANGUAGES:
            config = load_config(
                None,
                site_name="plain",
                docs_dir=str(docs / language),
                site_dir=str(folder / "site"),
                theme={"name": "material", "language": language, "font": False},
                plugins=["search"],
                markdown_extensions=[
                    "admonition", "attr_list", "tables", "toc",
                    "pymdownx.arithmatex", "pymdownx.details", "pymdownx.highlight",
                    "pymdownx.superfences",
                ],
                validation={"links": {"not_found": "ignore", "anchors": "ignore"}},
            )  # fmt: skip
            build(config)

    return step


def our_build(copies: int, folder: Path) -> Callable[[], None]:
    """Build the guide, its pages copied ``copies`` times."""
    docs = folder / f"ours{copies}"
    for language in LANGUAGES:
        for copy in range(copies):
            shutil.copytree(ROOT / "docs" / language, docs / language / f"copy{copy}")

    def step() -> None:
        for language, name in zip(
            LANGUAGES, ("mkdocs.yml", "mkdocs.en.yml"), strict=True
        ):
            config = load_config(
                str(ROOT / name),
                docs_dir=str(docs / language),
                site_dir=str(folder / "site"),
                nav=None,
                hooks=None,
            )
            build(config)

    return step


def bench_build() -> None:
    """Print the cost of our rendering, and how it grows."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        times = {}
        for copies in (1, 10):
            ours, plain = our_build(copies, folder), plain_build(copies, folder)
            turns = 3 if copies == 1 else 1
            times[copies] = seconds(ours, turns), seconds(plain, turns)
            ratio = times[copies][0] / times[copies][1]
            print(
                f"build, {copies:2} x pages, ours / plain Material   {ratio:5.2f}  (goal 1.3)",
                flush=True,
            )
        growth = times[10][0] / times[1][0]
        print(f"build, ours, 10 x pages / 1 x pages        {growth:5.2f}  (linear: 10)")


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
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    os.environ["SITE_URL"] = f"http://127.0.0.1:{port}/"
    with tempfile.TemporaryDirectory() as site:
        build(load_config(str(ROOT / "mkdocs.yml"), site_dir=site))
        with serve(Path(site), port):
            for page in [prefix + page for page in PAGES for prefix in ("", "en/")]:
                runs = [
                    audit(f"{os.environ['SITE_URL']}{page}", command, chromium)
                    for _ in range(3)
                ]
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


if __name__ == "__main__":
    bench_build()
    bench_lighthouse()
