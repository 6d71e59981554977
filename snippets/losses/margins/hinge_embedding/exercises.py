# --8<-- [start:contrastive]
import torch
from torch import nn

distance = torch.tensor([0.1, 0.9, 0.1, 0.9], requires_grad=True)
target = torch.tensor([1.0, 1.0, -1.0, -1.0])
hinge = nn.HingeEmbeddingLoss(reduction="none")(distance, target)

contrastive = 0.5 * hinge**2
alike, far = distance**2, (1 - distance).clamp(min=0) ** 2
formula = 0.5 * torch.where(target == 1, alike, far)
torch.testing.assert_close(contrastive, formula)

for name, loss in (("hinge", hinge), ("contrastive", contrastive)):
    (gradient,) = torch.autograd.grad(loss.sum(), distance, retain_graph=True)
    print(name, [round(g, 4) for g in gradient.tolist()])
# --8<-- [end:contrastive]

# --8<-- [start:unit]
a = torch.tensor([[1.0, 0.0]])
b = torch.tensor([[-1.0, 0.0]])
farthest = torch.linalg.vector_norm(a - b, dim=1)
for margin in (1.0, 2.0, 3.0):
    loss = nn.HingeEmbeddingLoss(margin=margin)(farthest, -torch.ones(1))
    print(f"margin {margin:g}: {loss.item():g}")
# --8<-- [end:unit]
