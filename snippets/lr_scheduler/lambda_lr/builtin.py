# --8<-- [start:surprise]
import math
import textwrap

import torch
from torch.optim.lr_scheduler import LambdaLR

import optguide.lr_scheduler


def build(scheduler_class, lr_lambda):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    return scheduler_class(optimizer, lr_lambda)


factors = [1.0, 1.0, 0.1, 0.01]
functions = {
    "list": factors.__getitem__,
    "dict": {0: 1.0, 1: 0.1}.get,
    "math": math.exp,
}
for name, function in functions.items():
    scheduler = build(LambdaLR, function)
    # zh: torch 改对之后，这里不再报错，便会失败
    # en: once torch is mended nothing is raised here, and this fails
    try:
        scheduler.state_dict()
    except AttributeError as e:
        print(name, type(e).__name__)
        message = str(e)
    else:
        raise AssertionError("mended")
print(textwrap.fill(message, 44))
# --8<-- [end:surprise]

# --8<-- [start:fix]
scheduler = build(LambdaLR, lambda t: factors[t])
print(scheduler.state_dict()["lr_lambdas"])

reference = optguide.lr_scheduler.LambdaLR
for function in functions.values():
    state = build(reference, function).state_dict()
    assert state["lr_lambdas"] == [None]
# --8<-- [end:fix]
