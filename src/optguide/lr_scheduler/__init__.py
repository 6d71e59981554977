"""Learning rate schedulers: they write ``group["lr"]``, and the optimizer reads it.

Sorted from simple to complex, inside the files and between them:

- ``scheduler.py``: the base class `LRScheduler`, what one step does.
- ``decay.py``: one formula in the number of the epoch, for the whole of the training.
- ``cyclic.py``: schedules that rise and fall; two of them move the momentum as well.
- ``composite.py``: several schedulers, one after the other or one on top of the other.
- ``plateau.py``: a schedule that looks at the validation loss.

Refusals and warnings are in ``checks.py``. Left out on purpose: the argument of
``scheduler.step(epoch)``, deprecated in torch, except in `CosineAnnealingWarmRestarts`, where it
is meant. `optguide.swa_utils` has `SWALR`.

Source: https://docs.pytorch.org/docs/2.13/optim.html#how-to-adjust-learning-rate
"""

from optguide.lr_scheduler.composite import ChainedScheduler, SequentialLR
from optguide.lr_scheduler.cyclic import (
    CosineAnnealingWarmRestarts,
    CyclicLR,
    OneCycleLR,
)
from optguide.lr_scheduler.decay import (
    ConstantLR,
    CosineAnnealingLR,
    ExponentialLR,
    LambdaLR,
    LinearLR,
    MultiplicativeLR,
    MultiStepLR,
    PolynomialLR,
    StepLR,
)
from optguide.lr_scheduler.plateau import ReduceLROnPlateau
from optguide.lr_scheduler.scheduler import LRScheduler

__all__ = [
    "ChainedScheduler",
    "ConstantLR",
    "CosineAnnealingLR",
    "CosineAnnealingWarmRestarts",
    "CyclicLR",
    "ExponentialLR",
    "LRScheduler",
    "LambdaLR",
    "LinearLR",
    "MultiStepLR",
    "MultiplicativeLR",
    "OneCycleLR",
    "PolynomialLR",
    "ReduceLROnPlateau",
    "SequentialLR",
    "StepLR",
]
