import torch

lr = 0.05
theta = torch.ones(1).double().requires_grad_()
optimizer = torch.optim.SGD([theta], lr=lr)
for t in range(1, 1601):
    theta.grad = 4 * theta.detach() ** 3
    before = theta.item()
    optimizer.step()
    if t in (100, 400, 1600):
        predicted = (8 * lr * t) ** -0.5
        factor = theta.item() / before
        print(f"step {t:4}: {theta.item():.4f}, {predicted:.4f}, factor {factor:.4f}")
        assert abs(theta.item() / predicted - 1) < 0.06
