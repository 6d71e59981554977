"""The base class of schedulers: what one step does.

`LRScheduler.get_lr` is a scheduler's rule for the next learning rate. It starts from the one in
use (the recursive form), so that several schedulers can act on one optimizer, each on what the
others left. Where there is a formula in ``last_epoch`` alone (the closed form), it stands
beside the rule, as ``_get_closed_form_lr``.

Source: https://docs.pytorch.org/docs/2.13/optim.html#how-to-adjust-learning-rate
"""

from collections.abc import Callable, Sequence
from types import FunctionType
from typing import Any, Protocol

from torch import Tensor

from optguide.lr_scheduler.checks import (
    check_initial_lr,
    check_optimizer,
    check_per_group,
    warn_step_order,
    watch_optimizer_step,
)

LR = float | Tensor


class HasParamGroups(Protocol):
    """What a scheduler needs of an optimizer; torch's and ours have it."""

    param_groups: list[dict[str, Any]]


def copy_lr(lr: LR) -> LR:
    """Copy a tensor, which the next step would change in place; a float can't change."""
    return lr.clone() if isinstance(lr, Tensor) else lr


def lrs_in_use(optimizer: HasParamGroups) -> list[LR]:
    """Return a copy of every group's ``lr``."""
    # As copy_lr, without a call for each group: every step of every scheduler comes here.
    return [
        lr.clone() if isinstance(lr := group["lr"], Tensor) else lr
        for group in optimizer.param_groups
    ]


def set_lr(group: dict[str, Any], lr: LR) -> None:
    """Assign a float, fill a tensor: whoever holds the tensor sees the change."""
    if isinstance(group["lr"], Tensor):
        group["lr"].fill_(float(lr))
    else:
        group["lr"] = lr


def per_group(name: str, optimizer: HasParamGroups, value: Any) -> list[Any]:
    """Return the argument ``name`` as a list with one value for each group."""
    n_groups = len(optimizer.param_groups)
    if isinstance(value, list | tuple):
        check_per_group(name, value, n_groups)
        return [copy_lr(item) for item in value]
    return [copy_lr(value) for _ in range(n_groups)]


# --8<-- [start:LRScheduler]
class LRScheduler:
    """Base class: a subclass writes `get_lr`.

    Args:
        optimizer: torch's or ours, or any object with ``param_groups``: a list of dicts with
            an ``"lr"``, a float or a tensor with one element (which is changed in place).
        last_epoch: -1 starts a schedule: the ``lr`` of now becomes the ``"initial_lr"`` of
            each group that has none. Another value resumes one, and ``"initial_lr"`` must be
            there. The constructor makes one step itself; yet in `MultiplicativeLR`, `LinearLR`,
            `ExponentialLR`, `PolynomialLR` and `CosineAnnealingLR` a step that resumes leaves
            the lr as it is. Loading state dicts resumes all alike.

    Attributes:
        base_lrs: the ``"initial_lr"`` of every group.
        last_epoch: as given, plus one for each step (epoch or not), the constructor's included.

    Raises:
        TypeError: ``optimizer`` has no ``param_groups``.
        KeyError: resuming, and a group has no ``"initial_lr"``.

    Source: https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.LRScheduler.html
    """

    _is_initial = False
    _get_lr_called_within_step = False

    def __init__(self, optimizer: HasParamGroups, last_epoch: int = -1) -> None:
        check_optimizer(optimizer)
        self.optimizer = optimizer

        if last_epoch == -1:
            for group in optimizer.param_groups:
                group.setdefault("initial_lr", copy_lr(group["lr"]))
        else:
            check_initial_lr(optimizer.param_groups)
        self.base_lrs = [
            copy_lr(group["initial_lr"]) for group in optimizer.param_groups
        ]
        self.last_epoch = last_epoch

        watch_optimizer_step(optimizer)
        self._initial_step()

    def _initial_step(self) -> None:
        """Take the step from -1 to 0, or the first one after resuming."""
        self._step_count = 0
        self._is_initial = True
        self.step()
        self._is_initial = False

    def step(self) -> None:
        """Set the learning rates of the next epoch; call it after ``optimizer.step()``.

        Warns:
            UserWarning: ``optimizer.step()`` was not called before the first call.
        """
        warn_step_order(self)
        self._step_count += 1
        self._update_lr()

    def _update_lr(self, epoch: int | None = None) -> None:
        """Go to the next epoch, or to ``epoch``.

        `SequentialLR` says 0 where the turn of a scheduler comes: its closed form, if it has
        one, then starts from ``base_lrs`` and not from where the scheduler before it ended.
        """
        self._get_lr_called_within_step = True
        try:
            if epoch is None:
                self.last_epoch += 1
                lrs = self.get_lr()
            else:
                self.last_epoch = epoch
                lrs = getattr(self, "_get_closed_form_lr", self.get_lr)()
        finally:
            self._get_lr_called_within_step = False
        for group, lr in zip(self.optimizer.param_groups, lrs, strict=True):
            set_lr(group, lr)
        self._last_lr = lrs_in_use(self.optimizer)

    def get_lr(self) -> list[LR]:
        """Compute the learning rate of every group for ``last_epoch``; `step` calls it.

        It is not the learning rate in use: that is `get_last_lr`.

        Warns:
            UserWarning: called from elsewhere.
        """
        raise NotImplementedError

    def get_last_lr(self) -> list[LR]:
        """Return the learning rate of every group as the last step set it."""
        return self._last_lr

    def state_dict(self) -> dict[str, Any]:
        """Return every attribute but the optimizer, which has a state dict of its own."""
        return {key: value for key, value in vars(self).items() if key != "optimizer"}

    def load_state_dict(self, state_dict: dict[str, Any]) -> None:
        """Take over saved attributes; the groups' ``lr`` comes with the optimizer's."""
        vars(self).update(state_dict)


# --8<-- [end:LRScheduler]


def state_of_callables(
    callables: Sequence[Callable[..., Any]],
) -> list[dict[str, Any] | None]:
    """Return what a state dict keeps of them: attributes of an object, nothing of a function."""
    return [
        None
        if isinstance(fn, FunctionType) or not hasattr(fn, "__dict__")
        else vars(fn).copy()
        for fn in callables
    ]


def load_callables(
    callables: Sequence[Callable[..., Any]], states: Sequence[dict[str, Any] | None]
) -> None:
    """Give the objects their saved attributes back."""
    for fn, state in zip(callables, states, strict=False):
        if state is not None:
            vars(fn).update(state)
