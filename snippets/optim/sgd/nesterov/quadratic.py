# --8<-- [start:measured]
import torch
from torch.optim import SGD

h = torch.tensor([0.1, 10.0]).double()


def steps(momentum, nesterov, lr=0.05, curvature=h):
    w = torch.ones(2).double().requires_grad_()
    options = {"lr": lr, "momentum": momentum, "nesterov": nesterov}
    optimizer = SGD([w], **options)
    losses = []
    for _ in range(2000):
        loss = (curvature * w**2).sum() / 2
        losses.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    # zh: 从这一步起，损失不再超过 0.0001
    # en: from this step on the loss stays below 0.0001
    return max(i + 1 for i, x in enumerate(losses) if x > 1e-4)


for momentum in (0.5, 0.8, 0.9, 0.95, 0.99):
    counts = [steps(momentum, nesterov) for nesterov in (False, True)]
    share = counts[1] / counts[0]
    print(f"momentum {momentum:4}: {counts[0]:4} {counts[1]:4}  {share:4.0%}")
    assert (0.37 < share < 0.52) == (momentum >= 0.9)
# --8<-- [end:measured]

# --8<-- [start:rates]
momentum, lr = 0.9, 0.05
for curvature in (0.1, 1.0, 10.0):
    rates = []
    for nesterov in (False, True):
        keep = 1 - lr * curvature if nesterov else 1
        # zh: z² - trace z + momentum keep = 0
        # en: z² - trace z + momentum keep = 0
        trace = (1 + momentum) * keep if nesterov else (1 + momentum - lr * curvature)
        root = (trace**2 - 4 * momentum * keep) ** 0.5
        rates.append(max(abs(trace + root), abs(trace - root)) / 2)
    print(f"curvature {curvature:4}: {rates[0]:.4f} {rates[1]:.4f}")
    if curvature >= 1:
        assert abs(rates[0] - momentum**0.5) < 1e-9
        expected = (momentum * (1 - lr * curvature)) ** 0.5
        assert abs(rates[1] - expected) < 1e-9
# --8<-- [end:rates]
