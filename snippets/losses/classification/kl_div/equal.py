import itertools
import warnings

import torch

from optguide.losses import KLDivLoss

torch.manual_seed(0)


def rand(*shape):
    return torch.rand(*shape, dtype=torch.float64)


def outcome(loss_class, input, target, arguments):
    input = input.clone().requires_grad_()
    target = target.clone().requires_grad_()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        loss = loss_class(**arguments)(input, target)
    loss.sum().backward()
    return [loss, input.grad, target.grad], [str(w.message) for w in caught]


count = 0
for shape, log_target, reduction in itertools.product(
    [(4,), (5, 4), (2, 5, 4)],
    [False, True],
    ["none", "mean", "sum", "batchmean"],
):
    input = (6 * rand(*shape) - 3).log_softmax(dim=-1)
    target = (6 * rand(*shape) - 3).log_softmax(dim=-1)
    if not log_target:
        target = target.exp()
    arguments = {"log_target": log_target, "reduction": reduction}
    ours, our_warnings = outcome(KLDivLoss, input, target, arguments)
    theirs, their_warnings = outcome(torch.nn.KLDivLoss, input, target, arguments)

    torch.testing.assert_close(ours, theirs, rtol=1e-12, atol=1e-12)
    assert our_warnings == their_warnings
    count += 1
print(f"{count} cases: value and both gradients agree within 1e-12")
