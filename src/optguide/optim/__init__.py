"""Reference optimizers, from simple to complex: `Optimizer`, then `SGD`."""

from optguide.optim.hooks import (
    register_optimizer_step_post_hook,
    register_optimizer_step_pre_hook,
)
from optguide.optim.optimizer import Optimizer
from optguide.optim.sgd import SGD

__all__ = [
    "SGD",
    "Optimizer",
    "register_optimizer_step_post_hook",
    "register_optimizer_step_pre_hook",
]
