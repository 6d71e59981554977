"""The samples that torch's wheel carries for its own tests of SGD."""

import torch
from torch.testing._internal.common_optimizers import optim_db

_SGD = {info.optim_cls: info for info in optim_db}[torch.optim.SGD]  # type: ignore[index]

OPTIONS = [sample.kwargs for sample in _SGD.optim_inputs_func(device="cpu")]
ERRORS = _SGD.optim_error_inputs_func(device="cpu", dtype=torch.float32)
