"""What was verified: written by the tests that ran a page, read when the site is built."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from hashlib import sha256

from optguide_site.page import ROOT, Page

LEDGER = ROOT / ".cache" / "ledger.json"


@dataclass(frozen=True)
class Run:
    """One example of one page that ran, and printed and drew what is on record."""

    #: ``zh/losses/regression/l1.md``
    page: str
    #: `digest` of the page when it ran
    digest: str
    example: str
    blocks: int
    outputs: int
    #: why blocks were not run, one entry for each
    skipped: list[str]


def name(page: Page) -> str:
    """How the ledger calls a page: by its path below ``docs/``."""
    docs = ROOT / "docs"
    here = page.path.relative_to(docs) if page.path.is_relative_to(docs) else page.path
    return here.as_posix()


def digest(page: Page) -> str:
    """Changes when any code or output of the page does."""
    parts = [part for block in page.blocks for part in (block.copy, block.output or "")]
    return sha256("\0".join(parts).encode()).hexdigest()


def write(runs: list[Run], environment: dict[str, str]) -> None:
    """Keep the runs of a session; those of pages that it did not touch stay."""
    pages = {run.page for run in runs}
    kept = [run for run in read()["runs"] if run["page"] not in pages]
    LEDGER.parent.mkdir(exist_ok=True)
    new = [asdict(run) | {"environment": environment} for run in runs]
    LEDGER.write_text(
        json.dumps({"runs": kept + new}, indent=1, ensure_ascii=False), "utf-8"
    )


def read() -> dict[str, list[dict[str, object]]]:
    """The ledger, empty where no test has written one."""
    if not LEDGER.is_file():
        return {"runs": []}
    found: dict[str, list[dict[str, object]]] = json.loads(LEDGER.read_text("utf-8"))
    return found


def verified(page: Page) -> dict[str, object] | None:
    """What ran of a page as it stands: counts and environment; None unless all of it did."""
    now = digest(page)
    runs = [r for r in read()["runs"] if r["page"] == name(page) and r["digest"] == now]
    if not runs or {r["example"] for r in runs} != {
        b[0].name.split(":")[0] for b in page.examples.values()
    }:
        return None
    total = {
        key: sum(int(str(run[key])) for run in runs) for key in ("blocks", "outputs")
    }
    environment = runs[0]["environment"]
    assert isinstance(environment, dict)
    return {**total, **environment}
