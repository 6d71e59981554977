# --8<-- [start:surprise]
import torch
from torch.nn.functional import mse_loss

torch.manual_seed(0)
x, y = torch.randn(16, 3), torch.randn(16, 1)
model = torch.nn.Linear(3, 1)
optimizer = torch.optim.LBFGS(model.parameters())
output = model(x)


def closure():
    optimizer.zero_grad()
    loss = mse_loss(output, y)
    loss.backward()
    return loss


try:
    optimizer.step(closure)
except RuntimeError as error:
    print(type(error).__name__, str(error).partition(" (")[0])
# zh: 参数已经动过，output 还是旧参数算的
# en: the parameters have moved, output is that of the old ones
assert not torch.equal(output, model(x))
# --8<-- [end:surprise]


# --8<-- [start:fix]
def closure():
    optimizer.zero_grad()
    loss = mse_loss(model(x), y)
    loss.backward()
    return loss


optimizer = torch.optim.LBFGS(model.parameters())
before = optimizer.step(closure).item()
after = closure().item()
print(f"loss {before:.3f} -> {after:.3f}")
assert after < before
# --8<-- [end:fix]
