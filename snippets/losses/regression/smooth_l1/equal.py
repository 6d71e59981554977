import torch

from optguide.losses import SmoothL1Loss

generator = torch.Generator().manual_seed(0)
target = torch.randn(4, 5, generator=generator)
for beta in (0.0, 0.1, 1.0, 10.0):
    for reduction in ("none", "sum", "mean"):
        input = 2 * torch.randn(4, 5, generator=generator)
        ours = input.clone().requires_grad_()
        theirs = input.clone().requires_grad_()
        options = {"reduction": reduction, "beta": beta}
        ours_loss = SmoothL1Loss(**options)(ours, target)
        theirs_loss = torch.nn.SmoothL1Loss(**options)(theirs, target)
        ours_loss.sum().backward()
        theirs_loss.sum().backward()

        torch.testing.assert_close(ours_loss, theirs_loss, rtol=1e-5, atol=1e-6)
        torch.testing.assert_close(ours.grad, theirs.grad, rtol=1e-5, atol=1e-6)
    print(f"beta {beta:g}: none, sum, mean agree, rtol 1e-5, atol 1e-6")
