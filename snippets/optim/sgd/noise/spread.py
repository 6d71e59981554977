# --8<-- [start:spread]
import torch
from torch.optim import SGD


def variance(lr, batch_size, momentum=0.0, steps=200, runs=1000):
    # zh: 一个参数里装 1000 次互不相干的训练
    # en: one parameter holds 1000 trainings that know nothing of each other
    w = torch.zeros(runs, requires_grad=True)
    optimizer = SGD([w], lr=lr, momentum=momentum)
    generator = torch.Generator().manual_seed(0)
    found = []
    for step in range(steps):
        noise = torch.randn(runs, generator=generator, device="cpu")
        noise = noise.to(w.device) / batch_size**0.5
        w.grad = w.detach() + noise
        optimizer.step()
        if step >= steps // 2:
            found.append(w.detach().var())
    return torch.stack(found).mean().item()


for lr, batch_size in ((0.4, 1), (0.2, 1), (0.1, 1), (0.1, 4), (0.4, 4)):
    measured = variance(lr, batch_size)
    exact = lr / (2 - lr) / batch_size
    print(f"lr {lr} B {batch_size}: {measured:.4f}, formula {exact:.4f}")
    assert abs(measured / exact - 1) < 0.05
# --8<-- [end:spread]

# --8<-- [start:momentum]
for effective in (0.1, 0.5, 1.0, 1.5, 1.9):
    row = []
    for momentum in (0.0, 0.9):
        lr = effective * (1 - momentum)
        measured = variance(lr, 1, momentum)
        exact = effective / (2 - effective * (1 - momentum) / (1 + momentum))
        row.append(f"{measured:7.3f}, formula {exact:6.3f}")
        assert abs(measured / exact - 1) < 0.05
    print(f"effective lr {effective}: plain {row[0]}; momentum {row[1]}")
# --8<-- [end:momentum]
