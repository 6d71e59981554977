# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

x = torch.tensor([0.5, 0.25, 0.25]).log()
one_hot = torch.tensor([1.0, 0.0, 0.0])
minus_inf = one_hot.log()


def show(label, x, y, **arguments):
    loss = F.kl_div(x, y, reduction="sum", **arguments)
    print(f"{label}: {loss.item():.4f}")


show("target 0", x, one_hot)
show("target 0, input -inf", minus_inf, one_hot)
show("target -inf, log_target", x, minus_inf, log_target=True)
show("target > 0, input -inf", minus_inf, x.exp())
# --8<-- [end:surprise]

# --8<-- [start:fix]
# zh: 只保留目标大于 0 的项
# en: keep only the terms whose target is above 0
kept = one_hot > 0
show("kept", minus_inf[kept], one_hot[kept])
show("kept, log_target", x[kept], minus_inf[kept], log_target=True)
# --8<-- [end:fix]

# --8<-- [start:gradient]
y = one_hot.clone().requires_grad_()
F.kl_div(x, y, reduction="sum").backward()
print([round(g, 4) for g in y.grad.tolist()])

y.grad = None
F.kl_div(x, y.clamp(min=1e-8), reduction="sum").backward()
print([round(g, 4) for g in y.grad.tolist()])
# --8<-- [end:gradient]
