import itertools

import torch

from optguide.losses import MultiLabelSoftMarginLoss

generator = torch.Generator().manual_seed(0)


def rand(*shape):
    return torch.rand(*shape, generator=generator, dtype=torch.float64)


count = 0
for shape, weight, reduction in itertools.product(
    [(4,), (5, 4), (2, 5, 4)], [None, rand(4)], ["none", "mean", "sum"]
):
    # zh: logit 从 -50 到 50，目标是 0 到 1 之间的软标签
    # en: logits from -50 to 50, soft targets between 0 and 1
    input, target = 100 * rand(*shape) - 50, rand(*shape)
    ours = input.clone().requires_grad_()
    theirs = input.clone().requires_grad_()
    options = {"weight": weight, "reduction": reduction}
    ours_loss = MultiLabelSoftMarginLoss(**options)(ours, target)
    theirs_loss = torch.nn.MultiLabelSoftMarginLoss(**options)(theirs, target)
    ours_loss.sum().backward()
    theirs_loss.sum().backward()

    tolerance = {"rtol": 1e-12, "atol": 1e-12}
    torch.testing.assert_close(ours_loss, theirs_loss, **tolerance)
    torch.testing.assert_close(ours.grad, theirs.grad, **tolerance)
    count += 1
print(f"{count} cases: value and gradient agree within 1e-12")
