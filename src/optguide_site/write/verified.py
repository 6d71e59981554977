"""The tables of the page "Verified": what the record says of every page."""

from __future__ import annotations

from collections.abc import Mapping
from posixpath import relpath

from optguide_site.project import TORCH
from optguide_site.read.page import Page
from optguide_site.run import record
from optguide_site.words import words


def tables(pages: Mapping[str, Page], digests: Mapping[str, str], here: Page) -> str:
    """Where the tests ran, and below it what passed of each page.

    Args:
        pages: the pages of one language, by name, in the order of the table.
        digests: `record.digest` of each.
        here: the page that shows the tables; links start from there.
    """
    say = words(here.language)
    devices = {"cpu": "CPU", "sim": say["simulated"], "cuda": "CUDA"}
    #: columns of the second table, rows of the first: device, torch, and their name
    where = [(device, TORCH, devices[device]) for device in record.DEVICES]
    where += [
        (d, torch, f"{devices[d]}, torch {torch}") for d, torch in record.others()
    ]
    rows = []
    sessions: dict[str, record.Session] = {}
    for name, page in pages.items():
        if not page.blocks:
            continue
        cells = []
        for device, torch, column in where:
            found = record.summary(page, digests[name], device, torch)
            cells.append(say["passed"] if found else say["not_run"])
            if found:
                known = sessions.get(column)
                if not known or known.date < found.session.date:
                    sessions[column] = found.session
        skipped = "<br>".join(block.skip for block in page.blocks if block.skip)
        outputs = sum(block.output is not None for block in page.blocks)
        link = relpath(name, here.name.rpartition("/")[0] or ".")
        rows.append(
            f"| [{page.title}]({link}) | {' | '.join(cells)} "
            f"| {len(page.blocks)} | {outputs} | {skipped or '0'} |"
        )
    first = []
    for device, _, column in where:
        if session := sessions.get(column):
            cells = [session.torch, session.python, session.platform]
            cells += [f"`{session.commit}`", session.date]
        else:
            cells = [say["not_run"], "", "", "", ""]
        first.append(f"| {devices[device]} | {' | '.join(cells)} |")
    columns = [
        say[f"table_{name}"] for name in ("python", "platform", "commit", "date")
    ]
    head = [say["table_page"], *(column for *_, column in where)]
    head += [say[f"table_{name}"] for name in ("blocks", "outputs", "skipped")]
    return "\n".join(
        [
            f"| {say['table_device']} | torch | {' | '.join(columns)} |",
            "|---|---|---|---|---|---|",
            *first,
            "",
            f"| {' | '.join(head)} |",
            "|---" * len(head) + "|",
            *rows,
        ]
    )
