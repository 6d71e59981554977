import itertools

import torch

from optguide.losses import GaussianNLLLoss

torch.manual_seed(0)
target = torch.randn(4, 5)
for shape in ((4, 5), (4, 1), (1, 5), (4,)):
    count = 0
    for full, eps, reduction in itertools.product(
        (False, True), (1e-6, 0.3), ("none", "sum", "mean")
    ):
        x, v = torch.randn(4, 5), torch.rand(shape)
        ours = x.clone().requires_grad_(), v.clone().requires_grad_()
        theirs = x.clone().requires_grad_(), v.clone().requires_grad_()
        options = {"full": full, "eps": eps, "reduction": reduction}
        ours_loss = GaussianNLLLoss(**options)(ours[0], target, ours[1])
        theirs_loss = torch.nn.GaussianNLLLoss(**options)(theirs[0], target, theirs[1])
        ours_grads = torch.autograd.grad(ours_loss.sum(), ours)
        theirs_grads = torch.autograd.grad(theirs_loss.sum(), theirs)

        torch.testing.assert_close(ours_loss, theirs_loss, rtol=1e-5, atol=1e-6)
        torch.testing.assert_close(ours_grads, theirs_grads, rtol=1e-5, atol=1e-6)
        count += 1
    print(f"var {shape}: {count} times, rtol 1e-5, atol 1e-6")
