# --8<-- [start:meet]
import torch

# zh: TODO：换成本页的例子
# en: TODO: the example of this page
weight = torch.tensor([1.0, -2.0], requires_grad=True)
loss = (weight**2).sum()
loss.backward()
print("loss", loss.item())
print("gradient", weight.grad.tolist())
# --8<-- [end:meet]

# --8<-- [start:step]
optimizer = torch.optim.SGD([weight], lr=0.25)
optimizer.step()
print("weight", weight.tolist())
assert weight.tolist() == [0.5, -1.0]
# --8<-- [end:step]
