"""What is done to a built site, whichever builder made it: see `STEPS`."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

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
    Step(
        downloads.copy, "Notebook, Markdown and examples: 1,900 files beside 188 pages."
    ),
    Step(
        theme.lighten,
        "With the next: the longest page is styled and laid out in 0.9 s instead of 2.8 "
        "(Chromium's trace, processor slowed fourfold); Lighthouse 77 becomes 92.",
    ),
    Step(html.box_tables, "See above; and tables scroll without JavaScript."),
    Step(
        html.name_parts,
        "Screen readers hear names for the search and the menu's parts.",
    ),
    Step(
        html.order_files,
        "All files are asked for one round trip earlier; Lighthouse for an explorer 97 to "
        "100, for the longest page 92 to 97, together with the layout of what is near.",
    ),
    Step(fonts.cut, "KaTeX's fonts have 153 kB instead of 260."),
    Step(html.set_policy, "A page can load from no other site, whatever is in it."),
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


__all__ = ["STEPS", "NoMatch", "Site", "Step", "finish"]
