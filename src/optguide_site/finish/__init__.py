"""What is done to a built site, whichever builder made it: see `STEPS`."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from optguide_site.finish import downloads, fonts, html, theme
from optguide_site.finish.site import NoMatch, Site

#: Not one of MkDocs' loggers: what is said here fails no strict build.
log = logging.getLogger("optguide.finish")


@dataclass(frozen=True)
class Step:
    """One thing that is done, and what it is worth."""

    run: Callable[[Site], None]
    #: what readers have of it, measured
    worth: str


#: Each step works without the others. One that no longer fits the theme says so, and the
#: site is built without it.
STEPS = (
    Step(downloads.copy, "Notebook, Markdown and examples lie beside their page."),
    Step(
        theme.lighten,
        "The theme's script and styles restyle no whole page and start part by part.",
    ),
    Step(html.box_tables, "Tables scroll without JavaScript, and no page is restyled."),
    Step(html.name_parts, "Screen readers hear names for search and menu."),
    Step(html.order_files, "The first paint waits for no script and no unused style."),
    Step(fonts.cut, "KaTeX's fonts are a fifth as large."),
    Step(html.set_policy, "Pages load from their own site alone."),
)


def finish(site: Site) -> None:
    """Do all steps; warn of each that does not fit, and go on."""
    for step in STEPS:
        try:
            step.run(site)
        except NoMatch as reason:
            name = f"{step.run.__module__.rpartition('.')[2]}.{step.run.__name__}"
            log.warning("finish: %s is left out: %s", name, reason)
    site.save()


__all__ = ["STEPS", "NoMatch", "Path", "Site", "Step", "finish"]
