"""Losses: functions and modules with the names, arguments and values of torch."""

from optguide.losses.classification import (
    CrossEntropyLoss,
    NLLLoss,
    cross_entropy,
    nll_loss,
)
from optguide.losses.regression import L1Loss, MSELoss, l1_loss, mse_loss

__all__ = [
    "CrossEntropyLoss",
    "L1Loss",
    "MSELoss",
    "NLLLoss",
    "cross_entropy",
    "l1_loss",
    "mse_loss",
    "nll_loss",
]
