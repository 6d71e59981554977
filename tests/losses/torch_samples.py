"""The samples that torch's wheel carries for its own tests."""

from torch.testing._internal.common_methods_invocations import op_db
from torch.testing._internal.common_modules import module_db

OPS = {op.name.removeprefix("nn.functional."): op for op in op_db}
MODULES = {info.module_cls.__name__: info for info in module_db}


def op_samples(name, dtype):
    """Arguments and keywords of every sample input of ``torch.nn.functional.NAME``."""
    samples = OPS[name].sample_inputs("cpu", dtype, requires_grad=True)
    return [((s.input, *s.args), s.kwargs) for s in samples]


def op_errors(name):
    return list(OPS[name].error_inputs("cpu"))


def module_samples(name, dtype, *, errors=False):
    """Constructor's and forward's inputs of every sample of ``torch.nn.NAME``."""
    info = MODULES[name]
    make = info.module_error_inputs_func if errors else info.module_inputs_func
    return make(info, device="cpu", dtype=dtype, requires_grad=True, training=True)
