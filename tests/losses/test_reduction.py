"""What all losses share: reductions, deprecated arguments, sections of the pages."""

import inspect
import itertools
import re
import subprocess
import sys
from pathlib import Path

import pytest
import torch
import torch.nn.functional as F
from torch import nn

import optguide.losses as ours
from optguide.losses.reduction import apply_reduction

from .compare import (
    assert_both_refuse,
    assert_same,
    assert_same_module,
    assert_same_signature,
)

FUNCTIONS = ["l1_loss", "mse_loss", "nll_loss", "cross_entropy"]
MODULES = ["L1Loss", "MSELoss", "NLLLoss", "CrossEntropyLoss"]
SOURCES = sorted(Path(ours.__file__).parent.glob("*.py"))


def example(name):
    torch.manual_seed(0)
    input = torch.randn(4, 3, dtype=torch.float64, requires_grad=True)
    if name in ("l1_loss", "mse_loss", "L1Loss", "MSELoss"):
        return input, torch.randn(4, 3, dtype=torch.float64)
    return input, torch.tensor([0, 2, -100, 1])


def test_every_loss_is_tested_here():
    assert sorted(FUNCTIONS + MODULES) == sorted(ours.__all__)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_signature_of_function(name):
    assert_same_signature(getattr(ours, name), getattr(F, name))


@pytest.mark.parametrize("name", MODULES)
def test_signature_of_module(name):
    module, expected = getattr(ours, name), getattr(nn, name)
    assert_same_signature(module.__init__, expected.__init__)
    assert_same_signature(module.forward, expected.forward)


@pytest.mark.parametrize("reduction", ["none", "mean", "sum", "elementwise_mean"])
@pytest.mark.parametrize("name", FUNCTIONS)
def test_reductions(name, reduction):
    assert_same(
        getattr(ours, name), getattr(F, name), *example(name), reduction=reduction
    )


LEGACY = list(itertools.product([None, True, False], repeat=2))


@pytest.mark.parametrize(("size_average", "reduce"), LEGACY)
@pytest.mark.parametrize("name", FUNCTIONS)
def test_deprecated_arguments_of_functions(name, size_average, reduce):
    assert_same(
        getattr(ours, name),
        getattr(F, name),
        *example(name),
        size_average=size_average,
        reduce=reduce,
        reduction="sum",
    )


@pytest.mark.parametrize(("size_average", "reduce"), LEGACY)
@pytest.mark.parametrize("name", MODULES)
def test_deprecated_arguments_of_modules(name, size_average, reduce):
    arguments = {"size_average": size_average, "reduce": reduce, "reduction": "sum"}

    def through(library):
        return lambda x, y: getattr(library, name)(**arguments)(x, y)

    assert_same(through(ours), through(nn), *example(name))


@pytest.mark.parametrize("name", FUNCTIONS)
def test_unknown_reduction(name):
    assert_both_refuse(
        getattr(ours, name), getattr(F, name), *example(name), reduction="avg"
    )


@pytest.mark.parametrize("name", MODULES)
def test_unknown_reduction_is_refused_when_called(name):
    assert_same_module(getattr(ours, name), getattr(nn, name), reduction="avg")
    assert_both_refuse(
        getattr(ours, name)(reduction="avg"),
        getattr(nn, name)(reduction="avg"),
        *example(name),
    )


@pytest.mark.parametrize("name", FUNCTIONS)
def test_warning_names_the_line_of_the_caller(name):
    function = getattr(ours, name)
    with pytest.warns(UserWarning, match="size_average and reduce") as caught:
        function(*example(name), reduce=False)
    assert [w.filename for w in caught] == [__file__]


@pytest.mark.parametrize("name", FUNCTIONS)
@pytest.mark.parametrize("weighted", [False, True])
def test_nothing_is_made_on_the_default_device(name, weighted):
    """A tensor made inside without ``device=`` would be on meta here and not mix."""
    input, target = example(name)
    per_element = name in ("l1_loss", "mse_loss")
    options: dict[str, torch.Tensor | float] = {
        "weight": torch.rand(4, 3) if per_element else torch.rand(3).double()
    }
    if name == "cross_entropy":
        options["label_smoothing"] = 0.1
    if not weighted:
        del options["weight"]
    expected = getattr(F, name)(input, target, **options)
    with torch.device("meta"):
        actual = getattr(ours, name)(input, target, **options)
        actual.backward()
    torch.testing.assert_close(actual, expected)


def test_the_divisor_is_of_the_mean_alone():
    loss, divisor = torch.tensor([1.0, 2.0, 6.0]), torch.tensor(2.0)
    assert apply_reduction(loss, "none", divisor).tolist() == [1.0, 2.0, 6.0]
    assert apply_reduction(loss, "sum", divisor).item() == 9.0
    assert apply_reduction(loss, "mean", divisor).item() == 4.5
    assert apply_reduction(loss, "mean").item() == 3.0


def sections():
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        for end in re.finditer(r"^# --8<-- \[end:(\w+)\]\n", text, re.MULTILINE):
            yield pytest.param(text[: end.end()], end[1], id=f"{path.stem}:{end[1]}")


@pytest.mark.parametrize(("text", "name"), list(sections()))
def test_a_file_runs_alone_up_to_the_end_of_each_section(text, name):
    start = f"# --8<-- [start:{name}]\n"
    assert text.count(start) == 1
    assert "--8<--" not in text[text.index(start) + len(start) :].rsplit("\n", 2)[0]
    exec(compile(text, name, "exec"), {"__name__": "__main__"})


def test_every_loss_has_its_section():
    found = {parameters.values[1] for parameters in sections()}
    assert set(ours.__all__) < found


def test_only_torch_is_imported():
    code = (
        "import sys, torch; before = set(sys.modules); import optguide.losses; "
        "print(*{m.split('.')[0] for m in set(sys.modules) - before})"
    )
    run = [sys.executable, "-c", code]
    done = subprocess.run(run, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["optguide"]


@pytest.mark.parametrize("name", FUNCTIONS + MODULES)
def test_every_loss_names_its_arguments_and_source(name):
    doc = inspect.getdoc(getattr(ours, name))
    assert doc is not None
    if name in FUNCTIONS:
        parts = ["Args:", "Returns:", "Raises:", "Source:"]
        assert [p for p in parts if p not in doc] == []
        for argument in inspect.signature(getattr(ours, name)).parameters:
            assert f"    {argument}: " in doc
