r"""Schedules that rise and fall: stepped after every iteration, as a rule, not every epoch.

t is ``last_epoch``, η_t the learning rate at t and η_0 the ``"initial_lr"`` of the group. None
of these starts from the learning rate in use, so nothing that another scheduler did to it lasts.
"""

import math
from collections.abc import Callable
from typing import Any, Literal

from optguide.lr_scheduler.checks import (
    check_anneal_strategy,
    check_cycle_momentum,
    check_cyclic_mode,
    check_optimizer,
    check_pct_start,
    check_restart_epoch,
    check_restarts,
    check_steps_left,
    check_total_steps,
    warn_outside_step,
)
from optguide.lr_scheduler.scheduler import (
    LR,
    HasParamGroups,
    LRScheduler,
    load_callables,
    per_group,
    set_lr,
    state_of_callables,
)


# --8<-- [start:CosineAnnealingWarmRestarts]
class CosineAnnealingWarmRestarts(LRScheduler):
    r"""Fall along half a period of a cosine, jump back up, fall again, longer each time.

    .. math::
        \eta_t = \eta_{\min}
            + \frac{1}{2} (\eta_0 - \eta_{\min}) \left(1 + \cos \frac{T_{cur}}{T_i} \pi \right)

    The i-th fall (from 0) takes :math:`T_i = T_0 \, T_{mult}^i` epochs, and :math:`T_{cur}` of
    them are over. ``eta_min`` itself is never reached: that epoch is the next start.

    Args:
        optimizer: see `LRScheduler`; its lr is :math:`\eta_0`.
        T_0: :math:`T_0`, epochs of the first fall.
        T_mult: :math:`T_{mult}`, whole, at least 1.
        eta_min: :math:`\eta_{\min}`.
        last_epoch: :math:`t - 1`; see `LRScheduler`. From :math:`t = 2 T_0` on torch 2.13 to 2.15
            ends up in the wrong fall, if ``T_mult`` is not 1, because its constructor counts off one
            fall at most.

    Attributes:
        T_cur: :math:`T_{cur}`.
        T_i: :math:`T_i`.

    Raises:
        ValueError: ``T_0`` or ``T_mult`` is no positive int, ``eta_min`` no number.

    Source:
    https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.CosineAnnealingWarmRestarts.html;
    Loshchilov and Hutter (2017), *SGDR: Stochastic Gradient Descent with Warm
    Restarts*, https://arxiv.org/abs/1608.03983
    """

    def __init__(
        self,
        optimizer: HasParamGroups,
        T_0: int,
        T_mult: int = 1,
        eta_min: float = 0.0,
        last_epoch: int = -1,
    ) -> None:
        check_restarts(T_0, T_mult, eta_min)
        self.T_0 = T_0
        self.T_mult = T_mult
        self.eta_min = eta_min
        self._restart(last_epoch)
        super().__init__(optimizer, last_epoch)

    def _restart(self, epoch: float) -> None:
        """Set ``T_i`` and ``T_cur``, falls being counted off from 0.

        torch 2.13 to 2.15 has a logarithm here, which rounds: with ``T_0=1, T_mult=3`` it stays at the
        foot of a fall at epoch 121, where the next one starts.
        """
        self.T_i, self.T_cur = self.T_0, epoch
        if self.T_mult == 1:  # all are alike: no need to count them off
            self.T_cur %= self.T_0
        while self.T_cur >= self.T_i:
            self.T_cur -= self.T_i
            self.T_i *= self.T_mult

    def step(self, epoch: float | None = None) -> None:
        """Set the learning rates of the next epoch, or of ``epoch``.

        Args:
            epoch: not negative; a fraction is meant to be used: after batch i of n,
                ``step(epoch + i / n)``.

        Raises:
            ValueError: ``epoch`` is negative.

        Unlike other schedulers it does not warn if ``optimizer.step()`` was not called before.
        """
        if epoch is None and self.last_epoch >= 0:
            epoch = self.last_epoch + 1
            self.T_cur += 1
            if self.T_cur >= self.T_i:
                self.T_cur %= self.T_i
                self.T_i *= self.T_mult
        else:
            epoch = epoch or 0  # None: the constructor's step
            check_restart_epoch(epoch)
            self._restart(epoch)
        self._update_lr(math.floor(epoch))

    def get_lr(self) -> list[LR]:
        """Evaluate the formula at ``T_cur``; this form is closed by itself."""
        warn_outside_step(self)
        height = 1 + math.cos(math.pi * self.T_cur / self.T_i)
        return [
            self.eta_min + (base_lr - self.eta_min) * height / 2
            for base_lr in self.base_lrs
        ]


# --8<-- [end:CosineAnnealingWarmRestarts]


def set_momentum(group: dict[str, Any], momentum: float, use_beta1: bool) -> None:
    """Assign ``momentum``, or the first of the ``betas`` of Adam and its kin."""
    if use_beta1:
        group["betas"] = (momentum, *group["betas"][1:])
    else:
        group["momentum"] = momentum


# --8<-- [start:CyclicLR]
class CyclicLR(LRScheduler):
    r"""Move between two learning rates in straight lines, and the momentum against them.

    .. math::
        \eta_t = \eta_{base} + (\eta_{\max} - \eta_{base}) \, r_t \, s_t, \qquad
        \mu_t = \mu_{\max} - (\mu_{\max} - \mu_{base}) \, r_t \, s_t

    The height :math:`r_t` rises from 0 to 1 in ``step_size_up`` steps and falls back to 0 in
    ``step_size_down``; the two make a cycle. The scale :math:`s_t` is, in cycle c (from 1):
    1 for ``"triangular"``, :math:`2^{1-c}` for ``"triangular2"``, :math:`\alpha^t` for
    ``"exp_range"``.

    Args:
        optimizer: see `LRScheduler`; its lr (and its momentum, or first beta) is overwritten.
        base_lr: :math:`\eta_{base}`; a number, or a list, one for each group.
        max_lr: :math:`\eta_{\max}`; likewise.
        step_size_up: steps, mostly iterations, of the rise.
        step_size_down: steps of the fall; as many as of the rise if None.
        mode: ``"triangular"``, ``"triangular2"`` or ``"exp_range"``; not read if there is a
            ``scale_fn``.
        gamma: :math:`\alpha`, for ``"exp_range"``.
        scale_fn: s, a function of c or of t. Saved in a state dict as in `LambdaLR`.
        scale_mode: ``"cycle"`` gives it c, ``"iterations"`` t.
        cycle_momentum: move the momentum as well.
        base_momentum: :math:`\mu_{base}`; as ``base_lr``.
        max_momentum: :math:`\mu_{\max}`; likewise.
        last_epoch: :math:`t - 1`; see `LRScheduler`.

    Raises:
        ValueError: ``mode`` is unknown; a list of another length than there are groups;
            ``cycle_momentum``, and the optimizer has no momentum.

    The constructor follows the formula above, also where it resumes. torch 2.13 to 2.15 puts the
    ``"initial_lr"`` of the group in place of ``base_lr`` there, if an earlier scheduler left one:
    the first learning rate is then off, and the next step sets it right.

    Source:
    https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.CyclicLR.html;
    Smith (2017), *Cyclical Learning Rates for Training Neural Networks*,
    https://arxiv.org/abs/1506.01186
    """

    def __init__(
        self,
        optimizer: HasParamGroups,
        base_lr: float | list[float],
        max_lr: float | list[float],
        step_size_up: int = 2000,
        step_size_down: int | None = None,
        mode: Literal["triangular", "triangular2", "exp_range"] = "triangular",
        gamma: float = 1.0,
        scale_fn: Callable[[float], float] | None = None,
        scale_mode: Literal["cycle", "iterations"] = "cycle",
        cycle_momentum: bool = True,
        base_momentum: float | list[float] = 0.8,
        max_momentum: float | list[float] = 0.9,
        last_epoch: int = -1,
    ) -> None:
        check_optimizer(optimizer)
        groups = optimizer.param_groups
        base_lrs = per_group("base_lr", optimizer, base_lr)
        if last_epoch == -1:
            for lr, group in zip(base_lrs, groups, strict=True):
                set_lr(group, lr)
        self.max_lrs = per_group("max_lr", optimizer, max_lr)

        up = float(step_size_up)
        down = up if step_size_down is None else float(step_size_down)
        self.total_size = up + down
        self.step_ratio = up / self.total_size

        check_cyclic_mode(mode, scale_fn)
        self.mode = mode
        self.gamma = gamma
        self._scale_fn_custom = scale_fn
        self.scale_mode = scale_mode
        if scale_fn is None:
            self.scale_mode = "iterations" if mode == "exp_range" else "cycle"

        self.cycle_momentum = cycle_momentum
        if cycle_momentum:
            check_cycle_momentum(groups)
            self.use_beta1 = "betas" in groups[0]
            self.base_momentums = per_group("base_momentum", optimizer, base_momentum)
            self.max_momentums = per_group("max_momentum", optimizer, max_momentum)
            if last_epoch == -1:
                for group, base, top in zip(
                    groups, self.base_momentums, self.max_momentums, strict=True
                ):
                    set_momentum(group, top, self.use_beta1)
                    group["max_momentum"] = top
                    group["base_momentum"] = base

        super().__init__(optimizer, last_epoch)
        # The constructor's step took the "initial_lr" for base_lr: once more.
        self.base_lrs = base_lrs
        self._update_lr(self.last_epoch)

    def scale_fn(self, x: float) -> float:
        """Return the scale in cycle ``x``, or at step ``x`` (see ``scale_mode``)."""
        if self._scale_fn_custom is not None:
            return self._scale_fn_custom(x)
        if self.mode == "triangular":
            return 1.0
        if self.mode == "triangular2":
            return float(1 / 2.0 ** (x - 1))
        return float(self.gamma**x)

    def get_lr(self) -> list[LR]:
        """Evaluate the formulas at ``last_epoch``; this also sets the momentum."""
        warn_outside_step(self)
        cycles = self.last_epoch / self.total_size
        cycle = math.floor(1 + cycles)
        x = 1.0 + cycles - cycle  # what part of the cycle is over
        if x <= self.step_ratio:
            height = x / self.step_ratio
        else:
            height = (x - 1) / (self.step_ratio - 1)
        scale = self.scale_fn(cycle if self.scale_mode == "cycle" else self.last_epoch)

        if self.cycle_momentum:
            for group, base, top in zip(
                self.optimizer.param_groups,
                self.base_momentums,
                self.max_momentums,
                strict=True,
            ):
                momentum = top - (top - base) * height * scale
                set_momentum(group, momentum, self.use_beta1)
        return [
            base_lr + (max_lr - base_lr) * height * scale
            for base_lr, max_lr in zip(self.base_lrs, self.max_lrs, strict=True)
        ]

    def state_dict(self) -> dict[str, Any]:
        """Return every attribute but the optimizer; of ``scale_fn``, see `LambdaLR`."""
        state = super().state_dict()
        scale_fn = state.pop("_scale_fn_custom")
        saved = None if scale_fn is None else state_of_callables([scale_fn])[0]
        return {**state, "_scale_fn_custom": saved}

    def load_state_dict(self, state_dict: dict[str, Any]) -> None:
        """Take over saved attributes; ``scale_fn`` stays that given to the constructor."""
        state = dict(state_dict)
        saved = state.pop("_scale_fn_custom")
        if self._scale_fn_custom is not None:
            load_callables([self._scale_fn_custom], [saved])
        super().load_state_dict(state)


# --8<-- [end:CyclicLR]


# --8<-- [start:anneal]
def anneal(strategy: str, start: Any, end: Any, pct: float) -> Any:
    """Return the point ``pct`` (0 to 1) of the way from ``start`` to ``end``.

    Args:
        strategy: ``"linear"`` is a straight line, ``"cos"`` slow at both ends.
    """
    if strategy == "linear":
        return (end - start) * pct + start
    return end + (start - end) / 2.0 * (math.cos(math.pi * pct) + 1)


# --8<-- [end:anneal]


# --8<-- [start:OneCycleLR]
class OneCycleLR(LRScheduler):
    r"""One rise to a large learning rate and one long fall, the momentum against it.

    Two phases, or three. In each, `anneal` leads from the first value to the second:

    ==================  =======================================  ===============================
    phase ends at step  learning rate                            momentum
    ==================  =======================================  ===============================
    p T - 1             ``max_lr / div_factor`` to ``max_lr``    ``max_`` to ``base_momentum``
    T - 1               ``max_lr`` to ``min_lr``                 ``base_`` to ``max_momentum``
    ------------------  ---------------------------------------  -------------------------------
    p T - 1             ``max_lr / div_factor`` to ``max_lr``    ``max_`` to ``base_momentum``
    2 p T - 2           ``max_lr`` to ``max_lr / div_factor``    ``base_`` to ``max_momentum``
    T - 1               ``max_lr / div_factor`` to ``min_lr``    ``max_momentum``
    ==================  =======================================  ===============================

    where T is ``total_steps``, p ``pct_start`` and ``min_lr = max_lr / div_factor /
    final_div_factor``.

    Args:
        optimizer: its lr, ``"initial_lr"`` and momentum (or first beta) are overwritten.
        max_lr: the largest learning rate; a number, or a list, one for each group.
        total_steps: T, in iterations; or give both of the next two.
        epochs: times ``steps_per_epoch``, T.
        steps_per_epoch: iterations in an epoch.
        pct_start: p, the part of the steps that rises; a float from 0 to 1.
        anneal_strategy: ``"cos"`` or ``"linear"``; see `anneal`.
        cycle_momentum: move the momentum as well.
        base_momentum: the smallest momentum; as ``max_lr``.
        max_momentum: the largest momentum; likewise.
        div_factor: ``max_lr`` over the first learning rate.
        final_div_factor: the first learning rate over the last.
        three_phase: come down to the first learning rate, as fast as it went up, before the end.
        last_epoch: steps done, minus 1; see `LRScheduler`.

    Raises:
        ValueError: an argument is outside its range; a list of another length than there are
            groups; ``cycle_momentum``, and the optimizer has no momentum; and at step T + 1.
        ZeroDivisionError: so few steps that a phase has none.

    Step T is allowed, for a loop that ends with ``scheduler.step()``, yet nothing should be
    trained after it: the last phase is prolonged, and a ``"linear"`` lr is then negative.

    Source:
    https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.OneCycleLR.html;
    Smith and Topin (2017), *Super-Convergence: Very Fast Training of Neural Networks
    Using Large Learning Rates*, https://arxiv.org/abs/1708.07120
    """

    def __init__(
        self,
        optimizer: HasParamGroups,
        max_lr: float | list[float],
        total_steps: int | None = None,
        epochs: int | None = None,
        steps_per_epoch: int | None = None,
        pct_start: float = 0.3,
        anneal_strategy: Literal["cos", "linear"] = "cos",
        cycle_momentum: bool = True,
        base_momentum: float | list[float] = 0.85,
        max_momentum: float | list[float] = 0.95,
        div_factor: float = 25.0,
        final_div_factor: float = 1e4,
        three_phase: bool = False,
        last_epoch: int = -1,
    ) -> None:
        check_optimizer(optimizer)
        self.total_steps = check_total_steps(total_steps, epochs, steps_per_epoch)
        check_pct_start(pct_start)
        check_anneal_strategy(anneal_strategy)
        up = float(pct_start * self.total_steps) - 1
        down = float(2 * pct_start * self.total_steps) - 2
        last = self.total_steps - 1
        # (ends at, learning rate from, to, momentum from, to): names of entries of a group.
        rise = (up, "initial_lr", "max_lr", "max_momentum", "base_momentum")
        if three_phase:
            phases: list[tuple[float, str, str, str, str]] = [
                rise,
                (down, "max_lr", "initial_lr", "base_momentum", "max_momentum"),
                (last, "initial_lr", "min_lr", "max_momentum", "max_momentum"),
            ]
        else:
            phases = [rise, (last, "max_lr", "min_lr", "base_momentum", "max_momentum")]
        keys = ("end_step", "start_lr", "end_lr", "start_momentum", "end_momentum")
        self._schedule_phases: list[dict[str, Any]] = [
            dict(zip(keys, phase, strict=True)) for phase in phases
        ]
        self._anneal_func_type = anneal_strategy

        groups = optimizer.param_groups
        max_lrs: list[LR] = per_group("max_lr", optimizer, max_lr)
        if last_epoch == -1:
            for group, top_lr in zip(groups, max_lrs, strict=True):
                group["initial_lr"] = top_lr / div_factor
                group["max_lr"] = top_lr
                group["min_lr"] = group["initial_lr"] / final_div_factor

        self.cycle_momentum = cycle_momentum
        if cycle_momentum:
            check_cycle_momentum(groups)
            self.use_beta1 = "betas" in groups[0]
            base_momentums = per_group("base_momentum", optimizer, base_momentum)
            max_momentums = per_group("max_momentum", optimizer, max_momentum)
            if last_epoch == -1:
                for group, base, top in zip(
                    groups, base_momentums, max_momentums, strict=True
                ):
                    set_momentum(group, top, self.use_beta1)
                    group["max_momentum"] = top
                    group["base_momentum"] = base
        super().__init__(optimizer, last_epoch)

    def get_lr(self) -> list[LR]:
        """Find the phase of ``last_epoch``, and the point in it; this also sets the momentum."""
        warn_outside_step(self)
        step = self.last_epoch
        check_steps_left(step, self.total_steps)
        start_step = 0.0
        for phase in self._schedule_phases[:-1]:
            if step <= phase["end_step"]:
                break
            start_step = phase["end_step"]
        else:
            phase = self._schedule_phases[-1]
        pct = (step - start_step) / (phase["end_step"] - start_step)

        def between(group: dict[str, Any], start: str, end: str) -> Any:
            return anneal(self._anneal_func_type, group[start], group[end], pct)

        lrs = []
        for group in self.optimizer.param_groups:
            lrs.append(between(group, phase["start_lr"], phase["end_lr"]))
            if self.cycle_momentum:
                start, end = phase["start_momentum"], phase["end_momentum"]
                set_momentum(group, between(group, start, end), self.use_beta1)
        return lrs


# --8<-- [end:OneCycleLR]
