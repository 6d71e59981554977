# --8<-- [start:surprise]
import torch


def left(kind, lrs, decay=0.1, constant=False):
    w = torch.ones(1).double().requires_grad_()
    optimizer = kind([w], lr=lrs[0], weight_decay=decay)
    group = optimizer.param_groups[0]
    for lr in lrs:
        group["lr"] = lr
        if constant:
            # zh: 让 lr 与衰减的乘积保持不变
            # en: keep the product of lr and decay
            group["weight_decay"] = decay * lrs[0] / lr
        w.grad = torch.zeros_like(w)
        optimizer.step()
    return w.item()


schedule = [0.1] * 50 + [0.01] * 50
for kind in (torch.optim.SGD, torch.optim.AdamW):
    print(f"{kind.__name__:5} {left(kind, schedule):.4f}")
sum_of_lr = sum(schedule)
print(f"exp(-decay sum lr) {2.71828 ** (-0.1 * sum_of_lr):.4f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
print(f"{left(torch.optim.SGD, schedule, constant=True):.4f}")
print(f"{0.99**100:.4f}")
# --8<-- [end:fix]
