# --8<-- [start:surprise]
import torch


def two_steps(weight_decay, **how):
    w = torch.zeros(1, requires_grad=True)
    options = {"momentum": 0.9, "weight_decay": weight_decay}
    optimizer = torch.optim.SGD([w], lr=0.1, **options)
    w.grad = torch.ones(1)
    optimizer.step()
    # zh: 第二步没有新的梯度
    # en: there is no new gradient for the second step
    optimizer.zero_grad(**how)
    optimizer.step()
    return w.item()


for weight_decay in (0.0, 0.1):
    w = two_steps(weight_decay, set_to_none=False)
    print(f"{weight_decay=}: w {w:.3f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
for weight_decay in (0.0, 0.1):
    print(f"{weight_decay=}: w {two_steps(weight_decay):.3f}")
# --8<-- [end:fix]
