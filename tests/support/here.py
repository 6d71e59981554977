"""What was made before a test began lies on the CPU; this moves it to ``--device``."""

from typing import Any

import torch
from torch import Tensor


def here(value: Any) -> Any:
    """``value``, with its tensors on the default device: leaves, as they were before."""
    if isinstance(value, dict):
        return {key: here(item) for key, item in value.items()}
    if type(value) in (list, tuple):
        return type(value)(map(here, value))
    if not isinstance(value, Tensor) or value.device == torch.get_default_device():
        return value
    moved = value.detach().to(torch.get_default_device())
    return moved.requires_grad_(value.requires_grad)
