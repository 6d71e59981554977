import torch

from optguide.losses import FUNCTION


def formula(x, y):
    # zh: TODO：换成这个损失的公式，只用 math 模块，每次算一个数
    # en: TODO: the formula of this loss, with the module math, for one number at a time
    return (x - y) ** 2


generator = torch.Generator().manual_seed(0)
for scale in (0.01, 1.0, 10.0):
    for reduction in ("none", "sum", "mean"):
        input, target = scale * torch.randn(
            2, 4, 5, generator=generator, dtype=torch.float64
        )
        pairs = zip(input.flatten().tolist(), target.flatten().tolist(), strict=True)
        each = [formula(x, y) for x, y in pairs]
        plain = torch.tensor(each, dtype=torch.float64).view(4, 5)
        plain = {"none": plain, "sum": plain.sum(), "mean": plain.mean()}[reduction]

        value = FUNCTION(input, target, reduction=reduction)
        torch.testing.assert_close(value, plain, rtol=1e-12, atol=1e-12)
        assert torch.autograd.gradcheck(
            lambda x, y=target, r=reduction: FUNCTION(x, y, reduction=r),
            input.requires_grad_(),
            rtol=1e-5,
            atol=1e-6,
        )
    print(f"scale {scale:g}: value rtol 1e-12, gradient rtol 1e-5")
