import itertools

import torch

from optguide.losses import BCELoss

torch.manual_seed(0)


def rand(*shape):
    return torch.rand(*shape, dtype=torch.float64)


count = 0
for shape, w, reduction in itertools.product(
    [(4,), (5, 4), (2, 5, 4)], [None, rand(4)], ["none", "mean", "sum"]
):
    # zh: 把 0 和 1 也放进去，那里的对数是无穷
    # en: with 0 and 1 among them, where a logarithm is infinite
    input, target = rand(*shape), rand(*shape)
    input.view(-1)[:2] = torch.tensor([0.0, 1.0])
    ours = input.clone().requires_grad_()
    theirs = input.clone().requires_grad_()
    ours_loss = BCELoss(w, reduction=reduction)(ours, target)
    theirs_loss = torch.nn.BCELoss(w, reduction=reduction)(theirs, target)
    ours_loss.sum().backward()
    theirs_loss.sum().backward()

    torch.testing.assert_close(ours_loss, theirs_loss, rtol=1e-12, atol=1e-12)
    inside = (input > 0) & (input < 1)
    torch.testing.assert_close(
        ours.grad[inside], theirs.grad[inside], rtol=1e-12, atol=1e-12
    )
    # zh: 在 0 和 1，torch 除以的 1e-12 是 float32 的，偏了 4e-9
    # en: at 0 and 1 torch divides by the 1e-12 of float32, which is 4e-9 off
    torch.testing.assert_close(ours.grad, theirs.grad, rtol=5e-9, atol=0)
    count += 1
print(f"{count} cases: value and gradient agree within 1e-12")
print("gradient at 0 and 1: within 5e-9")
