"""What all losses share: reductions, deprecated arguments, sections of the pages."""

import inspect
import itertools
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch
import torch.nn.functional as F
from torch import nn

import optguide.losses as ours
from optguide.losses.reduction import apply_reduction
from tests.support.here import here
from tests.support.loss_compare import (
    assert_both_refuse,
    assert_same,
    assert_same_module,
    assert_same_signature,
)

# Each function with its module.
PAIRS = {
    "l1_loss": "L1Loss",
    "mse_loss": "MSELoss",
    "smooth_l1_loss": "SmoothL1Loss",
    "huber_loss": "HuberLoss",
    "poisson_nll_loss": "PoissonNLLLoss",
    "gaussian_nll_loss": "GaussianNLLLoss",
    "nll_loss": "NLLLoss",
    "cross_entropy": "CrossEntropyLoss",
    "linear_cross_entropy": "LinearCrossEntropyLoss",
    "kl_div": "KLDivLoss",
    "binary_cross_entropy": "BCELoss",
    "binary_cross_entropy_with_logits": "BCEWithLogitsLoss",
    "hinge_embedding_loss": "HingeEmbeddingLoss",
    "soft_margin_loss": "SoftMarginLoss",
    "margin_ranking_loss": "MarginRankingLoss",
    "multilabel_soft_margin_loss": "MultiLabelSoftMarginLoss",
    "multi_margin_loss": "MultiMarginLoss",
    "multilabel_margin_loss": "MultiLabelMarginLoss",
    "cosine_embedding_loss": "CosineEmbeddingLoss",
    "triplet_margin_loss": "TripletMarginLoss",
    "triplet_margin_with_distance_loss": "TripletMarginWithDistanceLoss",
    "ctc_loss": "CTCLoss",
}
FUNCTIONS = list(PAIRS)
# The linear layer of this one is its own, and it is compared in test_classification.
MODULES = [name for name in PAIRS.values() if name != "LinearCrossEntropyLoss"]
LEGACY_FUNCTIONS = [
    name
    for name in FUNCTIONS
    if "size_average" in inspect.signature(getattr(F, name)).parameters
]
LEGACY_MODULES = [PAIRS[name] for name in LEGACY_FUNCTIONS]
# Without a second derivative in torch.
ONCE = ["multi_margin_loss", "multilabel_margin_loss", "ctc_loss"]
SOURCES = sorted(Path(ours.__file__).parent.glob("*.py"))
# What these say of a loss that torch does not have; this file is about those of torch.
TESTS = sorted({*Path(__file__).parent.glob("test_*.py")} - {Path(__file__)})


def options_of(name):
    """What ``assert_same`` has to know about a function or its module."""
    return {"second": name not in ONCE + [PAIRS[once] for once in ONCE]}


def example(name):
    """Arguments of a function or of its module's ``forward``."""
    torch.manual_seed(0)
    x, y, z = torch.randn(3, 4, 3, dtype=torch.float64).unbind()
    index, signs = torch.tensor([0, 2, -100, 1]), torch.tensor([1.0, -1, -1, 1])
    function = {module: function for function, module in PAIRS.items()}.get(name, name)
    arguments = {
        "poisson_nll_loss": (x, y.exp().round()),
        "gaussian_nll_loss": (x, y, z.exp()),
        "nll_loss": (x, index),
        "cross_entropy": (x, index),
        "linear_cross_entropy": (x, y, index),
        "kl_div": (x.log_softmax(1), y.softmax(1)),
        "binary_cross_entropy": (x.sigmoid(), y.sigmoid()),
        "binary_cross_entropy_with_logits": (x, y.sigmoid()),
        "hinge_embedding_loss": (x, y.sign()),
        "soft_margin_loss": (x, y.sign()),
        "margin_ranking_loss": (x, y, z.sign()),
        "multilabel_soft_margin_loss": (x, y.sigmoid()),
        "multi_margin_loss": (x, index.abs() % 3),
        "multilabel_margin_loss": (x, torch.tensor([[2, 0, -1]] * 4)),
        "cosine_embedding_loss": (x, y, signs),
        "triplet_margin_loss": (x, y, z),
        "triplet_margin_with_distance_loss": (x, y, z),
        "ctc_loss": (
            torch.stack([x, y]).log_softmax(2),
            torch.tensor([1, 2, 1, 2]),
            torch.tensor([2, 2, 2, 1]),
            torch.tensor([1, 1, 1, 1]),
        ),
    }.get(function, (x, y))
    return arguments[0].requires_grad_(), *arguments[1:]


def unlisted() -> Iterator[str]:
    """What is wrong with the lists of losses, and which edit repairs it."""
    here, there = "tests/losses/test_reduction.py", "src/optguide/losses/__init__.py"
    listed = {*PAIRS, *PAIRS.values(), "NLLLoss2d"}
    for name in sorted(
        {*torch.nn.modules.loss.__all__} - {*PAIRS.values(), "NLLLoss2d"}
    ):
        yield f"{here}: torch has {name}; write it, and add it with its function to PAIRS"
    for name in sorted(listed - {*ours.__all__}):
        yield f"{there}: {name} is missing in __all__, and {here} names it in PAIRS"
    tests = {path: path.read_text("utf-8") for path in TESTS}
    for name in sorted({*ours.__all__} - listed):
        if hasattr(F, name) or hasattr(nn, name):
            yield f"{here}: {name} is missing in PAIRS, and torch has it: add it there"
        elif not any(
            re.search(rf"\b{name}\b", text) and "gradcheck(" in text
            for text in tests.values()
        ):
            yield (
                f"tests/losses/: torch has no {name}, and no test compares ours with its "
                "formula and by gradcheck: 'make new-page' writes one, "
                "tests/losses/test_NAME.py"
            )


def test_every_loss_is_tested():
    if found := list(unlisted()):
        pytest.fail("\n".join(found), pytrace=False)


def test_an_unlisted_loss_is_named(monkeypatch):
    monkeypatch.setattr(ours, "__all__", [*ours.__all__, "hubr_loss", "gelu"])
    monkeypatch.delitem(PAIRS, "l1_loss")
    found = list(unlisted())
    assert [line.partition(", and")[0] for line in found] == [
        "tests/losses/test_reduction.py: torch has L1Loss; write it",
        "tests/losses/test_reduction.py: L1Loss is missing in PAIRS",
        "tests/losses/test_reduction.py: gelu is missing in PAIRS",
        "tests/losses/: torch has no hubr_loss",
        "tests/losses/test_reduction.py: l1_loss is missing in PAIRS",
    ]
    monkeypatch.undo()
    monkeypatch.setitem(PAIRS, "new_loss", "NewLoss")
    assert [line.partition(" in ")[0] for line in unlisted()] == [
        "src/optguide/losses/__init__.py: NewLoss is missing",
        "src/optguide/losses/__init__.py: new_loss is missing",
    ]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_signature_of_function(name):
    assert_same_signature(getattr(ours, name), getattr(F, name))


@pytest.mark.parametrize("name", [*PAIRS.values(), "NLLLoss2d"])
def test_signature_of_module(name):
    module, expected = getattr(ours, name), getattr(torch.nn.modules.loss, name)
    assert_same_signature(module.__init__, expected.__init__)
    assert_same_signature(module.forward, expected.forward)


@pytest.mark.parametrize("reduction", ["none", "mean", "sum"])
@pytest.mark.parametrize("name", FUNCTIONS)
def test_reductions(name, reduction):
    function, expected = getattr(ours, name), getattr(F, name)
    arguments = {"reduction": reduction, **options_of(name)}
    if name == "ctc_loss":  # comparable only behind a log_softmax
        function, expected = (
            lambda x, *rest, f=f, **kwargs: f(x.log_softmax(2), *rest, **kwargs)
            for f in (function, expected)
        )
    assert_same(function, expected, *example(name), **arguments)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_old_name_of_the_mean(name):
    arguments = {"reduction": "elementwise_mean"}
    if name in ("gaussian_nll_loss", "triplet_margin_with_distance_loss"):
        start = "elementwise_mean is not a valid value for reduction"
        assert_both_refuse(
            getattr(ours, name),
            getattr(F, name),
            *example(name),
            start=start,
            **arguments,
        )
    elif name in ("poisson_nll_loss", "multilabel_soft_margin_loss"):
        # These two refuse it in torch, by accident: they have the other old arguments.
        with pytest.raises(ValueError, match="elementwise_mean is not"):
            getattr(F, name)(*example(name), **arguments)
        with pytest.warns(UserWarning, match="'elementwise_mean' is deprecated"):
            actual = getattr(ours, name)(*example(name), **arguments)
        torch.testing.assert_close(actual, getattr(F, name)(*example(name)))
    else:
        x, *rest = (tensor.detach() for tensor in example(name))
        assert_same(getattr(ours, name), getattr(F, name), x, *rest, **arguments)


LEGACY = list(itertools.product([None, True, False], repeat=2))


@pytest.mark.parametrize(("size_average", "reduce"), LEGACY)
@pytest.mark.parametrize("name", LEGACY_FUNCTIONS)
def test_deprecated_arguments_of_functions(name, size_average, reduce):
    assert_same(
        getattr(ours, name),
        getattr(F, name),
        *example(name),
        size_average=size_average,
        reduce=reduce,
        reduction="sum",
        **options_of(name),
    )


@pytest.mark.parametrize(("size_average", "reduce"), LEGACY)
@pytest.mark.parametrize("name", LEGACY_MODULES)
def test_deprecated_arguments_of_modules(name, size_average, reduce):
    arguments = {"size_average": size_average, "reduce": reduce, "reduction": "sum"}

    def through(library):
        return lambda *args: getattr(library, name)(**arguments)(*args)

    assert_same(through(ours), through(nn), *example(name), **options_of(name))


@pytest.mark.parametrize("name", FUNCTIONS)
def test_unknown_reduction(name):
    assert_both_refuse(
        getattr(ours, name),
        getattr(F, name),
        *example(name),
        reduction="avg",
        start="avg is not a valid value for reduction",
    )


@pytest.mark.parametrize(
    ("name", "arguments", "error"),
    [
        ("l1_loss", (torch.zeros(2), torch.zeros(2).bool()), RuntimeError),
        ("mse_loss", (torch.ones(2).long(), torch.ones(2).long()), NotImplementedError),
        ("binary_cross_entropy", (torch.full((2,), 3.0), torch.zeros(2)), RuntimeError),
        ("nll_loss", (torch.zeros(2, 3), torch.tensor([0, 7])), IndexError),
        ("multi_margin_loss", (torch.zeros(2, 3), torch.zeros(2)), RuntimeError),
        (
            "multilabel_margin_loss",
            (torch.zeros(2, 3), torch.zeros(2, 3)),
            RuntimeError,
        ),
    ],
)
def test_of_two_faults_the_reduction_is_found_last(name, arguments, error):
    """A difference on purpose, since `apply_reduction` checks for all; torch asks first."""
    arguments = here(arguments)
    with pytest.raises(ValueError, match="avg is not a valid value for reduction"):
        getattr(F, name)(*arguments, reduction="avg")
    with pytest.raises(error):
        getattr(ours, name)(*arguments, reduction="avg")


@pytest.mark.parametrize("name", MODULES)
def test_unknown_reduction_is_refused_when_called(name):
    assert_same_module(getattr(ours, name), getattr(nn, name), reduction="avg")
    assert_both_refuse(
        getattr(ours, name)(reduction="avg"),
        getattr(nn, name)(reduction="avg"),
        *example(name),
        start="avg is not a valid value for reduction",
    )


@pytest.mark.parametrize("name", LEGACY_FUNCTIONS)
def test_warning_names_the_line_of_the_caller(name):
    function = getattr(ours, name)
    with pytest.warns(UserWarning, match="size_average and reduce") as caught:
        function(*example(name), reduce=False)
    assert [w.filename for w in caught] == [__file__]


MORE_OPTIONS: dict[str, dict[str, Any]] = {
    "l1_loss": {"weight": torch.rand(4, 3)},
    "mse_loss": {"weight": torch.rand(4, 3)},
    "huber_loss": {"weight": torch.rand(4, 3)},
    "poisson_nll_loss": {"full": True},
    "gaussian_nll_loss": {"full": True},
    "nll_loss": {"weight": torch.rand(3).double()},
    "cross_entropy": {"weight": torch.rand(3).double(), "label_smoothing": 0.1},
    "linear_cross_entropy": {
        "options": nn.LinearCrossEntropyOptions(
            batch_chunk_size=2, allow_retain_graph=True
        )
    },
    "binary_cross_entropy": {"weight": torch.rand(3)},
    "binary_cross_entropy_with_logits": {"pos_weight": torch.rand(3)},
    "multi_margin_loss": {"weight": torch.rand(3).double()},
    "multilabel_soft_margin_loss": {"weight": torch.rand(3)},
    "triplet_margin_loss": {"swap": True},
}


@pytest.mark.cpu_only(reason="it has a default device of its own")
@pytest.mark.parametrize("name", FUNCTIONS)
@pytest.mark.parametrize("more", [False, True])
def test_nothing_is_made_on_the_default_device(name, more):
    """A tensor made inside without ``device=`` would be on meta here and not mix."""
    arguments = example(name)
    options = MORE_OPTIONS.get(name, {}) if more else {}
    if name == "kl_div":  # which warns of "mean"
        options = {"reduction": "batchmean"}
    expected = getattr(F, name)(*arguments, **options)
    with torch.device("meta"):
        actual = getattr(ours, name)(*arguments, **options)
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


@pytest.mark.parametrize("name", ours.__all__)
def test_every_loss_names_its_arguments_and_source(name):
    doc = inspect.getdoc(getattr(ours, name))
    assert doc is not None
    if inspect.isfunction(getattr(ours, name)):
        parts = ["Args:", "Returns:", "Raises:", "Source:"]
        assert [p for p in parts if p not in doc] == []
        for argument in inspect.signature(getattr(ours, name)).parameters:
            assert f"    {argument}: " in doc
