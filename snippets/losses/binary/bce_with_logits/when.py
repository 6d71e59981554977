# --8<-- [start:multi_label]
import torch
from torch import nn

# zh: 两张图，三个问题：有猫吗？有狗吗？在室外吗？
# en: two pictures, three questions: a cat? a dog? outdoors?
x = torch.tensor([[2.0, 1.0, -3.0], [-1.0, 0.5, 2.0]])
y = torch.tensor([[1.0, 1.0, 0.0], [0.0, 0.0, 1.0]])

loss = nn.BCEWithLogitsLoss()(x, y)
columns = [nn.BCEWithLogitsLoss()(x[:, c], y[:, c]) for c in range(3)]
print(f"{loss.item():.4f}", [round(v.item(), 4) for v in columns])
torch.testing.assert_close(loss, torch.stack(columns).mean())
# --8<-- [end:multi_label]

# --8<-- [start:soft]
# zh: 十个标注者里有八个说“是”
# en: eight annotators of ten said "yes"
y = torch.tensor([0.8])
for p in (0.6, 0.8, 0.99):
    x = torch.tensor([p]).logit()
    print(f"p {p}: loss {nn.BCEWithLogitsLoss()(x, y).item():.4f}")

# zh: 最小值是目标的熵
# en: the smallest value is the entropy of the target
entropy = -(y * y.log() + (1 - y) * (1 - y).log())
torch.testing.assert_close(nn.BCEWithLogitsLoss()(y.logit(), y), entropy[0])
# --8<-- [end:soft]

# --8<-- [start:signs]
x = torch.tensor([2.0, -1.0, 0.5])
signs = torch.tensor([1.0, -1.0, -1.0])
torch.testing.assert_close(
    nn.SoftMarginLoss()(x, signs), nn.BCEWithLogitsLoss()(x, (signs + 1) / 2)
)
# --8<-- [end:signs]
