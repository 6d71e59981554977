# --8<-- [start:distance]
import torch
from torch import nn

# zh: 三对向量；第一对同类，后两对异类
# en: three pairs of vectors; the first is alike, the others are not
a = torch.tensor([[0.0, 0.0], [0.0, 0.0], [0.0, 0.0]])
b = torch.tensor([[0.3, 0.4], [0.0, 0.2], [2.0, 0.0]])
target = torch.tensor([1.0, -1.0, -1.0])

x = torch.linalg.vector_norm(a - b, dim=1).requires_grad_()
print("distance", [round(v, 4) for v in x.tolist()])
# --8<-- [end:distance]

# --8<-- [start:loss]
margin = 1.0
alike = x
unlike = (margin - x).clamp(min=0)
loss = torch.where(target == 1, alike, unlike)
print("none", [round(v, 4) for v in loss.tolist()])
print(f"mean {loss.mean().item():.4f}")
torch.testing.assert_close(loss.mean(), nn.HingeEmbeddingLoss()(x, target))
# --8<-- [end:loss]

# --8<-- [start:gradient]
nn.HingeEmbeddingLoss(reduction="sum")(x, target).backward()
print(x.grad.tolist())
# --8<-- [end:gradient]
