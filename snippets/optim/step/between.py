# --8<-- [start:surprise]
import torch

w = torch.tensor([3.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
first, second = (w**2).sum(), (w**3).sum()

first.backward()
optimizer.step()
try:
    second.backward()
except RuntimeError as error:
    print(type(error).__name__, str(error).partition(":")[0])
# --8<-- [end:surprise]

# --8<-- [start:fix]
w = torch.tensor([3.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)

(w**2).sum().backward()
optimizer.step()
print("w", round(w.item(), 4))

optimizer.zero_grad()
(w**3).sum().backward()
optimizer.step()
print("w", round(w.item(), 4))
# --8<-- [end:fix]
