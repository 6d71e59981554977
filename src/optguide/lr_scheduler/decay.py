r"""Schedules with one formula in the epoch ``last_epoch``, for the whole of the training.

In the formulas t is ``last_epoch`` (epochs, or iterations if that is how often you step), η_t the
learning rate at t, and η_0 the ``"initial_lr"`` of the group.
"""

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from optguide.lr_scheduler.checks import (
    check_callables,
    check_constant_factor,
    check_linear_factors,
    check_n_lambdas,
    warn_outside_step,
)
from optguide.lr_scheduler.scheduler import (
    LR,
    HasParamGroups,
    LRScheduler,
    load_callables,
    lrs_in_use,
    state_of_callables,
)

Factor = Callable[[int], float]


# --8<-- [start:LambdaLR]
class LambdaLR(LRScheduler):
    r"""Multiply the initial learning rate by a function of the epoch.

    .. math:: \eta_t = \eta_0 \, f(t)

    Args:
        optimizer: see `LRScheduler`; its lr is :math:`\eta_0`.
        lr_lambda: :math:`f`, from an epoch to a factor; or a list of functions, one for
            each group.
        last_epoch: :math:`t - 1`; see `LRScheduler`.

    Raises:
        ValueError: a list of another length than there are groups.

    Source: https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.LambdaLR.html
    """

    def __init__(
        self,
        optimizer: HasParamGroups,
        lr_lambda: Factor | list[Factor],
        last_epoch: int = -1,
    ) -> None:
        n_groups = len(optimizer.param_groups)
        if isinstance(lr_lambda, list | tuple):
            check_n_lambdas(lr_lambda, n_groups)
            self.lr_lambdas = list(lr_lambda)
        else:
            self.lr_lambdas = [lr_lambda] * n_groups
        super().__init__(optimizer, last_epoch)

    def get_lr(self) -> list[LR]:
        """Apply the functions to ``last_epoch``; this form is closed by itself."""
        warn_outside_step(self)
        return [
            base_lr * lr_lambda(self.last_epoch)
            for lr_lambda, base_lr in zip(self.lr_lambdas, self.base_lrs, strict=True)
        ]

    def state_dict(self) -> dict[str, Any]:
        """Return every attribute but the optimizer; of a function nothing can be saved.

        Of a callable object the attributes are. So is nothing of a builtin function, which
        torch 2.13 to 2.15 fails on.
        """
        state = super().state_dict()
        del state["lr_lambdas"]
        return {**state, "lr_lambdas": state_of_callables(self.lr_lambdas)}

    def load_state_dict(self, state_dict: dict[str, Any]) -> None:
        """Take over saved attributes; the functions stay those given to the constructor."""
        state = dict(state_dict)
        load_callables(self.lr_lambdas, state.pop("lr_lambdas"))
        super().load_state_dict(state)


# --8<-- [end:LambdaLR]


# --8<-- [start:MultiplicativeLR]
class MultiplicativeLR(LambdaLR):
    r"""Multiply the learning rate in use by a function of the epoch.

    .. math:: \eta_t = \eta_{t-1} \, f(t)

    Functions are given and saved as in `LambdaLR`.

    Args:
        optimizer: see `LRScheduler`.
        lr_lambda: :math:`f`, from an epoch (1 is the first) to a factor; or a list of
            functions, one for each group.
        last_epoch: :math:`t - 1`; see `LRScheduler`.

    Raises:
        TypeError: ``lr_lambda`` can't be called.
        ValueError: a list of another length than there are groups.

    Source: https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.MultiplicativeLR.html
    """

    def __init__(
        self,
        optimizer: HasParamGroups,
        lr_lambda: Factor | list[Factor],
        last_epoch: int = -1,
    ) -> None:
        check_callables(lr_lambda)
        super().__init__(optimizer, lr_lambda, last_epoch)

    def get_lr(self) -> list[LR]:
        """Multiply, except in the constructor."""
        warn_outside_step(self)
        if self._is_initial:
            return lrs_in_use(self.optimizer)
        return [
            group["lr"] * lr_lambda(self.last_epoch)
            for lr_lambda, group in zip(
                self.lr_lambdas, self.optimizer.param_groups, strict=True
            )
        ]


# --8<-- [end:MultiplicativeLR]


# --8<-- [start:StepLR]
class StepLR(LRScheduler):
    r"""Multiply the learning rate by ``gamma`` every ``step_size`` epochs.

    .. math:: \eta_t = \eta_0 \, \alpha^{\lfloor t / s \rfloor}

    Args:
        optimizer: see `LRScheduler`; its lr is :math:`\eta_0`.
        step_size: :math:`s`, in epochs, positive.
        gamma: :math:`\alpha`.
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
        if self.last_epoch == 0 or self.last_epoch % self.step_size != 0:
            return lrs_in_use(self.optimizer)
        return [group["lr"] * self.gamma for group in self.optimizer.param_groups]

    def _get_closed_form_lr(self) -> list[LR]:
        n_decays = self.last_epoch // self.step_size
        return [base_lr * self.gamma**n_decays for base_lr in self.base_lrs]


# --8<-- [end:StepLR]


# --8<-- [start:MultiStepLR]
class MultiStepLR(LRScheduler):
    r"""Multiply the learning rate by ``gamma`` at every milestone.

    .. math:: \eta_t = \eta_0 \, \alpha^{\#\{m \in M : \, m \le t\}}

    Args:
        optimizer: see `LRScheduler`; its lr is :math:`\eta_0`.
        milestones: :math:`M`, epochs in any order; one that stands there twice counts twice.
        gamma: :math:`\alpha`.
        last_epoch: :math:`t - 1`; see `LRScheduler`.

    Source: https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.MultiStepLR.html
    """

    def __init__(
        self,
        optimizer: HasParamGroups,
        milestones: Iterable[int],
        gamma: float = 0.1,
        last_epoch: int = -1,
    ) -> None:
        self.milestones = Counter(milestones)
        self.gamma = gamma
        super().__init__(optimizer, last_epoch)

    def get_lr(self) -> list[LR]:
        """Multiply at a milestone, as often as it stands there; keep the lr in use otherwise."""
        warn_outside_step(self)
        if self.last_epoch not in self.milestones:
            return lrs_in_use(self.optimizer)
        factor = self.gamma ** self.milestones[self.last_epoch]
        return [group["lr"] * factor for group in self.optimizer.param_groups]

    def _get_closed_form_lr(self) -> list[LR]:
        milestones = sorted(self.milestones.elements())
        n_decays = bisect_right(milestones, self.last_epoch)
        return [base_lr * self.gamma**n_decays for base_lr in self.base_lrs]


# --8<-- [end:MultiStepLR]


# --8<-- [start:ConstantLR]
class ConstantLR(LRScheduler):
    r"""Multiply the learning rate by ``factor`` for the first ``total_iters`` epochs.

    .. math::
        \eta_t = \begin{cases} \eta_0 f & t < T \\ \eta_0 & t \ge T \end{cases}

    With ``total_iters`` 0 or less nothing is multiplied. torch 2.13 to 2.15 multiplies by
    ``factor`` then and never undoes it, though its own closed form agrees with ours; whether it
    should is still discussed (PR #192655).

    Args:
        optimizer: see `LRScheduler`; its lr is :math:`\eta_0`.
        factor: :math:`f`, from 0 to 1.
        total_iters: :math:`T`, in epochs.
        last_epoch: :math:`t - 1`; see `LRScheduler`.

    Raises:
        ValueError: ``factor`` is not between 0 and 1.
        ZeroDivisionError: ``factor`` is 0, in the step to ``total_iters``.

    Source: https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.ConstantLR.html
    """

    def __init__(
        self,
        optimizer: HasParamGroups,
        factor: float = 1.0 / 3,
        total_iters: int = 5,
        last_epoch: int = -1,
    ) -> None:
        check_constant_factor(factor)
        self.factor = factor
        self.total_iters = total_iters
        super().__init__(optimizer, last_epoch)

    def get_lr(self) -> list[LR]:
        """Multiply at 0, undo it at ``total_iters``; keep the lr in use otherwise."""
        warn_outside_step(self)
        groups = self.optimizer.param_groups
        if self.last_epoch == 0 < self.total_iters:
            return [group["lr"] * self.factor for group in groups]
        if self.last_epoch == self.total_iters > 0:
            return [group["lr"] * (1.0 / self.factor) for group in groups]
        return lrs_in_use(self.optimizer)

    def _get_closed_form_lr(self) -> list[LR]:
        factor = self.factor if self.last_epoch < self.total_iters else 1.0
        return [base_lr * factor for base_lr in self.base_lrs]


# --8<-- [end:ConstantLR]


# --8<-- [start:LinearLR]
class LinearLR(LRScheduler):
    r"""Move a factor of the learning rate in a straight line: a warmup, mostly.

    .. math::
        \eta_t = \eta_0 \, f_t, \qquad
        f_t = f_{\text{start}} + (f_{\text{end}} - f_{\text{start}}) \frac{\min(t, T)}{T}

    With ``total_iters`` 0 or less the factor is ``end_factor`` from the beginning. torch 2.13 to
    2.15 stays at ``start_factor`` for good (#193682).

    Args:
        optimizer: see `LRScheduler`; its lr is :math:`\eta_0`.
        start_factor: :math:`f_{\text{start}}`, above 0, up to 1.
        end_factor: :math:`f_{\text{end}}`, from 0 to 1.
        total_iters: :math:`T`, in epochs; the factor stays at ``end_factor`` from there on.
        last_epoch: :math:`t - 1`; see `LRScheduler`.

    Raises:
        ValueError: a factor is outside its range.

    Source: https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.LinearLR.html
    """

    def __init__(
        self,
        optimizer: HasParamGroups,
        start_factor: float = 1.0 / 3,
        end_factor: float = 1.0,
        total_iters: int = 5,
        last_epoch: int = -1,
    ) -> None:
        check_linear_factors(start_factor, end_factor)
        self.start_factor = start_factor
        self.end_factor = end_factor
        self.total_iters = total_iters
        super().__init__(optimizer, last_epoch)

    def get_lr(self) -> list[LR]:
        r"""Multiply by :math:`f_0` at 0, then by :math:`f_t / f_{t-1}` up to ``total_iters``."""
        warn_outside_step(self)
        groups = self.optimizer.param_groups
        rise = self.end_factor - self.start_factor
        if self.last_epoch == 0:
            factor = self.start_factor if self.total_iters > 0 else self.end_factor
        elif self._is_initial or self.last_epoch > self.total_iters:
            return lrs_in_use(self.optimizer)
        else:  # f_t / f_{t-1} = 1 + (f_t - f_{t-1}) / f_{t-1}; both of these times T
            previous = (
                self.total_iters * self.start_factor + (self.last_epoch - 1) * rise
            )
            factor = 1.0 + rise / previous
        return [group["lr"] * factor for group in groups]

    def _get_closed_form_lr(self) -> list[LR]:
        factor = self.end_factor
        if self.last_epoch < self.total_iters:
            rise = self.end_factor - self.start_factor
            factor = self.start_factor + rise * self.last_epoch / self.total_iters
        return [base_lr * factor for base_lr in self.base_lrs]


# --8<-- [end:LinearLR]


# --8<-- [start:ExponentialLR]
class ExponentialLR(LRScheduler):
    r"""Multiply the learning rate by ``gamma`` every epoch.

    .. math:: \eta_t = \eta_0 \, \alpha^t

    Args:
        optimizer: see `LRScheduler`; its lr is :math:`\eta_0`.
        gamma: :math:`\alpha`.
        last_epoch: :math:`t - 1`; see `LRScheduler`.

    Source: https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.ExponentialLR.html
    """

    def __init__(
        self, optimizer: HasParamGroups, gamma: float, last_epoch: int = -1
    ) -> None:
        self.gamma = gamma
        super().__init__(optimizer, last_epoch)

    def get_lr(self) -> list[LR]:
        """Multiply, except in the constructor."""
        warn_outside_step(self)
        if self._is_initial:
            return lrs_in_use(self.optimizer)
        return [group["lr"] * self.gamma for group in self.optimizer.param_groups]

    def _get_closed_form_lr(self) -> list[LR]:
        return [base_lr * self.gamma**self.last_epoch for base_lr in self.base_lrs]


# --8<-- [end:ExponentialLR]


# --8<-- [start:PolynomialLR]
class PolynomialLR(LRScheduler):
    r"""Decay to 0 at ``total_iters`` along a power of what is left of the time.

    .. math:: \eta_t = \eta_0 \left(1 - \frac{\min(t, T)}{T}\right)^p

    Args:
        optimizer: see `LRScheduler`; its lr is :math:`\eta_0`.
        total_iters: :math:`T`, in epochs; the learning rate stays from there on.
        power: :math:`p`; 1 is a straight line.
        last_epoch: :math:`t - 1`; see `LRScheduler`.

    Source: https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.PolynomialLR.html
    """

    def __init__(
        self,
        optimizer: HasParamGroups,
        total_iters: int = 5,
        power: float = 1.0,
        last_epoch: int = -1,
    ) -> None:
        self.total_iters = total_iters
        self.power = power
        super().__init__(optimizer, last_epoch)

    def get_lr(self) -> list[LR]:
        """Multiply by what is left of the time over what was left, to the power."""
        warn_outside_step(self)
        if self._is_initial or self.last_epoch > self.total_iters:
            return lrs_in_use(self.optimizer)
        left = 1.0 - self.last_epoch / self.total_iters
        left_before = 1.0 - (self.last_epoch - 1) / self.total_iters
        factor = (left / left_before) ** self.power
        return [group["lr"] * factor for group in self.optimizer.param_groups]

    def _get_closed_form_lr(self) -> list[LR]:
        left = 1.0 - min(self.total_iters, self.last_epoch) / self.total_iters
        return [base_lr * left**self.power for base_lr in self.base_lrs]


# --8<-- [end:PolynomialLR]


# --8<-- [start:CosineAnnealingLR]
class CosineAnnealingLR(LRScheduler):
    r"""Go down to ``eta_min`` along half a period of a cosine; on, and it goes up again.

    .. math::
        \eta_t = \eta_{\min}
            + \frac{1}{2} (\eta_0 - \eta_{\min}) \left(1 + \cos \frac{t}{T_{\max}} \pi \right)

    There is no restart: at :math:`2 T_{\max}` the learning rate is :math:`\eta_0` again.

    Args:
        optimizer: see `LRScheduler`; its lr is :math:`\eta_0`.
        T_max: :math:`T_{\max}`, in epochs, positive.
        eta_min: :math:`\eta_{\min}`.
        last_epoch: :math:`t - 1`; see `LRScheduler`.

    Source:
    https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.CosineAnnealingLR.html;
    Loshchilov and Hutter (2017), *SGDR: Stochastic Gradient Descent with Warm
    Restarts*, https://arxiv.org/abs/1608.03983
    """

    def __init__(
        self,
        optimizer: HasParamGroups,
        T_max: int,
        eta_min: float = 0.0,
        last_epoch: int = -1,
    ) -> None:
        self.T_max = T_max
        self.eta_min = eta_min
        super().__init__(optimizer, last_epoch)

    def get_lr(self) -> list[LR]:
        r"""Multiply the distance to ``eta_min`` by :math:`(1 + \cos_t) / (1 + \cos_{t-1})`.

        At :math:`T_{\max}` there is no distance left to multiply; the step after that adds its
        closed form.

        If you call it yourself right after resuming with ``last_epoch``, torch 2.13 to 2.15 answers
        with the closed form at ``last_epoch``. No step ever takes that branch, so it is left out
        here, and the answer is the one for every other time.
        """
        warn_outside_step(self)
        if self._is_initial:
            return lrs_in_use(self.optimizer)
        groups = self.optimizer.param_groups
        if (self.last_epoch - 1 - self.T_max) % (2 * self.T_max) == 0:
            return [
                group["lr"]
                + (base_lr - self.eta_min) * (1 - math.cos(math.pi / self.T_max)) / 2
                for base_lr, group in zip(self.base_lrs, groups, strict=True)
            ]
        factor = self._height(self.last_epoch) / self._height(self.last_epoch - 1)
        return [
            factor * (group["lr"] - self.eta_min) + self.eta_min for group in groups
        ]

    def _get_closed_form_lr(self) -> list[LR]:
        height = self._height(self.last_epoch)
        return [
            self.eta_min + (base_lr - self.eta_min) * height / 2
            for base_lr in self.base_lrs
        ]

    def _height(self, t: int) -> float:
        return 1 + math.cos(math.pi * t / self.T_max)


# --8<-- [end:CosineAnnealingLR]
