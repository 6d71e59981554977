# --8<-- [start:lbfgs]
import torch

w = torch.tensor(3.0, requires_grad=True)
optimizer = torch.optim.LBFGS([w])
seen = []


def closure():
    optimizer.zero_grad()
    loss = (w - 1) ** 2
    loss.backward()
    seen.append(loss.item())
    print("w", round(w.item(), 2), "loss", round(loss.item(), 2))
    return loss


loss = optimizer.step(closure)
# zh: 返回的是第一次算出的损失，也就是走这一步之前的损失
# en: what comes back is the first of them, the loss before the step
assert len(seen) == 3
assert loss.item() == seen[0]
# --8<-- [end:lbfgs]

# --8<-- [start:required]
try:
    optimizer.step()
except TypeError as error:
    print(type(error).__name__, error)
# --8<-- [end:required]

# --8<-- [start:sgd]
w = torch.tensor(3.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
seen = []
loss = optimizer.step(closure)
assert len(seen) == 1
assert loss.item() == seen[0]

v = torch.tensor(3.0, requires_grad=True)
plain = torch.optim.SGD([v], lr=0.1)
((v - 1) ** 2).backward()
assert plain.step() is None
assert v == w
# --8<-- [end:sgd]


# --8<-- [start:grad]
def enabled():
    seen.append(torch.is_grad_enabled())
    return closure()


seen = []
with torch.no_grad():
    optimizer.step(enabled)
assert seen[0] is True
# --8<-- [end:grad]
