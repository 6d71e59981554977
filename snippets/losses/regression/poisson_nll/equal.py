import itertools

import torch

from optguide.losses import PoissonNLLLoss

torch.manual_seed(0)
target = torch.randint(0, 8, (4, 5)).float()
for log_input, full in itertools.product((True, False), (False, True)):
    for eps, reduction in itertools.product((1e-8, 0.1), ("none", "sum", "mean")):
        x = torch.randn(4, 5) if log_input else 5 * torch.rand(4, 5)
        ours = x.clone().requires_grad_()
        theirs = x.clone().requires_grad_()
        options = {
            "log_input": log_input,
            "full": full,
            "eps": eps,
            "reduction": reduction,
        }
        ours_loss = PoissonNLLLoss(**options)(ours, target)
        theirs_loss = torch.nn.PoissonNLLLoss(**options)(theirs, target)
        ours_loss.sum().backward()
        theirs_loss.sum().backward()

        torch.testing.assert_close(ours_loss, theirs_loss, rtol=1e-5, atol=1e-5)
        torch.testing.assert_close(ours.grad, theirs.grad, rtol=1e-5, atol=1e-5)
    print(f"log_input={log_input}, full={full}: agree, rtol 1e-5, atol 1e-5")
