# --8<-- [start:surprise]
import torch
from torch import nn

# zh: 分类器的得分，不是距离
# en: the score of a classifier, not a distance
score = torch.tensor([0.0], requires_grad=True)
target = torch.tensor([1.0])
optimizer = torch.optim.SGD([score], lr=1.0)
for epoch in range(40):
    loss = nn.HingeEmbeddingLoss()(score, target)
    if epoch % 13 == 0:
        print(f"{epoch}: {loss.item():.1f}")
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
# --8<-- [end:surprise]

# --8<-- [start:fix]
# zh: 得分要用的是另一种合页
# en: what a score needs is another hinge
score = torch.tensor([0.3, 2.0, -1.0])
target = torch.tensor([1.0, 1.0, 1.0])
hinge = (1 - target * score).clamp(min=0)
print([round(v, 4) for v in hinge.tolist()])
torch.testing.assert_close(
    hinge, nn.HingeEmbeddingLoss(reduction="none")(target * score, -torch.ones(3))
)
# --8<-- [end:fix]
