"""What was verified: written by the tests that ran a page, read when the site is built."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from optguide_site.page import ROOT, TORCH, Page

LEDGER = ROOT / ".cache" / "ledger.json"
#: Where examples run: for real on the CPU, on the simulated accelerator of the tests, and on
#: a GPU where there is one.
DEVICES = ("cpu", "sim", "cuda")


@dataclass(frozen=True)
class Environment:
    """Where a test session ran."""

    device: str
    #: the device's own name, and the system's: ``"Linux x86_64"``
    platform: str
    torch: str
    python: str
    #: the commit that was checked out, with ``+`` if files had changed since
    commit: str
    date: str


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
    device: str = "cpu"


@dataclass(frozen=True)
class Verified:
    """All that ran of a page as it stands, on one device."""

    environment: Environment
    blocks: int = 0
    outputs: int = 0
    skipped: list[str] = field(default_factory=list)


def name(page: Page) -> str:
    """How the ledger calls a page: by its path below ``docs/``."""
    docs = ROOT / "docs"
    here = page.path.relative_to(docs) if page.path.is_relative_to(docs) else page.path
    return here.as_posix()


def digest(page: Page) -> str:
    """Changes when any code or output of the page does."""
    parts = [part for block in page.blocks for part in (block.copy, block.output or "")]
    return sha256("\0".join(parts).encode()).hexdigest()


def write(runs: list[Run], environments: list[Environment]) -> None:
    """Keep the runs of a session; those of other pages, devices and torches stay."""
    torch = {_release(environment.torch) for environment in environments}
    new = {(run.page, run.device) for run in runs}
    kept = [
        run
        for run in read()["runs"]
        if (run["page"], run["device"]) not in new
        or _release(run["environment"]["torch"]) not in torch
    ]
    by_device = {e.device: asdict(e) for e in environments}
    entries = [
        asdict(run) | {"environment": by_device[run.device]}
        for run in sorted(runs, key=lambda run: (run.page, run.example))
    ]
    LEDGER.parent.mkdir(exist_ok=True)
    text = json.dumps({"runs": kept + entries}, indent=1, ensure_ascii=False)
    LEDGER.write_text(text, "utf-8")


def read() -> dict[str, list[dict[str, Any]]]:
    """The ledger, empty where no test has written one."""
    return {"runs": [run for runs in _by_page().values() for run in runs]}


def _by_page() -> dict[str, list[dict[str, Any]]]:
    """The runs of each page."""
    if not LEDGER.is_file():
        return {}
    changed = LEDGER.stat()
    return _runs(LEDGER, changed.st_mtime_ns, changed.st_size)


@lru_cache(maxsize=1)  # a build asks for every page and device
def _runs(path: Path, *_: int) -> dict[str, list[dict[str, Any]]]:
    """The runs in a ledger; further arguments tell one state of the file from another."""
    # An older checkout may have written it: what lacks a field is no record.
    fields = {*Run.__dataclass_fields__, "environment"}
    by_page: dict[str, list[dict[str, Any]]] = {}
    for run in json.loads(path.read_text("utf-8"))["runs"]:
        if run.keys() == fields:
            by_page.setdefault(run["page"], []).append(run)
    return by_page


def _release(torch: str) -> str:
    """``"2.13.0"`` of ``"2.13.0+cpu"``."""
    return torch.partition("+")[0]


def other_torches() -> list[str]:
    """The releases that pages ran with, but for the locked one."""
    found = {_release(run["environment"]["torch"]) for run in read()["runs"]}
    return sorted(found - {TORCH})


def verified(page: Page, device: str = "cpu", torch: str = TORCH) -> Verified | None:
    """What ran of a page as it stands, on a device; None unless all of it did."""
    key = digest(page), device, torch
    runs = [
        r
        for r in _by_page().get(name(page), [])
        if (r["digest"], r["device"], _release(r["environment"]["torch"])) == key
    ]
    if not runs or {r["example"] for r in runs} != {
        b[0].name.split(":")[0] for b in page.examples.values()
    }:
        return None
    return Verified(
        Environment(**runs[0]["environment"]),
        blocks=sum(r["blocks"] for r in runs),
        outputs=sum(r["outputs"] for r in runs),
        skipped=[reason for r in runs for reason in r["skipped"]],
    )
