# --8<-- [start:surprise]
import torch


def loss_and_gradient(v, eps=1e-6):
    var = torch.tensor([v], requires_grad=True)
    x, y = torch.tensor([1.0]), torch.tensor([1.5])
    loss = torch.nn.functional.gaussian_nll_loss(x, y, var, eps=eps)
    loss.backward()
    return f"{loss.item():.6g}, gradient {var.grad.item():.3g}"


for v in (1.0, 0.01, 1e-6, 1e-9, 0.0):
    print(f"var {v:g}: {loss_and_gradient(v)}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
print(f"eps 0.01: {loss_and_gradient(0.0, eps=0.01)}")
assert loss_and_gradient(0.0, eps=0.01) == loss_and_gradient(0.01, eps=0.01)
# zh: eps 只是下限：方差为 1 时，eps 再大（不超过 1）也没有影响
# en: eps is only a floor: at a variance of 1, any eps up to 1 changes nothing
assert loss_and_gradient(1.0, eps=1.0) == loss_and_gradient(1.0, eps=1e-6)
# --8<-- [end:fix]

# --8<-- [start:half]
for eps in (1e-6, 0.01):
    mean, var = (torch.tensor([v], dtype=torch.float16) for v in (1.0, 0.0))
    var.requires_grad_()
    y = torch.tensor([1.5], dtype=torch.float16)
    loss = torch.nn.functional.gaussian_nll_loss(mean, y, var, eps=eps)
    (gradient,) = torch.autograd.grad(loss, var)
    print(f"float16, eps {eps:g}: {loss.item():.4g}, gradient {gradient.item():.4g}")
# --8<-- [end:half]
