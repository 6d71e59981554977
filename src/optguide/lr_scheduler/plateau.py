"""A schedule that knows no epochs: it looks at a number, the validation loss as a rule."""

from typing import Literal, SupportsFloat

from torch import inf

from optguide.lr_scheduler.checks import (
    check_default_min_lr,
    check_n_min_lrs,
    check_optimizer,
    check_plateau_factor,
    check_plateau_modes,
)
from optguide.lr_scheduler.scheduler import (
    HasParamGroups,
    LRScheduler,
    lrs_in_use,
    set_lr,
)


# --8<-- [start:ReduceLROnPlateau]
class ReduceLROnPlateau(LRScheduler):
    r"""Multiply the learning rate by ``factor`` when a metric has stopped to improve.

    .. math:: \eta \leftarrow \max(\eta f, \eta_{\min})

    after more than ``patience`` bad epochs in a row. An epoch is good, and its metric m the new
    best b, if it beats b by the threshold ε:

    ==================  ===================  ===================
    ``threshold_mode``  ``mode="min"``       ``mode="max"``
    ==================  ===================  ===================
    ``"rel"``           m < b (1 - ε)        m > b (1 + ε)
    ``"abs"``           m < b - ε            m > b + ε
    ==================  ===================  ===================

    A negative b is beaten by slightly worse metrics in mode ``"rel"``, as in torch (#47513).

    Args:
        optimizer: see `LRScheduler`; its lr is :math:`\eta`.
        mode: ``"min"`` if a smaller metric is better, as of a loss; ``"max"`` as of an accuracy.
        factor: f, below 1.
        patience: bad epochs that are put up with.
        threshold: ε, relative or in the unit of the metric.
        threshold_mode: ``"rel"`` or ``"abs"``.
        cooldown: epochs after a reduction whose badness is not counted.
        min_lr: :math:`\eta_{\min}`; a number, or a list, one for each group.
        eps: a reduction of no more than this is not made.

    Attributes:
        best: b, infinitely bad at first.
        num_bad_epochs: bad epochs in a row, up to now.
        cooldown_counter: epochs of ``cooldown`` that are left.

    Raises:
        ValueError: ``factor`` is 1 or more; a mode is unknown; ``min_lr`` has another length than
            there are groups.
        TypeError: ``optimizer`` has no ``param_groups``.
        RuntimeError: in a reduction, groups were added and ``min_lr`` is a list.

    There is no `get_lr`, and no ``last_epoch`` to resume with: load the state dict.

    Source: https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.ReduceLROnPlateau.html
    """

    def __init__(
        self,
        optimizer: HasParamGroups,
        mode: Literal["min", "max"] = "min",
        factor: float = 0.1,
        patience: int = 10,
        threshold: float = 1e-4,
        threshold_mode: Literal["rel", "abs"] = "rel",
        cooldown: int = 0,
        min_lr: list[float] | float = 0,
        eps: float = 1e-8,
    ) -> None:
        check_plateau_factor(factor)
        check_optimizer(optimizer)
        check_n_min_lrs(min_lr, len(optimizer.param_groups))
        check_plateau_modes(mode, threshold_mode)
        self.optimizer = optimizer
        self.mode = mode
        self.factor = factor
        self.patience = patience
        self.threshold = threshold
        self.threshold_mode = threshold_mode
        self.cooldown = cooldown
        self.eps = eps
        if isinstance(min_lr, list | tuple):
            self.default_min_lr = None
            self.min_lrs = list(min_lr)
        else:  # groups that come later have it too
            self.default_min_lr = min_lr
            self.min_lrs = [min_lr] * len(optimizer.param_groups)

        self.mode_worse = inf if mode == "min" else -inf
        self.best = self.mode_worse
        self.num_bad_epochs = 0
        self.cooldown_counter = 0
        self.last_epoch = 0
        self._last_lr = lrs_in_use(optimizer)

    def step(self, metrics: SupportsFloat) -> None:  # type: ignore[override]
        """Judge the epoch that is over; call it after validation.

        Args:
            metrics: a number, or a tensor with one element.
        """
        current = float(metrics)
        self.last_epoch += 1
        if self._is_better(current, self.best):
            self.best = current
            self.num_bad_epochs = 0
        else:  # nan is never better
            self.num_bad_epochs += 1

        if self.in_cooldown:
            self.cooldown_counter -= 1
            self.num_bad_epochs = 0

        if self.num_bad_epochs > self.patience:
            self._reduce_lr()
            self.cooldown_counter = self.cooldown
            self.num_bad_epochs = 0
        self._last_lr = lrs_in_use(self.optimizer)

    @property
    def in_cooldown(self) -> bool:
        """Whether bad epochs are not counted now."""
        return self.cooldown_counter > 0

    def _is_better(self, a: float, best: float) -> bool:
        if self.mode == "min":
            if self.threshold_mode == "rel":
                return a < best * (1.0 - self.threshold)
            return a < best - self.threshold
        if self.threshold_mode == "rel":
            return a > best * (1.0 + self.threshold)
        return a > best + self.threshold

    def _reduce_lr(self) -> None:
        groups = self.optimizer.param_groups
        if len(groups) != len(self.min_lrs):
            default = check_default_min_lr(
                self.default_min_lr, len(groups), len(self.min_lrs)
            )
            self.min_lrs = [default] * len(groups)
        for group, min_lr in zip(groups, self.min_lrs, strict=True):
            old_lr = float(group["lr"])
            new_lr = max(old_lr * self.factor, min_lr)
            if old_lr - new_lr > self.eps:
                set_lr(group, new_lr)


# --8<-- [end:ReduceLROnPlateau]
