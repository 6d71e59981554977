import itertools

import torch

from optguide.losses import huber_loss

generator = torch.Generator().manual_seed(0)
target = torch.randn(4, 5, generator=generator)
weights = None, torch.rand(4, 5, generator=generator)
for delta in (0.1, 1.0, 10.0):
    count = 0
    for weight, reduction in itertools.product(weights, ("none", "sum", "mean")):
        input = 2 * torch.randn(4, 5, generator=generator)
        ours = input.clone().requires_grad_()
        theirs = input.clone().requires_grad_()
        options = {"reduction": reduction, "delta": delta, "weight": weight}
        ours_loss = huber_loss(ours, target, **options)
        theirs_loss = torch.nn.functional.huber_loss(theirs, target, **options)
        ours_loss.sum().backward()
        theirs_loss.sum().backward()

        torch.testing.assert_close(ours_loss, theirs_loss, rtol=1e-5, atol=1e-6)
        torch.testing.assert_close(ours.grad, theirs.grad, rtol=1e-5, atol=1e-6)
        count += 1
    print(f"delta {delta:g}: {count} times, rtol 1e-5, atol 1e-6")
