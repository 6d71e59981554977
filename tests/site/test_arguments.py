"""The tables of arguments agree with torch: names that exist, and defaults that are theirs."""

import ast
import inspect
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest
import torch
from torch import nn, optim
from torch.nn import functional as F
from torch.optim import lr_scheduler, swa_utils

import optguide.losses
from optguide_site.project import shown
from optguide_site.read.page import Page, Prose
from tests.support.facts import CODE
from tests.support.pages import each_page, read

HEADER = re.compile(r"\b(?:Default|default)$|默认值$")
SPACES = {"nn": nn, "F": F, "optim": optim, "lr_scheduler": lr_scheduler}
#: What the documentation describes in one section, under another name.
SECTIONS: dict[str, list[Callable[..., Any]]] = {
    "Weight Averaging (SWA and EMA)": [
        swa_utils.AveragedModel,
        swa_utils.SWALR,
        swa_utils.get_ema_multi_avg_fn,
        swa_utils.update_bn,
    ],
}
#: A default in words, which stands for a value.
WORDS = {
    **dict.fromkeys(("", "none", "无"), inspect.Parameter.empty),
    **dict.fromkeys(("all 1", "全为 1"), None),
    "⅓": 1 / 3,
}
#: Arguments whose default is not a value that a table can show, and why.
SAID = {
    "step_size_down": "None stands for the value of step_size_up",
    "optimizer": "ChainedScheduler takes that of its first scheduler",
    "linear_bias": "the module makes its own",
    "linear_weight": "the module makes its own",
    "ignore_index": "of linear_cross_entropy None stands for -100",
}


#: Names in the same tables that are no arguments, or are attributes beside: they have no default.
ATTRIBUTES = {"lr", "last_epoch", "T_cur", "T_i", "module", "n_averaged", "SWALR"}


class Row(NamedTuple):
    """Arguments in a table, and the cell that says what their defaults are."""

    line: int
    names: list[str]
    #: whether the cell has nothing but names: each is an argument then
    is_list: bool
    default: str


def rows(page: Page) -> Iterator[Row]:
    """The rows of tables whose last column is the default."""
    for segment in page.walk():
        if not isinstance(segment, Prose):
            continue
        column = None
        for number, line in enumerate(segment.text.split("\n"), segment.line):
            cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
            if not cells:
                column = None
            elif column is None:
                has = HEADER.search(cells[-1])
                names = [n for n, c in enumerate(cells) if re.match("Argument|参数", c)]
                column = names[0] if has and names else -1
                merged = re.search("[;；]", cells[-1])
            elif column >= 0 and not set(cells[0]) <= set("-"):
                default = cells[-1]
                if merged:  # a column of shapes, and of defaults behind a semicolon
                    default = re.split("[;；]", default)[-1].strip()
                    default = (
                        default if re.fullmatch("`[^`]+`|[−-]?[\\d.]+", default) else ""
                    )
                found = [n for n in CODE.findall(cells[column]) if n.isidentifier()]
                rest = CODE.sub("", cells[column])
                yield Row(number, found, not re.search(r"\w", rest), default)


def parameters(page: Page) -> list[dict[str, inspect.Parameter]]:
    """The parameters of what a page is about: its constructor, its call, the function."""
    described: list[Callable[..., Any]] = []
    for key in page.meta.get("sources", []):
        space, _, name = str(key).partition(".")
        described += SECTIONS.get(str(key), [])
        if page.meta.get("torch") == "none":
            described.append(getattr(optguide.losses, page.title.split()[0]))
        elif space in SPACES:
            found: Any = SPACES[space]
            for part in name.split("."):
                found = getattr(found, part, None)
            described += [found] if callable(found) else []
    described += [c.forward for c in described if hasattr(c, "forward")]
    return [dict(inspect.signature(each).parameters) for each in described]


def is_default(said: str, parameter: inspect.Parameter) -> bool:
    """Whether a cell of a table says what the default of a parameter is."""
    if said in WORDS:
        return parameter.default is WORDS[said] or parameter.default == WORDS[said]
    if isinstance(parameter.default, nn.Module) or said.startswith("nn."):
        return said == "nn.PairwiseDistance()" and parameter.default is None
    try:
        value = ast.literal_eval(said.replace("−", "-"))
    except (SyntaxError, ValueError):
        return False
    return bool(value == parameter.default) and (
        isinstance(value, bool) == isinstance(parameter.default, bool)
    )


def wrong(page: Page) -> Iterator[str]:
    """What a table of arguments says and torch does not."""
    known = parameters(page)
    for line, names, is_list, default in rows(page):
        where = f"{shown(page.path)}:{line}"
        values = CODE.findall(default) or [default]
        for name, said in zip(names, values * len(names), strict=False):
            here = [each[name] for each in known if name in each]
            if name in ATTRIBUTES and not said:
                continue
            if not here and is_list:
                yield f"{where}: nothing of {page.meta.get('sources')} takes {name}"
            elif (
                here
                and name not in SAID
                and not any(is_default(said, each) for each in here)
            ):
                defaults = {repr(each.default) for each in here}
                yield f"{where}: the default of {name} is {defaults}, not {said!r}"


@each_page(reads=("tests/site/test_arguments.py",))
def test_arguments_are_those_of_torch(language: str, name: str) -> None:
    found = list(wrong(read(language, name)))
    if found:
        pytest.fail("\n".join(found), pytrace=False)


@pytest.mark.parametrize("said", ["0.4", "`0.5`", "", "none", "True", "1"])
def test_another_default_is_noticed(said: str) -> None:
    parameter = inspect.signature(torch.optim.SGD).parameters["momentum"]
    assert is_default("0", parameter)
    assert not is_default(said, parameter)
