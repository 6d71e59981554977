"""What schedulers refuse and warn of, kept out of the way of their rules."""

import warnings
from collections.abc import Sequence
from typing import Any


def check_optimizer(optimizer: Any) -> None:
    """Refuse what has no groups; torch's schedulers want a subclass of its ``Optimizer``."""
    if not hasattr(optimizer, "param_groups"):
        raise TypeError(f"{type(optimizer).__name__} is not an Optimizer")


def check_n_lambdas(lr_lambdas: Sequence[Any], n_groups: int) -> None:
    """Refuse a list with more or fewer functions than the optimizer has groups."""
    if len(lr_lambdas) != n_groups:
        raise ValueError(f"Expected {n_groups} lr_lambdas, but got {len(lr_lambdas)}")


def check_callables(lr_lambda: Any) -> None:
    """Refuse what can't be called, be it given alone or in a list."""
    for fn in lr_lambda if isinstance(lr_lambda, list | tuple) else [lr_lambda]:
        if not callable(fn):
            raise TypeError(
                f"lr_lambda should be a function, but got {type(fn).__name__}"
            )


def check_constant_factor(factor: float) -> None:
    """Refuse a factor outside [0, 1]."""
    if factor > 1.0 or factor < 0:
        raise ValueError(
            "Constant multiplicative factor expected to be between 0 and 1."
        )


def check_linear_factors(start_factor: float, end_factor: float) -> None:
    """Refuse a start outside (0, 1] and an end outside [0, 1]."""
    if start_factor > 1.0 or start_factor <= 0:
        raise ValueError(
            "Starting multiplicative factor expected to be greater than 0 "
            "and less or equal to 1."
        )
    if end_factor > 1.0 or end_factor < 0:
        raise ValueError("Ending multiplicative factor expected to be between 0 and 1.")


def check_per_group(name: str, values: Sequence[Any], n_groups: int) -> None:
    """Refuse a list with more or fewer values than the optimizer has groups."""
    if len(values) != n_groups:
        raise ValueError(
            f"{name} must have the same length as optimizer.param_groups. "
            f"{name} has {len(values)} values, param_groups has {n_groups}."
        )


def check_restarts(T_0: int, T_mult: int, eta_min: float) -> None:
    """Refuse a fall of no or not a whole number of epochs, and an ``eta_min`` that is no number."""
    if T_0 <= 0 or not isinstance(T_0, int):
        raise ValueError(f"Expected positive integer T_0, but got {T_0}")
    if T_mult < 1 or not isinstance(T_mult, int):
        raise ValueError(f"Expected integer T_mult >= 1, but got {T_mult}")
    if not isinstance(eta_min, float | int):
        raise ValueError(
            f"Expected float or int eta_min, but got {eta_min} of type {type(eta_min)}"
        )


def check_restart_epoch(epoch: float) -> None:
    """Refuse an epoch before the first."""
    if epoch < 0:
        raise ValueError(f"Expected non-negative epoch, but got {epoch}")


def check_cyclic_mode(mode: str, scale_fn: Any) -> None:
    """Refuse an unknown mode where it is needed."""
    if mode not in ("triangular", "triangular2", "exp_range") and scale_fn is None:
        raise ValueError("mode is invalid and scale_fn is None")


def check_cycle_momentum(groups: list[dict[str, Any]]) -> None:
    """Refuse to move a momentum that is not there."""
    if "momentum" not in groups[0] and "betas" not in groups[0]:
        raise ValueError(
            "optimizer must support momentum or beta1 with `cycle_momentum` option enabled"
        )


def check_total_steps(
    total_steps: int | None, epochs: int | None, steps_per_epoch: int | None
) -> int:
    """Refuse a number of steps that is unknown, or no positive int; return it."""
    if total_steps is not None:
        if total_steps <= 0 or not isinstance(total_steps, int):
            raise ValueError(
                f"Expected positive integer total_steps, but got {total_steps}"
            )
        return total_steps
    if epochs is None or steps_per_epoch is None:
        raise ValueError(
            "You must define either total_steps OR (epochs AND steps_per_epoch)"
        )
    for name, value in (("epochs", epochs), ("steps_per_epoch", steps_per_epoch)):
        if not isinstance(value, int) or value <= 0:
            raise ValueError(f"Expected positive integer {name}, but got {value}")
    return epochs * steps_per_epoch


def check_pct_start(pct_start: float) -> None:
    """Refuse what is not a float from 0 to 1; the int 0 or 1 is refused as well."""
    if pct_start < 0 or pct_start > 1 or not isinstance(pct_start, float):
        raise ValueError(
            f"Expected float between 0 and 1 pct_start, but got {pct_start}"
        )


def check_anneal_strategy(strategy: str) -> None:
    """Refuse an unknown way from one value to another."""
    if strategy not in ("cos", "linear"):
        raise ValueError(
            f"anneal_strategy must be one of 'cos' or 'linear', instead got {strategy}"
        )


def check_steps_left(step: int, total_steps: int) -> None:
    """Refuse to go on after the end of the schedule."""
    if step > total_steps:
        raise ValueError(
            f"Tried to step {step} times. The specified number of total steps is {total_steps}"
        )


def check_anneal_epochs(anneal_epochs: int) -> None:
    """Refuse a negative number of epochs, or a fraction."""
    if not isinstance(anneal_epochs, int) or anneal_epochs < 0:
        raise ValueError(
            f"anneal_epochs must be equal or greater than 0, got {anneal_epochs}"
        )


def check_any_part(parts: Sequence[Any], for_what: str, composite: str) -> None:
    """Refuse to make something of nothing."""
    if len(parts) < 1:
        raise ValueError(
            f"{composite} expects at least one scheduler{for_what}, but got no scheduler."
        )


def check_parts(parts: Sequence[Any], optimizer: Any, composite: str) -> None:
    """Refuse what is no scheduler of this optimizer, or one that steps by a metric."""
    for i, part in enumerate(parts):
        if not hasattr(part, "optimizer"):
            raise TypeError(
                f"{composite} at index {i} should have `optimizer` as its attribute."
            )
        # Ours or torch's, or a subclass of either.
        if any(kind.__name__ == "ReduceLROnPlateau" for kind in type(part).__mro__):
            raise ValueError(
                f"{composite} does not support `ReduceLROnPlateau` scheduler as it requires "
                "additional kwargs to be specified when calling `step`, but got one at "
                f"index {i} in the given schedulers sequence."
            )
        if optimizer != part.optimizer:
            raise ValueError(
                f"{composite} expects all schedulers to belong to the same optimizer, but got "
                f"scheduler {type(part).__name__} at index {i} has {part.optimizer}, which is "
                f"different from {type(optimizer).__name__}."
            )


def check_n_milestones(milestones: Sequence[int], n_parts: int) -> None:
    """Refuse more or fewer milestones than there are changes from part to part."""
    if len(milestones) != n_parts - 1:
        raise ValueError(
            "Sequential Schedulers expects number of schedulers provided to be one more than "
            f"the number of milestone points, but got number of schedulers {n_parts} and the "
            f"number of milestones to be equal to {len(milestones)}"
        )


def check_plateau_factor(factor: float) -> None:
    """Refuse a factor that reduces nothing."""
    if factor >= 1.0:
        raise ValueError("Factor should be < 1.0.")


def check_plateau_modes(mode: str, threshold_mode: str) -> None:
    """Refuse an unknown direction, or kind of threshold."""
    if mode not in ("min", "max"):
        raise ValueError(f"mode {mode} is unknown!")
    if threshold_mode not in ("rel", "abs"):
        raise ValueError(f"threshold mode {threshold_mode} is unknown!")


def check_n_min_lrs(min_lr: Any, n_groups: int) -> None:
    """Refuse a list with more or fewer values than the optimizer has groups."""
    if isinstance(min_lr, list | tuple) and len(min_lr) != n_groups:
        raise ValueError(f"expected {n_groups} min_lrs, got {len(min_lr)}")


def check_default_min_lr(default_min_lr: float | None, now: int, before: int) -> float:
    """Refuse to reduce groups that came later, if each was to have a ``min_lr`` of its own."""
    if default_min_lr is None:
        raise RuntimeError(
            f"The number of param groups in the `optimizer` ({now}) differs from when "
            f"`ReduceLROnPlateau` was initialized ({before}), usually due to a new param group "
            "being added to the optimizer. Please modify the `min_lrs` field to match the "
            "length of the `optimizer` param groups."
        )
    return default_min_lr


def check_initial_lr(param_groups: list[dict[str, Any]]) -> None:
    """Refuse to resume (``last_epoch`` other than -1) where no schedule had been started."""
    for i, group in enumerate(param_groups):
        if "initial_lr" not in group:
            raise KeyError(
                f"param 'initial_lr' is not specified in param_groups[{i}] "
                "when resuming scheduler with last_epoch >= 0.\n"
                "This typically happens when:\n"
                "1. You're trying to resume training from a checkpoint "
                "but haven't properly loaded the optimizer state\n"
                "2. You're using last_epoch >= 0 for a fresh training run (not recommended)"
            )


def watch_optimizer_step(optimizer: Any) -> None:
    """Keep in ``optimizer._opt_called`` whether ``optimizer.step()`` was called from now on.

    An object without hooks, or a copy (copies lose hooks), stays unwatched: nothing is known.
    """
    if hasattr(optimizer, "_opt_called") or not hasattr(
        optimizer, "register_step_pre_hook"
    ):
        return

    def note_call(optimizer: Any, _args: Any, _kwargs: Any) -> None:
        optimizer._opt_called = True

    optimizer._opt_called = False
    optimizer.register_step_pre_hook(note_call)


def warn_step_order(scheduler: Any) -> None:
    """Warn if the first ``scheduler.step()`` comes before any ``optimizer.step()``."""
    # The constructor's own step made the count 1.
    if scheduler._step_count == 1 and not getattr(
        scheduler.optimizer, "_opt_called", True
    ):
        warnings.warn(
            "Detected call of `lr_scheduler.step()` before `optimizer.step()`. "
            "In PyTorch 1.1.0 and later, you should call them in the opposite order: "
            "`optimizer.step()` before `lr_scheduler.step()`.  Failure to do this "
            "will result in PyTorch skipping the first value of the learning rate "
            "schedule. See more details at "
            "https://pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate",
            UserWarning,
            stacklevel=3,
        )


def warn_outside_step(scheduler: Any) -> None:
    """Warn a user who calls ``get_lr()``, which is for ``step()`` only."""
    if not scheduler._get_lr_called_within_step:
        warnings.warn(
            "To get the last learning rate computed by the scheduler, "
            "please use `get_last_lr()`.",
            UserWarning,
            stacklevel=3,
        )
