# --8<-- [start:surprise]
import torch

w = torch.tensor(1.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
try:
    print(optimizer.lr)
except AttributeError as e:
    print("AttributeError:", e)

# zh: 三种写法都不报错，都不起作用
# en: three assignments; none complains, none does anything
optimizer.lr = 0.001
optimizer.defaults["lr"] = 0.001
optimizer.state_dict()["param_groups"][0]["lr"] = 0.001

w.grad = torch.tensor(1.0)
optimizer.step()
print("w", round(w.item(), 4), "lr", optimizer.param_groups[0]["lr"])
# --8<-- [end:surprise]

# --8<-- [start:fix]
for group in optimizer.param_groups:
    group["lr"] = 0.001
optimizer.step()
print("w", round(w.item(), 4), "lr", optimizer.param_groups[0]["lr"])
# --8<-- [end:fix]
