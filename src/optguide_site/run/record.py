"""The record of what passed: written by the tests that ran a page, shown on every page.

One file for each device is in the repository, ``tests/device/cpu.jsonl`` and so on: a first
build then shows what was verified, on a GPU too, though it has none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from optguide_site.project import ROOT, TORCH, release
from optguide_site.read.page import Page
from optguide_site.run import depends

FOLDER = ROOT / "tests" / "device"
#: Where examples run: for real on the CPU, on the simulated accelerator of the tests, and on
#: a GPU where there is one.
DEVICES = ("cpu", "sim", "cuda")


@dataclass(frozen=True)
class Session:
    """Where and when tests ran."""

    device: str
    #: the device's own name, and the system's: ``"Linux x86_64"``
    platform: str
    torch: str
    python: str
    #: the commit that was checked out, with ``+`` if files had changed since
    commit: str
    date: str


@dataclass(frozen=True)
class Passed:
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
    """An example that passed, and where."""

    passed: Passed
    session: Session


@dataclass(frozen=True)
class Summary:
    """All that passed of a page as it stands, on one device."""

    session: Session
    blocks: int = 0
    outputs: int = 0
    skipped: list[str] = field(default_factory=list)


def key(page: Page) -> str:
    """How the record names a page: by its path below ``docs/``."""
    return f"{page.language}/{page.name}"


def digest(page: Page) -> str:
    """Changes with any code or output of the page, and with all that its code imports."""
    parts = [part for block in page.blocks for part in (block.copy, block.output or "")]
    # The files, and not what one language shows of them: they are parsed once for both.
    # (The cells of a lab are in no file of their own.)
    whole = {
        path.read_text("utf-8") if path.is_file() else example[-1].copy
        for path, example in page.examples.items()
    }
    paths = {path for code in whole for path in depends.files(code)}
    return depends.digest([*parts, *depends.packages(whole)], paths)


def passed(page: Page, example: Path, device: str) -> Passed:
    """What the record says of an example that passes."""
    blocks = page.examples[example]
    return Passed(
        page=key(page),
        digest=digest(page),
        example=blocks[0].file,
        blocks=sum(not block.skip for block in blocks),
        outputs=sum(not block.skip and block.output is not None for block in blocks),
        skipped=[block.skip for block in blocks if block.skip],
        device=device,
    )


def file(device: str) -> Path:
    """The file that keeps what passed on a device."""
    return FOLDER / f"{device}.jsonl"


def write(added: list[Passed], sessions: list[Session], known: Iterable[str]) -> None:
    """Keep what passed; what others passed stays, unless its page is gone.

    Args:
        added: what passed now.
        sessions: where, one session for each device.
        known: all pages there are, as `key` names them.
    """
    by_device = {session.device: session for session in sessions}
    entries = [Entry(each, by_device[each.device]) for each in added]
    new, there = set(map(_replaces, entries)), set(known)
    kept = [
        entry
        for entry in read()
        if _replaces(entry) not in new and entry.passed.page in there
    ]
    for device in {each.device for each in added}:
        of_device = [e for e in kept + entries if e.passed.device == device]
        file(device).write_text(_text(of_device), "utf-8")


def _replaces(entry: Entry) -> tuple[str, str, str]:
    """What a later session replaces: a page on a device, with a release of torch."""
    return entry.passed.page, entry.passed.device, release(entry.session.torch)


def _text(entries: list[Entry]) -> str:
    """A line for a session, and one for each example that passed in it, below."""
    lines: dict[Session, list[Passed]] = {}
    for entry in entries:
        lines.setdefault(entry.session, []).append(entry.passed)
    found: list[Session | Passed] = []
    for session, examples in lines.items():
        found += [session, *sorted(examples, key=lambda e: (e.page, e.example))]
    return "".join(json.dumps(asdict(x), ensure_ascii=False) + "\n" for x in found)


def read() -> list[Entry]:
    """The whole record."""
    return [entry for entries in _by_page().values() for entry in entries]


def _by_page() -> dict[str, list[Entry]]:
    """The entries of each page."""
    paths = [path for path in map(file, DEVICES) if path.is_file()]
    stats = [(path, path.stat()) for path in paths]
    return _read(tuple((path, s.st_mtime_ns, s.st_size) for path, s in stats))


@lru_cache(maxsize=1)  # whoever writes pages asks for every page and device
def _read(files: tuple[tuple[Path, int, int], ...]) -> dict[str, list[Entry]]:
    """The entries of each page, in files of which time and size tell one state from another."""
    by_page: dict[str, list[Entry]] = {}
    for path, *_ in files:
        session = None
        for line in path.read_text("utf-8").splitlines():
            fields = json.loads(line)
            # An older checkout may have written it: what lacks a field is no record.
            if "page" not in fields:
                known = fields.keys() == Session.__dataclass_fields__.keys()
                session = Session(**fields) if known else None
            elif session and fields.keys() == Passed.__dataclass_fields__.keys():
                entry = Entry(Passed(**fields), session)
                by_page.setdefault(entry.passed.page, []).append(entry)
    return by_page


def others() -> list[tuple[str, str]]:
    """Devices, and the releases that pages ran with there, but for the locked one."""
    found = {(e.passed.device, release(e.session.torch)) for e in read()}
    return sorted((device, torch) for device, torch in found if torch != TORCH)


def summary(
    page: Page, now: str, device: str = "cpu", torch: str = TORCH
) -> Summary | None:
    """What passed of a page as it stands, on a device; None unless all of it did.

    ``now`` is its `digest`, which takes long enough to compute it once.
    """
    found = [
        entry
        for entry in _by_page().get(key(page), [])
        if entry.passed.digest == now
        and entry.passed.device == device
        and release(entry.session.torch) == torch
    ]
    wanted = {blocks[0].file for blocks in page.examples.values()}
    if not found or {entry.passed.example for entry in found} != wanted:
        return None
    return Summary(
        max((entry.session for entry in found), key=lambda session: session.date),
        blocks=sum(entry.passed.blocks for entry in found),
        outputs=sum(entry.passed.outputs for entry in found),
        skipped=[reason for entry in found for reason in entry.passed.skipped],
    )


def on_gpu(page: Page, now: str) -> Summary | None:
    """What passed of a page on a GPU: with the locked torch, or with another."""
    entries = _by_page().get(key(page), [])
    torches = {release(e.session.torch) for e in entries if e.passed.device == "cuda"}
    in_order = sorted(torches, key=lambda torch: (torch != TORCH, torch))
    found = (summary(page, now, "cuda", torch) for torch in in_order)
    return next((each for each in found if each), None)
