"""What schedulers refuse and warn of, kept out of the way of the rules in ``lr_scheduler.py``."""

import warnings
from typing import Any


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
