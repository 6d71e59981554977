import torch

from optguide.losses import L1Loss

generator = torch.Generator().manual_seed(0)
target = torch.randn(4, 5, generator=generator)
for reduction in ("none", "sum", "mean"):
    input = torch.randn(4, 5, generator=generator)
    ours = input.clone().requires_grad_()
    theirs = input.clone().requires_grad_()
    ours_loss = L1Loss(reduction=reduction)(ours, target)
    theirs_loss = torch.nn.L1Loss(reduction=reduction)(theirs, target)
    ours_loss.sum().backward()
    theirs_loss.sum().backward()

    torch.testing.assert_close(ours_loss, theirs_loss, rtol=1e-6, atol=1e-6)
    torch.testing.assert_close(ours.grad, theirs.grad, rtol=1e-6, atol=1e-6)
    print(f"{reduction}: value and gradient agree within 1e-6")
