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
    """Keep the runs of a session; those of other pages and of other devices stay."""
    pages = {run.page for run in runs}
    kept = [
        run
        for run in read()["runs"]
        if run["page"] not in pages or _device(run) != environment.get("device", "cpu")
    ]
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
    """What ran of a page as it stands: counts and environment; None unless all of it did.

    ``cuda`` names the GPU on which all of it ran too, and is None where that was not run.
    """
    runs = _complete(page, "cpu")
    if not runs:
        return None
    on_gpu = _complete(page, "cuda")
    total = {
        key: sum(int(str(run[key])) for run in runs) for key in ("blocks", "outputs")
    }
    gpu = _environment(on_gpu[0])["gpu"] if on_gpu else None
    return {**total, **_environment(runs[0]), "cuda": gpu}


def _complete(page: Page, device: str) -> list[dict[str, object]]:
    """The runs of all examples of a page as it stands on one device, or none."""
    now = digest(page)
    runs = [
        run
        for run in read()["runs"]
        if (run["page"], run["digest"], _device(run)) == (name(page), now, device)
    ]
    examples = {blocks[0].name.split(":")[0] for blocks in page.examples.values()}
    return runs if {run["example"] for run in runs} == examples else []


def _environment(run: dict[str, object]) -> dict[str, object]:
    environment = run["environment"]
    assert isinstance(environment, dict)
    return environment


def _device(run: dict[str, object]) -> object:
    return _environment(run).get("device", "cpu")
