r"""Averages of weights: stochastic weight averaging (SWA) and exponential moving averages (EMA).

A copy of the model holds the average of the weights that the training passes through.

Source: https://docs.pytorch.org/docs/2.13/optim.html#weight-averaging-swa-and-ema;
Izmailov et al. (2018), *Averaging Weights Leads to Wider Optima and Better
Generalization*, https://arxiv.org/abs/1803.05407
"""

import math
from collections.abc import Callable, Iterable
from copy import deepcopy
from typing import Any, Literal

import torch
from torch import Tensor
from torch.nn import Module
from torch.nn.modules.batchnorm import _BatchNorm

from optguide.lr_scheduler.checks import (
    check_anneal_epochs,
    check_anneal_strategy,
    warn_outside_step,
)
from optguide.lr_scheduler.scheduler import (
    LR,
    HasParamGroups,
    LRScheduler,
    per_group,
)

__all__ = ["SWALR", "AveragedModel", "get_ema_avg_fn", "get_swa_avg_fn", "update_bn"]

Average = Callable[[Tensor, Tensor, Tensor | int], Tensor]


# --8<-- [start:averages]
def get_swa_avg_fn() -> Average:
    r"""Return the mean of all models up to now, one step of it:

    .. math:: \bar\theta \leftarrow \bar\theta + \frac{\theta - \bar\theta}{n + 1}

    The function takes :math:`\bar\theta`, :math:`\theta` and :math:`n`, the number of models in
    :math:`\bar\theta`.
    """

    @torch.no_grad()
    def average(
        averaged: Tensor, current: Tensor, num_averaged: Tensor | int
    ) -> Tensor:
        return averaged + (current - averaged) / (num_averaged + 1)

    return average


def get_ema_avg_fn(decay: float = 0.999) -> Average:
    r"""Return the exponential moving average, one step of it:

    .. math:: \bar\theta \leftarrow d \, \bar\theta + (1 - d) \, \theta

    Args:
        decay: :math:`d`, from 0 to 1.

    Raises:
        ValueError: ``decay`` is outside of that.
    """
    if decay < 0.0 or decay > 1.0:
        raise ValueError(
            f"Invalid decay value {decay} provided. Please provide a value in [0,1] range."
        )

    @torch.no_grad()
    def average(
        averaged: Tensor, current: Tensor, _num_averaged: Tensor | int
    ) -> Tensor:
        return decay * averaged + (1 - decay) * current

    return average


# --8<-- [end:averages]


# --8<-- [start:AveragedModel]
class AveragedModel(Module):
    """A copy of a model, with the average of its parameters.

    Args:
        model: the model in training; it is copied.
        device: where the copy lives, if not where the model does.
        avg_fn: what `update_parameters` does; the mean of all models (`get_swa_avg_fn`) if None.
        multi_avg_fn: ``avg_fn`` for many tensors at once, for speed; not here.
        use_buffers: average the buffers as well (of BatchNorm, say); otherwise they are those
            of the last model, and the average wants `update_bn`.

    Attributes:
        module: the copy.
        n_averaged: how many models are in it, a tensor, and a part of the state dict.

    Raises:
        NotImplementedError: ``multi_avg_fn`` is given.

    Source: https://docs.pytorch.org/docs/2.13/generated/torch.optim.swa_utils.AveragedModel.html
    """

    n_averaged: Tensor

    def __init__(
        self,
        model: Module,
        device: int | torch.device | None = None,
        avg_fn: Average | None = None,
        multi_avg_fn: Callable[..., None] | None = None,
        use_buffers: bool = False,
    ) -> None:
        super().__init__()
        if multi_avg_fn is not None:
            raise NotImplementedError(
                "the reference AveragedModel updates one parameter after the other: "
                "give avg_fn"
            )
        self.module = deepcopy(model)
        if device is not None:
            self.module = self.module.to(device)
        n_averaged = torch.tensor(0, dtype=torch.long, device=device)
        self.register_buffer("n_averaged", n_averaged)
        self.avg_fn = avg_fn
        self.use_buffers = use_buffers

    def forward(self, *args: Any, **kwargs: Any) -> Any:
        """Call the copy."""
        return self.module(*args, **kwargs)

    @torch.no_grad()
    def update_parameters(self, model: Module) -> None:
        """Take ``model`` into the average. The first one is copied.

        Raises:
            ValueError: ``model`` has another number of parameters or buffers; torch 2.13 to 2.15
                leaves out surplus parameters and says nothing.
        """
        average = self.avg_fn or get_swa_avg_fn()
        # Pairs of a tensor here and one of the model: what is averaged, what is copied.
        averaged: list[tuple[Tensor, Tensor]] = [
            *zip(self.module.parameters(), model.parameters(), strict=True)
        ]
        copied = [*zip(self.module.buffers(), model.buffers(), strict=True)]
        if self.use_buffers:
            averaged, copied = averaged + copied, []
        if self.n_averaged == 0:
            averaged, copied = [], averaged + copied

        for mean, current in averaged:
            n_averaged = self.n_averaged.to(mean.device)
            mean.copy_(average(mean, current.to(mean.device), n_averaged))
        for mean, current in copied:
            mean.copy_(current)
        self.n_averaged += 1


# --8<-- [end:AveragedModel]


# --8<-- [start:update_bn]
@torch.no_grad()
def update_bn(
    loader: Iterable[Any], model: Module, device: int | torch.device | None = None
) -> None:
    """Measure the statistics of BatchNorm layers anew, for averaged weights.

    Args:
        loader: batches of inputs, or lists and tuples whose first element is one.
        model: called on each in training mode; nothing but its BatchNorm statistics changes.
            Without BatchNorm it is not called.
        device: where the inputs are moved to, if anywhere.

    Source: https://docs.pytorch.org/docs/2.13/optim.html#torch.optim.swa_utils.update_bn
    """
    momenta = {
        layer: layer.momentum
        for layer in model.modules()
        if isinstance(layer, _BatchNorm)
    }
    if not momenta:
        return
    was_training = model.training
    model.train()
    for layer in momenta:
        layer.reset_running_stats()
        layer.momentum = None  # all batches weigh the same

    for input in loader:
        if isinstance(input, list | tuple):
            input = input[0]
        model(input if device is None else input.to(device))

    for layer, momentum in momenta.items():
        layer.momentum = momentum
    model.train(was_training)


# --8<-- [end:update_bn]


# --8<-- [start:SWALR]
class SWALR(LRScheduler):
    r"""Lead the learning rate from where it is to a constant one.

    .. math::
        \eta_t = (1 - a_t) \, \eta_0 + a_t \, \eta_{swa}, \qquad
        a_t = \begin{cases}
            q & \text{linear} \\
            \frac{1}{2} (1 - \cos \pi q) & \text{cos}
        \end{cases}, \qquad
        q = \min\left(\frac{t}{T}, 1\right)

    where t counts the steps of this scheduler: ``last_epoch`` resumes nothing, as in torch. The
    recursion finds :math:`\eta_0` from the learning rate in use: let another scheduler run first,
    and it goes on from there.

    Args:
        optimizer: see `LRScheduler`.
        swa_lr: :math:`\eta_{swa}`; a number, or a list, one for each group.
        anneal_epochs: T; 0 is at once.
        anneal_strategy: ``"cos"`` or ``"linear"``.
        last_epoch: only counted.

    Raises:
        ValueError: ``anneal_strategy`` is unknown, ``anneal_epochs`` no int or negative; a list
            of another length than there are groups.

    Source: https://docs.pytorch.org/docs/2.13/generated/torch.optim.swa_utils.SWALR.html
    """

    def __init__(
        self,
        optimizer: HasParamGroups,
        swa_lr: float | list[float],
        anneal_epochs: int = 10,
        anneal_strategy: Literal["cos", "linear"] = "cos",
        last_epoch: int = -1,
    ) -> None:
        swa_lrs = per_group("swa_lr", optimizer, swa_lr)
        for group, lr in zip(optimizer.param_groups, swa_lrs, strict=True):
            group["swa_lr"] = lr
        check_anneal_strategy(anneal_strategy)
        check_anneal_epochs(anneal_epochs)
        self._anneal_strategy = anneal_strategy
        self.anneal_epochs = anneal_epochs
        super().__init__(optimizer, last_epoch)

    def get_lr(self) -> list[LR]:
        r"""Find :math:`\eta_0` from the lr in use and the last :math:`a`; mix it by the next."""
        warn_outside_step(self)
        t = self._step_count - 1  # the constructor's step is 0
        if self.anneal_epochs == 0:
            t = max(1, t)
        before, alpha = self._alpha(t - 1), self._alpha(t)

        def initial(group: dict[str, Any]) -> Any:
            if before == 1:  # the lr is swa_lr: eta_0 can't be found, and has no weight
                return group["swa_lr"]
            return (group["lr"] - before * group["swa_lr"]) / (1 - before)

        return [
            group["swa_lr"] * alpha + initial(group) * (1 - alpha)
            for group in self.optimizer.param_groups
        ]

    def _alpha(self, t: int) -> float:
        tau = max(0, min(1, t / max(1, self.anneal_epochs)))
        if self._anneal_strategy == "linear":
            return tau
        return (1 - math.cos(math.pi * tau)) / 2


# --8<-- [end:SWALR]
