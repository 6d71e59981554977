"""Learning rate schedulers: they write ``group["lr"]``, and the optimizer reads it.

Sorted from simple to complex. `get_lr` is a scheduler's rule for the next learning rate. It
starts from the one in use (the recursive form), so that several schedulers can act on one
optimizer, each on what the others left. Where there is a formula in ``last_epoch`` alone (the
closed form), it stands beside the rule, as ``_get_closed_form_lr``.

Refusals and warnings are in ``lr_scheduler_checks.py``. Left out on purpose: the argument of
``scheduler.step(epoch)``, deprecated in torch.

Source: https://docs.pytorch.org/docs/2.13/optim.html#how-to-adjust-learning-rate
"""

from typing import Any, Protocol

from torch import Tensor

from optguide.lr_scheduler_checks import (
    check_initial_lr,
    warn_outside_step,
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


# --8<-- [start:LRScheduler]
class LRScheduler:
    """Base class: a subclass writes `get_lr`.

    Args:
        optimizer: torch's or ours, or any object with ``param_groups``: a list of dicts with
            an ``"lr"``, a float or a tensor with one element (which is changed in place).
        last_epoch: -1 starts a schedule: the ``lr`` of now becomes the ``"initial_lr"`` of
            each group that has none. Another value resumes one, and ``"initial_lr"`` must be
            there. The constructor makes one step itself.

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
        if not hasattr(optimizer, "param_groups"):
            raise TypeError(f"{type(optimizer).__name__} is not an Optimizer")
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
        self.last_epoch += 1
        self._get_lr_called_within_step = True
        try:
            lrs = self.get_lr()
        finally:
            self._get_lr_called_within_step = False
        self._set_lr(lrs)

    def get_lr(self) -> list[LR]:
        """Compute the learning rate of every group for ``last_epoch``; `step` calls it.

        It is not the learning rate in use: that is `get_last_lr`.

        Warns:
            UserWarning: called from elsewhere.
        """
        raise NotImplementedError

    def _set_lr(self, lrs: list[LR]) -> None:
        for group, lr in zip(self.optimizer.param_groups, lrs, strict=True):
            if isinstance(group["lr"], Tensor):
                group["lr"].fill_(float(lr))
            else:
                group["lr"] = lr
        self._last_lr = [copy_lr(group["lr"]) for group in self.optimizer.param_groups]

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


# --8<-- [start:StepLR]
class StepLR(LRScheduler):
    r"""Multiply the learning rate by ``gamma`` every ``step_size`` epochs.

    .. math:: \eta_t = \eta_0 \, \gamma^{\lfloor t / s \rfloor}

    Args:
        optimizer: see `LRScheduler`; its lr is :math:`\eta_0`.
        step_size: :math:`s`, in epochs, positive.
        gamma: :math:`\gamma`.
        last_epoch: :math:`t - 1`; see `LRScheduler`.

    Source: https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.StepLR.html
    """

    def __init__(
        self,
        optimizer: HasParamGroups,
        step_size: int,
        gamma: float = 0.1,
        last_epoch: int = -1,
    ) -> None:
        self.step_size = step_size
        self.gamma = gamma
        super().__init__(optimizer, last_epoch)

    def get_lr(self) -> list[LR]:
        """Multiply at ``step_size``, ``2 * step_size``, ...; keep the lr in use otherwise."""
        warn_outside_step(self)
        groups = self.optimizer.param_groups
        if self.last_epoch == 0 or self.last_epoch % self.step_size != 0:
            return [copy_lr(group["lr"]) for group in groups]
        return [group["lr"] * self.gamma for group in groups]

    def _get_closed_form_lr(self) -> list[LR]:
        n_decays = self.last_epoch // self.step_size
        return [base_lr * self.gamma**n_decays for base_lr in self.base_lrs]


# --8<-- [end:StepLR]
