"""What pages say of a release of torch, as functions: does this torch do so?

A fact is a function that returns a bool, with the places that state it: ``page#section``, the
page alone for its front matter, or a file of code. A page writes ``{torch linear_never}``, and
its reader sees the releases in which the fact holds::

    @fact("lr_scheduler/linear_lr#never")
    def linear_never():
        return lrs(S.LinearLR(sgd(), total_iters=0), 3)[-1] < 1

``python -m tests.versions`` asks the torch at hand and writes what it finds to
``docs/versions.json``; ``make versions`` asks every torch that ``make test-torch`` installed.
"""

import inspect
import json
import math
import warnings
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial, wraps
from typing import Any

import torch
from torch import nn
from torch.nn import functional
from torch.optim import SGD, lr_scheduler, swa_utils

from optguide_site.project import order, release
from optguide_site.read.versions import LEDGER

#: Without their types, which forbid much of what is asked here.
S: Any = lr_scheduler
F: Any = functional
Fact = Callable[[], bool]
#: Each fact by its name, and the places that state it.
FACTS: dict[str, Fact] = {}
PLACES: dict[str, tuple[str, ...]] = {}
CYCLIC, DECAY, COMPOSITE = (
    f"src/optguide/lr_scheduler/{name}.py" for name in ("cyclic", "decay", "composite")
)
LINEAR = "losses/classification/linear_cross_entropy"


def fact(*places: str) -> Callable[[Fact], Fact]:
    """Register a fact under the function's name."""

    def register(function: Fact) -> Fact:
        @wraps(function)
        def quietly() -> bool:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return function()

        FACTS[function.__name__], PLACES[function.__name__] = quietly, places
        return quietly

    return register


def sgd(lr=1.0, **others):
    """An optimizer of one parameter; ``others`` are what an earlier scheduler left."""
    optimizer = SGD([nn.Parameter(torch.zeros(2))], lr=lr, momentum=0.9)
    optimizer.param_groups[0].update(others)
    return optimizer


def lrs(scheduler, steps):
    """The learning rates of so many epochs."""
    found = []
    for _ in range(steps):
        found.append(scheduler.optimizer.param_groups[0]["lr"])
        scheduler.optimizer.step()
        scheduler.step()
    return found


def raises(error, function, *arguments, **options):
    try:
        function(*arguments, **options)
    except error:
        return True
    return False


def warns(category, function, *arguments):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        function(*arguments)
    return any(each.category is category for each in caught)


# Schedulers -----------------------------------------------------------------------------


@fact("lr_scheduler/lambda_lr#first")
def lambda_docstring():
    return "lambda epoch: epoch // 30" in S.LambdaLR.__doc__


@fact("lr_scheduler/lambda_lr#builtin", DECAY)
def lambda_builtin():
    return raises(AttributeError, S.LambdaLR(sgd(), math.exp).state_dict)


@fact("lr_scheduler/multi_step_lr#repeated")
def multi_step_docstring():
    return "Must be increasing" in S.MultiStepLR.__doc__


@fact("lr_scheduler/one_cycle_lr#pct_start")
def one_cycle_docstring():
    return "The percentage of the cycle" in S.OneCycleLR.__doc__


@fact("lr_scheduler/one_cycle_lr#half")
def one_cycle_half():
    scheduler = S.OneCycleLR(sgd(), 1.0, 100, pct_start=0.7, three_phase=True)
    return lrs(scheduler, 100)[-1] > 0.04


@fact("lr_scheduler/cosine_annealing_warm_restarts#last_epoch", CYCLIC)
def warm_restarts_resume():
    optimizer = sgd(initial_lr=1.0)
    return S.CosineAnnealingWarmRestarts(optimizer, 2, 2, last_epoch=5).T_i == 4


@fact("lr_scheduler/cosine_annealing_warm_restarts#late")
def warm_restarts_docstring():
    return "epoch + i / iters" in S.CosineAnnealingWarmRestarts.step.__doc__


@fact(CYCLIC)
def warm_restarts_logarithm():
    scheduler = S.CosineAnnealingWarmRestarts(sgd(), T_0=1, T_mult=3)
    scheduler.step(121)
    return scheduler.get_last_lr() == [0.0]


@fact("lr_scheduler/cosine_annealing_warm_restarts")
def warm_restarts_faults():
    return warm_restarts_resume() and warm_restarts_logarithm()


def chained_example():
    """Whether the documentation says the 0.005 with which its example begins."""
    return "lr = 0.005 " in S.ChainedScheduler.__doc__


@fact(
    "lr_scheduler/chained_scheduler#formula",
    "snippets/lr_scheduler/chained_scheduler/boundaries.py",
)
def chained_docstring_wrong():
    return not chained_example()


@fact("lr_scheduler/chained_scheduler#formula")
def chained_docstring_right():
    return chained_example()


@fact("lr_scheduler/cosine_annealing_lr#last_epoch", DECAY)
def cosine_branch():
    scheduler = S.CosineAnnealingLR(sgd(initial_lr=1.0), T_max=8, last_epoch=3)
    return scheduler.get_lr() == scheduler._get_closed_form_lr() != [1.0]


@fact("lr_scheduler/linear_lr#formula")
def linear_docstring():
    return "lr = 0.003687  if epoch == 0" in S.LinearLR.__doc__


@fact("lr_scheduler/linear_lr#defaults")
def linear_docstring_decays():
    return S.LinearLR.__doc__.startswith("Decays the learning rate")


@fact("lr_scheduler/linear_lr#never", DECAY)
def linear_never():
    return lrs(S.LinearLR(sgd(), 0.5, total_iters=0), 3) == [0.5] * 3


@fact("lr_scheduler/linear_lr")
def linear_faults():
    fraction = lrs(S.LinearLR(sgd(), 0.5, total_iters=2.5), 5)
    return linear_never() and round(fraction[-1], 6) == 0.9


@fact("lr_scheduler/constant_lr#never", DECAY)
def constant_never():
    return lrs(S.ConstantLR(sgd(), 0.5, total_iters=0), 3) == [0.5] * 3


@fact("lr_scheduler/constant_lr#zero")
def constant_zero():
    return raises(ZeroDivisionError, lrs, S.ConstantLR(sgd(), 0.0, 2), 3)


@fact("lr_scheduler/constant_lr")
def constant_faults():
    return constant_never() and constant_zero()


@fact("lr_scheduler/polynomial_lr#formula")
def polynomial_docstring():
    return "lr = 0.0490   if epoch == 0" in S.PolynomialLR.__doc__


@fact("lr_scheduler/exponential_lr#resume")
def step_resumes_multiplying():
    scheduler = S.StepLR(sgd(0.5, initial_lr=1.0), 2, 0.5, last_epoch=1)
    return scheduler.get_last_lr() == [0.25]


@fact("lr_scheduler/cyclic_lr#iterations")
def cyclic_docstring():
    return "since start of cycle" in S.CyclicLR.__doc__


@fact("lr_scheduler/cyclic_lr#initial_lr", CYCLIC)
def cyclic_initial_lr():
    scheduler = S.CyclicLR(sgd(initial_lr=0.8), 0.1, 0.3, step_size_up=2)
    return lrs(scheduler, 2) == [0.8, 0.2]


@fact(COMPOSITE)
def sequential_resume():
    optimizer = sgd(0.5, initial_lr=1.0)
    parts = [S.ConstantLR(optimizer, 0.1, 3), S.ExponentialLR(optimizer, 0.5)]
    return lrs(S.SequentialLR(optimizer, parts, [3], last_epoch=4), 1) == [0.1]


@fact(COMPOSITE)
def sequential_nested():
    optimizer = sgd()
    parts = [S.ConstantLR(optimizer, 0.5), S.ConstantLR(optimizer, 0.25)]
    inner = S.SequentialLR(optimizer, parts, [2])
    return lrs(S.SequentialLR(optimizer, [inner], []), 3) == [0.5, 0.25, 0.25]


@fact(COMPOSITE)
def chained_one_step_more():
    optimizer = sgd()
    chained = S.ChainedScheduler([S.ExponentialLR(optimizer, 0.5)])
    return lrs(S.SequentialLR(optimizer, [chained], []), 1) == [0.5]


@fact("lr_scheduler/sequential_lr", "lr_scheduler/sequential_lr#upstream")
def sequential_faults():
    return sequential_resume() and sequential_nested()


# Optimizers -----------------------------------------------------------------------------


@fact("src/optguide/optim/optimizer.py")
def set_warns():
    return warns(FutureWarning, SGD, {nn.Parameter(torch.zeros(1))}, 0.1)


@fact("src/optguide/optim/optimizer.py")
def set_silent():
    return not set_warns()


@fact("optim/param_groups#duplicates")
def twice_warns():
    w = nn.Parameter(torch.zeros(1))
    return warns(UserWarning, SGD, [{"params": [w, w]}], 0.1)


@fact("src/optguide/optim/sgd.py")
def sgd_loses_buffers():
    dense, sparse = (nn.Parameter(torch.ones(2)) for _ in range(2))
    dense.grad, sparse.grad = torch.ones(2), torch.ones(2).to_sparse()
    optimizer = SGD([dense, sparse], 0.1, 0.9, weight_decay=0.1)
    raised = raises(RuntimeError, optimizer.step)
    return raised and dense[0] < 1 and "momentum_buffer" not in optimizer.state[dense]


@fact("src/optguide/swa_utils.py")
def average_leaves_out():
    average = swa_utils.AveragedModel(nn.Linear(1, 1))
    bigger = nn.Sequential(nn.Linear(1, 1), nn.Linear(1, 1))
    return not raises(Exception, average.update_parameters, bigger)


# Losses ---------------------------------------------------------------------------------


def gradient_of_a_tie():
    score = torch.zeros(1, requires_grad=True)
    loss = F.margin_ranking_loss(score, torch.zeros(1), torch.ones(1))
    return torch.autograd.grad(loss, score)[0].item()


@fact("losses/margins/margin_ranking#tie")
def tie_is_pushed():
    return gradient_of_a_tie() == -1


@fact("losses/margins/margin_ranking#tie")
def tie_is_left():
    return gradient_of_a_tie() == 0


NO_ROW = torch.zeros(0, 3)


@fact("losses/margins/multi_margin#refused")
def multi_margin_unwritten():
    mean, nowhere = 1, torch.tensor(7.0)
    no_class = torch.zeros(0, dtype=torch.long)
    loss = torch.ops.aten.multi_margin_loss.out
    return loss(NO_ROW, no_class, 1, 1, None, mean, out=nowhere).item() == 7


@fact("losses/margins/multilabel_margin#padding")
def multilabel_margin_unwritten():
    mean, nowhere = 1, torch.tensor(7.0)
    loss = torch.ops.aten.multilabel_margin_loss.out
    return loss(NO_ROW, NO_ROW.long(), mean, out=nowhere).item() == 7


@fact("losses/regression/gaussian_nll#eps")
def gaussian_docstring_adds():
    return "value added to var" in F.gaussian_nll_loss.__doc__.lower()


@fact("losses/regression/gaussian_nll#eps")
def gaussian_docstring_floor():
    return not gaussian_docstring_adds()


@fact("losses/regression/poisson_nll#zero")
def poisson_nan():
    rate = torch.tensor(-1.0)
    return F.poisson_nll_loss(rate, torch.tensor(5.0), log_input=False).isnan().item()


@fact("losses/regression/poisson_nll#stirling")
def poisson_full():
    rate, count = torch.tensor(1.0), torch.tensor(3.0)
    added = F.poisson_nll_loss(rate, count, full=True) - F.poisson_nll_loss(rate, count)
    stirling = 3 * math.log(3) - 3 + 0.5 * math.log(2 * math.pi * 3)
    return abs(added.item() - stirling) < 1e-5


@fact("losses/regression/mse#weight")
def mse_module_lacks_weight():
    return "weight" not in inspect.signature(nn.MSELoss).parameters


def in_chunks(**options):
    """Whether probabilities as targets are cut into chunks, which no warning denies."""
    x, A, target = torch.ones(8, 4), torch.ones(5, 4), torch.full((8, 5), 0.2)
    options["options"] = nn.LinearCrossEntropyOptions(batch_chunk_size=2)
    loss = partial(F.linear_cross_entropy, x, A, target, **options)
    return not warns(UserWarning, loss)


@fact(f"{LINEAR}#when", f"{LINEAR}#ignored")
def linear_ce_probabilities():
    return in_chunks()


@fact(f"{LINEAR}#ignored")
def linear_ce_probabilities_none():
    return in_chunks(reduction="none")


@fact(f"{LINEAR}#all-ignored")
def linear_ce_nan():
    x, A, target = torch.ones(4, 3), torch.ones(5, 3), torch.full((4,), -100)
    x.requires_grad_()
    options = nn.LinearCrossEntropyOptions(batch_chunk_size=2)
    loss = F.linear_cross_entropy(x, A, target, options=options)
    return torch.autograd.grad(loss, x)[0].isnan().all().item()


def main() -> None:
    """Write down what the torch at hand answers to every fact."""
    ledger = json.loads(LEDGER.read_text("utf-8"))
    here = release(torch.__version__)
    checked = {**ledger["checked"], here: datetime.now(UTC).date().isoformat()}
    checked = {each: checked[each] for each in sorted(checked, key=order)}
    lines = []
    for name, function in sorted(FACTS.items()):
        answers = {**ledger["facts"].get(name, {}), here: function()}
        known = {each: answers[each] for each in checked if each in answers}
        lines.append(f"  {json.dumps(name)}: {json.dumps(known)}")
    facts = ",\n".join(lines)
    LEDGER.write_text(
        f'{{\n "checked": {json.dumps(checked)},\n "facts": {{\n{facts}\n }}\n}}\n',
        "utf-8",
    )
    print(f"torch {here}: {len(lines)} facts are in docs/versions.json")


if __name__ == "__main__":
    main()
