"""The samples that torch's wheel carries for its own tests.

They are made on the CPU, as on a page, and moved: so on every device they are the same.
"""

import torch
from torch.testing._internal.common_methods_invocations import op_db
from torch.testing._internal.common_modules import module_db

from tests.support.here import here

MODULES = {info.module_cls.__name__: info for info in module_db}


def ops(name):
    """What torch has on ``torch.nn.functional.NAME``: one entry for each of its variants."""
    return [op for op in op_db if op.name == f"nn.functional.{name}"]


def op_samples(name, dtype):
    """Arguments and keywords of every sample input of ``torch.nn.functional.NAME``."""
    samples = (
        sample
        for op in ops(name)
        for sample in op.sample_inputs("cpu", dtype, requires_grad=True)
    )
    return [here(((s.input, *s.args), s.kwargs)) for s in samples]


def op_errors(name):
    """Arguments and keywords of every input that torch calls an error."""
    samples = (e.sample_input for op in ops(name) for e in op.error_inputs("cpu"))
    return [here(((s.input, *s.args), s.kwargs)) for s in samples]


def module_samples(name, dtype, *, errors=False):
    """Constructor's and forward's inputs of every sample of ``torch.nn.NAME``."""
    info = MODULES[name]
    make = info.module_error_inputs_func if errors else info.module_inputs_func
    samples = make(info, device="cpu", dtype=dtype, requires_grad=True, training=True)
    for sample in samples:
        both = sample.module_error_input if errors else sample
        # What a constructor refuses has no input.
        for given in filter(None, (both.constructor_input, both.forward_input)):
            given.args, given.kwargs = here(given.args), here(given.kwargs)
            if "device" in given.kwargs:
                given.kwargs["device"] = torch.get_default_device()
    return samples
