"""The table of the page "Verified": what the ledger says of every page."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from posixpath import relpath

from optguide_site import ledger
from optguide_site.page import TORCH, Page, pages

WORDS = {
    "zh": {
        "page": "页面",
        "counts": "代码段 | 输出 | 跳过",
        "runs": "| 设备 | torch | Python | 平台 | 提交 | 日期 |",
        "sim": "模拟设备",
        "yes": "通过",
        "no": "未运行",
    },
    "en": {
        "page": "Page",
        "counts": "Blocks | Outputs | Skipped",
        "runs": "| Device | torch | Python | Platform | Commit | Date |",
        "sim": "Simulated",
        "yes": "passed",
        "no": "not run",
    },
}


def tables(language: str, here: Path, known: Mapping[Path, Page]) -> str:
    """Where the tests ran, and below it what ran of each page.

    Args:
        language: whose pages.
        here: the page that shows the tables; links start from there.
        known: pages that need not be read again.
    """
    words = WORDS[language]
    devices = {"cpu": "CPU", "sim": words["sim"], "cuda": "CUDA"}
    #: columns of the second table, rows of the first: device, torch, and their name
    where = [(device, TORCH, devices[device]) for device in ledger.DEVICES]
    where += [
        (d, torch, f"{devices[d]}, torch {torch}") for d, torch in ledger.others()
    ]
    rows = []
    environments: dict[str, ledger.Environment] = {}
    for _, path in (entry for entry in pages() if entry[0] == language):
        page = known.get(path) or Page.read(path, language)
        if not page.blocks:
            continue
        shown = []
        for device, torch, name in where:
            found = ledger.verified(page, device, torch)
            shown.append(words["yes"] if found else words["no"])
            if found:
                environments[name] = found.environment
        skipped = "<br>".join(block.no_run for block in page.blocks if block.no_run)
        outputs = sum(block.output is not None for block in page.blocks)
        rows.append(
            f"| [{page.title}]({relpath(path, here.parent)}) | {' | '.join(shown)} "
            f"| {len(page.blocks)} | {outputs} | {skipped or '0'} |"
        )
    sessions = []
    for device, _, name in where:
        if run := environments.get(name):
            cells = run.torch, run.python, run.platform, f"`{run.commit}`", run.date
        else:
            cells = words["no"], "", "", "", ""
        sessions.append(f"| {devices[device]} | {' | '.join(cells)} |")
    names = " | ".join(name for *_, name in where)
    return "\n".join(
        [
            *(words["runs"], "|---|---|---|---|---|---|", *sessions, ""),
            f"| {words['page']} | {names} | {words['counts']} |",
            "|---" * (len(where) + 4) + "|",
            *rows,
        ]
    )
