"""The table of the page "Verified": what the ledger says of every page."""

from __future__ import annotations

from pathlib import Path
from posixpath import relpath

from optguide_site import ledger
from optguide_site.page import Page, pages

WORDS = {
    "zh": {
        "pages": "| 页面 | CPU | 模拟设备 | CUDA | 代码段 | 输出 | 跳过 |",
        "runs": "| 设备 | torch | Python | 平台 | 提交 | 日期 |",
        "sim": "模拟设备",
        "yes": "通过",
        "no": "未运行",
    },
    "en": {
        "pages": "| Page | CPU | Simulated | CUDA | Blocks | Outputs | Skipped |",
        "runs": "| Device | torch | Python | Platform | Commit | Date |",
        "sim": "Simulated",
        "yes": "passed",
        "no": "not run",
    },
}


def tables(language: str, here: Path) -> str:
    """Where the tests ran, and below it what ran of each page; links start from ``here``."""
    words = WORDS[language]
    rows = []
    environments: dict[str, ledger.Environment] = {}
    for _, path in (entry for entry in pages() if entry[0] == language):
        page = Page.read(path, language)
        if not page.blocks:
            continue
        found = {device: ledger.verified(page, device) for device in ledger.DEVICES}
        environments |= {d: run.environment for d, run in found.items() if run}
        skipped = "<br>".join(block.no_run for block in page.blocks if block.no_run)
        outputs = sum(block.output is not None for block in page.blocks)
        shown = (words["yes"] if found[d] else words["no"] for d in ledger.DEVICES)
        link = relpath(path, here.parent)
        rows.append(
            f"| [{page.title}]({link}) | {' | '.join(shown)} "
            f"| {len(page.blocks)} | {outputs} | {skipped or '0'} |"
        )
    names = {"cpu": "CPU", "sim": words["sim"], "cuda": "CUDA"}
    sessions = []
    for device in ledger.DEVICES:
        if run := environments.get(device):
            cells = run.torch, run.python, run.platform, f"`{run.commit}`", run.date
        else:
            cells = words["no"], "", "", "", ""
        sessions.append(f"| {names[device]} | {' | '.join(cells)} |")
    return "\n".join(
        [
            *(words["runs"], "|---|---|---|---|---|---|", *sessions, ""),
            *(words["pages"], "|---|---|---|---|---|---|---|", *rows),
        ]
    )
