"""The HTML of the built site is valid."""

import json
import subprocess
from pathlib import Path

from optguide_site.extend.math import find_node
from optguide_site.project import ROOT


def test_html_is_valid(site: Path) -> None:
    """html-validate reports nothing but what htmlvalidate.cjs lets pass, with reasons."""
    ran = subprocess.run(
        [
            find_node(),
            ROOT / "node_modules/html-validate/bin/html-validate.mjs",
            f"--config={ROOT / 'tests/site/htmlvalidate.cjs'}",
            "--formatter=json",
            site,
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stdout, ran.stderr
    report = json.loads(ran.stdout)
    found = [
        f"{Path(file['filePath']).relative_to(site)}:{m['line']}: {m['ruleId']}: {m['message']}"
        for file in report
        for m in file["messages"]
    ]
    assert not found, "\n".join(found[:20])
