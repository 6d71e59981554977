"""The samples that torch's wheel carries for its own tests."""

from torch.testing._internal.common_methods_invocations import op_db
from torch.testing._internal.common_modules import module_db

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
    return [((s.input, *s.args), s.kwargs) for s in samples]


def op_errors(name):
    return [error for op in ops(name) for error in op.error_inputs("cpu")]


def module_samples(name, dtype, *, errors=False):
    """Constructor's and forward's inputs of every sample of ``torch.nn.NAME``."""
    info = MODULES[name]
    make = info.module_error_inputs_func if errors else info.module_inputs_func
    return make(info, device="cpu", dtype=dtype, requires_grad=True, training=True)
