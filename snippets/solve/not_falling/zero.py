# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

output = torch.tensor([[0.3], [-2.0]], requires_grad=True)
target = torch.tensor([[1.0], [0.0]])
loss = F.cross_entropy(output, target)
loss.backward()
print("loss", loss.item() + 0.0, "gradient", (output.grad + 0.0).tolist())
# --8<-- [end:surprise]

# --8<-- [start:fix]
output.grad = None
loss = F.binary_cross_entropy_with_logits(output, target)
loss.backward()
gradient = [round(g, 3) for g in output.grad.flatten().tolist()]
print(f"loss {loss.item():.4f} gradient {gradient}")
# --8<-- [end:fix]

# --8<-- [start:confident]
for dtype in (torch.float32, torch.float64):
    logits = torch.tensor([[18.0, 0.0, 0.0]], dtype=dtype, requires_grad=True)
    loss = F.cross_entropy(logits, torch.tensor([0]))
    loss.backward()
    print(f"{dtype}: loss {loss.item():.2g}, gradient {logits.grad[0, 0].item():.2g}")
# --8<-- [end:confident]
