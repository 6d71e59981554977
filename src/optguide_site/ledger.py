"""What was verified: written by the tests that ran a page, read when the site is built."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from optguide_site.page import ROOT, TORCH, Page

LEDGER = ROOT / ".cache" / "ledger.jsonl"
#: What ran on a real GPU is kept in the repository: where the site is built there is none.
GPU_LEDGER = ROOT / "tests" / "device" / "cuda.jsonl"
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


class Entry(NamedTuple):
    """A run, and where it ran."""

    run: Run
    environment: Environment


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
    return sha256("\0".join(parts).encode()).hexdigest()[:16]


def write(runs: list[Run], environments: list[Environment]) -> None:
    """Keep the runs of a session; those of other pages, devices and torches stay."""
    by_device = {environment.device: environment for environment in environments}
    added = [Entry(run, by_device[run.device]) for run in runs]
    new = set(map(_key, added))
    entries = [entry for entry in read() if _key(entry) not in new] + added
    for path in {_file(run.device) for run in runs}:
        path.parent.mkdir(exist_ok=True)
        path.write_text(
            _text([e for e in entries if _file(e.run.device) == path]), "utf-8"
        )


def _file(device: str) -> Path:
    return GPU_LEDGER if device == "cuda" else LEDGER


def _key(entry: Entry) -> tuple[str, str, str]:
    """What a later session replaces: a page's runs on a device, with a release of torch."""
    return entry.run.page, entry.run.device, release(entry.environment.torch)


def _text(entries: list[Entry]) -> str:
    """A line for an environment, and one for each run in it, below."""
    lines: dict[Environment, list[Run]] = {}
    for entry in entries:
        lines.setdefault(entry.environment, []).append(entry.run)
    found: list[Environment | Run] = []
    for environment, runs in lines.items():
        found += [environment, *sorted(runs, key=lambda r: (r.page, r.example))]
    return "".join(json.dumps(asdict(x), ensure_ascii=False) + "\n" for x in found)


def read() -> list[Entry]:
    """The ledger, empty where no test has written one."""
    return [entry for entries in _by_page().values() for entry in entries]


def _by_page() -> dict[str, list[Entry]]:
    """The entries of each page."""
    stats = {path: path.stat() for path in (LEDGER, GPU_LEDGER) if path.is_file()}
    return _read(tuple((path, s.st_mtime_ns, s.st_size) for path, s in stats.items()))


@lru_cache(maxsize=1)  # a build asks for every page and device
def _read(files: tuple[tuple[Path, int, int], ...]) -> dict[str, list[Entry]]:
    """The entries of each page, in files of which time and size tell one state from another."""
    by_page: dict[str, list[Entry]] = {}
    for path, *_ in files:
        environment = None
        for line in path.read_text("utf-8").splitlines():
            fields = json.loads(line)
            # An older checkout may have written it: what lacks a field is no record.
            if "page" not in fields:
                known = fields.keys() == Environment.__dataclass_fields__.keys()
                environment = Environment(**fields) if known else None
            elif environment and fields.keys() == Run.__dataclass_fields__.keys():
                entry = Entry(Run(**fields), environment)
                by_page.setdefault(entry.run.page, []).append(entry)
    return by_page


def release(torch: str) -> str:
    """``"2.13.0"`` of ``"2.13.0+cpu"``."""
    return torch.partition("+")[0]


def others() -> list[tuple[str, str]]:
    """Devices, and the releases that pages ran with there, but for the locked one."""
    found = {(e.run.device, release(e.environment.torch)) for e in read()}
    return sorted((device, torch) for device, torch in found if torch != TORCH)


def verified(page: Page, device: str = "cpu", torch: str = TORCH) -> Verified | None:
    """What ran of a page as it stands, on a device; None unless all of it did."""
    page_digest = digest(page)
    found = [
        entry
        for entry in _by_page().get(name(page), [])
        if entry.run.digest == page_digest
        and entry.run.device == device
        and release(entry.environment.torch) == torch
    ]
    if not found or {entry.run.example for entry in found} != {
        blocks[0].name.split(":")[0] for blocks in page.examples.values()
    }:
        return None
    return Verified(
        found[0].environment,
        blocks=sum(entry.run.blocks for entry in found),
        outputs=sum(entry.run.outputs for entry in found),
        skipped=[reason for entry in found for reason in entry.run.skipped],
    )


def on_gpu(page: Page) -> Verified | None:
    """What ran of a page on a GPU: with the locked torch, or with another."""
    entries = _by_page().get(name(page), [])
    torches = {release(e.environment.torch) for e in entries if e.run.device == "cuda"}
    in_order = sorted(torches, key=lambda torch: (torch != TORCH, torch))
    found = (verified(page, "cuda", torch) for torch in in_order)
    return next((run for run in found if run), None)
