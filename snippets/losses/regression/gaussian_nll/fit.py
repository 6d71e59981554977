# --8<-- [start:surprise]
import torch

input = torch.tensor([1.0, 1.0], requires_grad=True)
target = torch.zeros(2)
var = torch.tensor([0.25, 100.0])
loss = torch.nn.GaussianNLLLoss(reduction="none")

loss(input, target, var).sum().backward()
print("beta 0", [round(g, 4) for g in input.grad.tolist()])
# --8<-- [end:surprise]

# --8<-- [start:fix]
for beta in (0.5, 1.0):
    input.grad = None
    (var.detach() ** beta * loss(input, target, var)).sum().backward()
    print(f"beta {beta:g}", [round(g, 4) for g in input.grad.tolist()])
# --8<-- [end:fix]
