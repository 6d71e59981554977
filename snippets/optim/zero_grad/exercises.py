# --8<-- [start:two_losses]
import torch

w = torch.tensor(2.0, requires_grad=True)
(w**2).backward()
(w**3).backward()
apart = w.grad.item()

w.grad = None
(w**2 + w**3).backward()
print(apart, w.grad.item())
assert apart == w.grad == 2 * 2 + 3 * 2**2
# --8<-- [end:two_losses]


# --8<-- [start:leftover]
def first_step(place):
    w = torch.tensor(2.0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    # zh: 进循环前先看一眼梯度
    # en: a look at the gradient before the loop
    (w**2).backward()
    if place == "before backward":
        optimizer.zero_grad()
    (w**2).backward()
    optimizer.step()
    if place == "after step":
        optimizer.zero_grad()
    return w.item()


for place in ("before backward", "after step"):
    print(f"{place:15} {first_step(place):.1f}")
# --8<-- [end:leftover]

# --8<-- [start:batch_norm]
torch.manual_seed(0)
x = torch.randn(8, 2)
grads = []
for size in (8, 4):
    torch.manual_seed(1)
    model = torch.nn.Sequential(
        torch.nn.Linear(2, 2), torch.nn.BatchNorm1d(2), torch.nn.Linear(2, 1)
    )
    parts = x.split(size)
    for part in parts:
        ((model(part) ** 2).mean() / len(parts)).backward()
    grads.append(model[2].weight.grad)
    print(size, [round(g, 4) for g in grads[-1].flatten().tolist()])
assert not torch.allclose(*grads, rtol=1e-2)
# --8<-- [end:batch_norm]
