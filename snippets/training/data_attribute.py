# --8<-- [start:surprise]
import torch

x = torch.tensor([0.0, 1.0, 2.0], requires_grad=True)
outputs = x.exp()
outputs.data.clamp_(max=3)
outputs.sum().backward()
print("exp'(x)", [round(value, 2) for value in x.detach().exp().tolist()])
print("x.grad ", [round(value, 2) for value in x.grad.tolist()])
# --8<-- [end:surprise]

# --8<-- [start:fix]
outputs = x.exp()
outputs.detach().clamp_(max=3)
try:
    outputs.sum().backward()
except RuntimeError as e:
    print(type(e).__name__, str(e).partition(":")[0])
# --8<-- [end:fix]

# --8<-- [start:argmax]
predicted = outputs.argmax()
assert outputs.requires_grad
print(predicted.requires_grad)
# --8<-- [end:argmax]
