# --8<-- [start:surprise]
import torch

target = torch.full((4,), 5.0)
x = torch.tensor([2.0, 10.0, 50.0, 100.0], requires_grad=True)
loss = torch.nn.PoissonNLLLoss(reduction="none")(x, target)
loss.sum().backward()
print("loss", [f"{n:.4g}" for n in loss.tolist()])
print("gradient", [f"{g:.4g}" for g in x.grad.tolist()])
# --8<-- [end:surprise]

# --8<-- [start:fix]
x.grad = None
rate = torch.nn.functional.softplus(x)
loss = torch.nn.PoissonNLLLoss(log_input=False, reduction="none")(rate, target)
loss.sum().backward()
print("loss", [f"{n:.4g}" for n in loss.tolist()])
print("gradient", [f"{g:.4g}" for g in x.grad.tolist()])
assert ((-target < x.grad) & (x.grad < 1)).all()
# --8<-- [end:fix]

# --8<-- [start:underflow]
# zh: 输出过小时的梯度，本该约为 -5
# en: the gradient for very small outputs, which should be about -5
small = torch.tensor([-18.0, -40.0], requires_grad=True)
for eps in (1e-8, 1e-30):
    loss_fn = torch.nn.PoissonNLLLoss(log_input=False, eps=eps, reduction="sum")
    loss = loss_fn(torch.nn.functional.softplus(small), target[:2])
    (gradient,) = torch.autograd.grad(loss, small)
    print(f"eps {eps:g}", [f"{g:.3g}" for g in gradient.tolist()])
# --8<-- [end:underflow]
