"""The record of what is cited where, and what GitHub says of the threads today.

::

    python -m optguide_site.citations            # make citations: rewrites docs/citations.lock
    python -m optguide_site.citations --refresh  # asks GitHub, rewrites docs/threads.tsv

A line of ``docs/citations.lock`` belongs to a thread or a paper. It has a digest of what is
recorded of it, and the sections and docstrings that cite it. Where a number, a year or a title
changes by mistake, the line no longer fits, in whatever file the mistake is. Whoever means the
change compares it with its source and writes the record again.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, astuple, fields, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from optguide_site.project import DOCS, SOURCE, shown
from optguide_site.read import cite
from optguide_site.read.page import pages

LOCK = DOCS / "citations.lock"
THREADS = DOCS / "threads.tsv"
#: A thread in a docstring: ``#47513`` or its address.
NAMED = re.compile(r"(?<![\w&])#\d{2,}\b|https://github\.com/\S+/(?:issues|pull)/\d+")


def in_docstrings(known: cite.Catalog, path: Path) -> set[str]:
    """The keys of what a module of `optguide` cites."""
    text = " ".join(path.read_text("utf-8").split())
    links = {thread.link: key for key, thread in known.threads.items()}
    found = {links.get(name, name) for name in NAMED.findall(text)}
    return found | {k for k, paper in known.papers.items() if paper.reference in text}


def lines(known: cite.Catalog) -> dict[str, str]:
    """For each key its line of the record, without the key."""
    places: dict[str, set[str]] = {key: set() for key in known.entries}
    for language, path in pages():
        name = path.relative_to(DOCS / language).as_posix()
        for use in cite.uses(path):
            key = known.names.get(use.key, use.key)
            places.setdefault(key, set()).add(f"{name}#{use.section}")
    for path in sorted((SOURCE / "optguide").rglob("*.py")):
        for key in in_docstrings(known, path):
            places.setdefault(key, set()).add(path.relative_to(SOURCE).as_posix())
    return {
        key: f"{_digest(known.entries.get(key))}\t{' '.join(sorted(where))}"
        for key, where in sorted(places.items())
    }


def _digest(entry: cite.Paper | cite.Thread | None) -> str:
    facts = asdict(entry) if entry else {}
    facts.pop("seen", None)
    return sha256(json.dumps(facts).encode()).hexdigest()[:8]


def recorded() -> dict[str, str]:
    """For each key its line, as it is recorded."""
    rows = (line.partition("\t") for line in LOCK.read_text("utf-8").splitlines())
    return {key: rest for key, _, rest in rows}


Ask = Callable[[str, str], dict[str, Any]]


def ask_github(repository: str, number: str) -> dict[str, Any]:
    """What GitHub says of an issue or a pull request."""
    call = ["gh", "api", f"repos/{repository}/issues/{number}"]
    done = subprocess.run(call, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def now(thread: cite.Thread, ask: Ask) -> cite.Thread:
    """The thread as it is today."""
    found = ask(thread.repository, thread.number)
    # PyTorch's bot lands a pull request as a commit, closes it, and leaves a label.
    labels = {label["name"] for label in found["labels"]}
    pull = found.get("pull_request")
    merged = pull and (pull.get("merged_at") or "Merged" in labels)
    return replace(
        thread,
        kind="pull" if pull else "issues",
        title=" ".join(found["title"].split()),
        state="merged" if merged else found["state"],
        seen=date.today().isoformat(),
    )


def refresh(ask: Ask = ask_github) -> Iterator[str]:
    """Renew ``docs/threads.tsv``; yields what changed, and each sentence to be looked at."""
    fresh: list[cite.Thread] = []
    uses = [(path, use) for _, path in pages() for use in cite.uses(path)]
    for key, old in cite.catalog().threads.items():
        try:
            fresh.append(now(old, ask))
        except subprocess.CalledProcessError as error:
            fresh.append(old)
            yield f"\n{old.link}: GitHub does not show it: {error.stderr}"
            continue
        changes = [
            f"{name} {getattr(old, name) or 'unknown'} -> {getattr(fresh[-1], name)}"
            for name in ("kind", "title", "state")
            if getattr(old, name) != getattr(fresh[-1], name)
        ]
        if changes:
            yield f"\n{old.link}: {'; '.join(changes)}\n"
            for path, use in uses:
                if use.key == key and use.section != "sources":
                    yield f"- {shown(path)}:{use.line}: {use.text}"
    rows = [[f.name for f in fields(cite.Thread)], *map(astuple, fresh)]
    THREADS.write_text("".join("\t".join(row) + "\n" for row in rows), "utf-8")


def main() -> None:
    """Write the record again, or ask GitHub."""
    if "--refresh" in sys.argv:
        for line in refresh():
            print(line)
        return
    new, old = lines(cite.catalog()), recorded() if LOCK.exists() else {}
    LOCK.write_text("".join(f"{key}\t{line}\n" for key, line in new.items()), "utf-8")
    for key in sorted(new.keys() | old.keys()):
        if new.get(key) != old.get(key):
            print(f"{key}: {old.get(key, 'new')} -> {new.get(key, 'gone')}")


if __name__ == "__main__":
    main()
