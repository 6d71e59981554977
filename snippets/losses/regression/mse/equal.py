import torch

from optguide.losses import mse_loss

generator = torch.Generator().manual_seed(0)
target = torch.randn(4, 5, generator=generator)
for weight in (None, torch.rand(4, 5, generator=generator)):
    for reduction in ("none", "sum", "mean"):
        input = torch.randn(4, 5, generator=generator)
        ours = input.clone().requires_grad_()
        theirs = input.clone().requires_grad_()
        options = {"reduction": reduction, "weight": weight}
        ours_loss = mse_loss(ours, target, **options)
        theirs_loss = torch.nn.functional.mse_loss(theirs, target, **options)
        ours_loss.sum().backward()
        theirs_loss.sum().backward()

        torch.testing.assert_close(ours_loss, theirs_loss, rtol=1e-6, atol=1e-6)
        torch.testing.assert_close(ours.grad, theirs.grad, rtol=1e-6, atol=1e-6)
        print("weight," if weight is not None else "no weight,", end=" ")
        print(f"{reduction}: value and gradient agree within 1e-6")
