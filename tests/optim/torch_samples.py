"""The samples that torch's wheel carries for its own tests of SGD."""

import importlib.machinery
import importlib.util
import sys
import types
import unittest

import torch

if importlib.util.find_spec("expecttest") is None:
    # torch.testing._internal derives its TestCase from this package's. We read its
    # samples only, so the name is enough.
    expecttest = types.ModuleType("expecttest")
    expecttest.TestCase = unittest.TestCase  # type: ignore[attr-defined]
    expecttest.__spec__ = importlib.machinery.ModuleSpec("expecttest", None)
    sys.modules["expecttest"] = expecttest

from torch.testing._internal.common_optimizers import optim_db

_SGD = {info.optim_cls: info for info in optim_db}[torch.optim.SGD]  # type: ignore[index]

OPTIONS = [sample.kwargs for sample in _SGD.optim_inputs_func(device="cpu")]
ERRORS = _SGD.optim_error_inputs_func(device="cpu", dtype=torch.float32)
