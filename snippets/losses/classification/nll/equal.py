import itertools

import torch

from optguide.losses import NLLLoss

torch.manual_seed(0)


def rand(*shape):
    return torch.rand(*shape, dtype=torch.float64)


count = 0
for shape, w, ignore_index, reduction in itertools.product(
    [(4,), (5, 4), (2, 4, 3), (2, 4, 3, 3)],
    [None, rand(4)],
    [-100, 1],
    ["none", "mean", "sum"],
):
    dim = min(1, len(shape) - 1)
    input = (6 * rand(*shape) - 3).log_softmax(dim)
    target = rand(*shape).argmax(dim)
    arguments = {"weight": w, "ignore_index": ignore_index, "reduction": reduction}
    ours = input.clone().requires_grad_()
    theirs = input.clone().requires_grad_()
    ours_loss = NLLLoss(**arguments)(ours, target)
    theirs_loss = torch.nn.NLLLoss(**arguments)(theirs, target)
    ours_loss.sum().backward()
    theirs_loss.sum().backward()

    # zh: 全部忽略时，两边都是 nan
    # en: where all are ignored, both are nan
    tolerance = {"rtol": 1e-12, "atol": 1e-12, "equal_nan": True}
    torch.testing.assert_close(ours_loss, theirs_loss, **tolerance)
    torch.testing.assert_close(ours.grad, theirs.grad, **tolerance)
    count += 1
print(f"{count} cases: value and gradient agree within 1e-12")
