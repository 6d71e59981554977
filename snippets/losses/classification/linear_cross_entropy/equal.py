# --8<-- [start:two_steps]
import itertools

import torch
from torch import nn

from optguide.losses import LinearCrossEntropyLoss

torch.manual_seed(0)
x = torch.randn(6, 3, dtype=torch.float64)
y = torch.randint(5, (6,))

fused = nn.LinearCrossEntropyLoss(3, 5, bias=True, dtype=torch.float64)
loss = fused(x, y)
two_steps = nn.CrossEntropyLoss()(fused.linear(x), y)
parameters = list(fused.parameters())
torch.testing.assert_close(loss, two_steps, rtol=1e-12, atol=1e-12)
torch.testing.assert_close(
    torch.autograd.grad(loss, parameters),
    torch.autograd.grad(two_steps, parameters),
    rtol=1e-12,
    atol=1e-12,
)
# --8<-- [end:two_steps]


# --8<-- [start:options]
def outcome(loss_class, arguments, state, x, y):
    module = loss_class(3, 5, dtype=torch.float64, **arguments)
    module.load_state_dict(state, strict=False)
    x = x.clone().requires_grad_()
    loss = module(x, y)
    loss.sum().backward()
    return [loss, x.grad, *(p.grad for p in module.parameters())]


count = 0
w = torch.rand(5, dtype=torch.float64)
state = fused.state_dict()
for size, bias, weight, ignore_index, reduction in itertools.product(
    [None, 1, 4, 6], [False, True], [None, w], [None, 1], ["none", "mean", "sum"]
):
    options = size and nn.LinearCrossEntropyOptions(batch_chunk_size=size)
    arguments = {
        "bias": bias,
        "weight": weight,
        "ignore_index": ignore_index,
        "reduction": reduction,
        "options": options,
    }
    given = {k: v for k, v in state.items() if bias or k != "linear.bias"}
    ours = outcome(LinearCrossEntropyLoss, arguments, given, x, y)
    theirs = outcome(nn.LinearCrossEntropyLoss, arguments, given, x, y)
    torch.testing.assert_close(ours, theirs, rtol=1e-12, atol=1e-12)
    count += 1
print(f"{count} cases: value and all gradients agree within 1e-12")
# --8<-- [end:options]
