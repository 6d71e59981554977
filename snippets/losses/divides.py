# --8<-- [start:plain]
import torch
from torch import nn

N, C = 2, 3
x = torch.tensor([[0.2, 0.7, 0.1], [0.3, 0.3, 0.4]])
y = torch.tensor([[0.0, 1.0, 1.0], [1.0, 0.0, 0.0]])
index, labels = torch.tensor([1, 2]), torch.tensor([[1, 2, -1], [0, -1, -1]])
one = torch.tensor([1.0, -1.0])


def divisor(name, *args):
    loss_class = getattr(nn, name)
    total = loss_class(reduction="sum")(*args)
    return round((total / loss_class()(*args)).item(), 4)


print("by the N * C elements")
for name in (
    "L1Loss",
    "MSELoss",
    "SmoothL1Loss",
    "HuberLoss",
    "PoissonNLLLoss",
    "BCELoss",
    "BCEWithLogitsLoss",
):
    print(f"  {name}: {divisor(name, x, y):g}")
print(f"  GaussianNLLLoss: {divisor('GaussianNLLLoss', x, y, x):g}")
for name in ("SoftMarginLoss", "HingeEmbeddingLoss"):
    print(f"  {name}: {divisor(name, x, 2 * y - 1):g}")

print("by the N samples")
for name in ("CrossEntropyLoss", "NLLLoss", "MultiMarginLoss"):
    print(f"  {name}: {divisor(name, x, index):g}")
print(f"  MultiLabelMarginLoss: {divisor('MultiLabelMarginLoss', x, labels):g}")
print(f"  MultiLabelSoftMarginLoss: {divisor('MultiLabelSoftMarginLoss', x, y):g}")
print(f"  MarginRankingLoss: {divisor('MarginRankingLoss', x[:, 0], x[:, 1], one):g}")
print(f"  CosineEmbeddingLoss: {divisor('CosineEmbeddingLoss', x, y, one):g}")
for name in ("TripletMarginLoss", "TripletMarginWithDistanceLoss"):
    print(f"  {name}: {divisor(name, x, y, y.flip(0)):g}")
# --8<-- [end:plain]

# --8<-- [start:inside]
# zh: 这两个损失，每个样本先除以 C，再归约
# en: these two divide each sample by C before any reduction
one_class = nn.BCEWithLogitsLoss(reduction="none")(x, y)
none = nn.MultiLabelSoftMarginLoss(reduction="none")(x, y)
torch.testing.assert_close(none, one_class.sum(dim=1) / C)
gaps = (1 - x.gather(1, index[:, None]) + x).clamp(min=0)
none = nn.MultiMarginLoss(reduction="none")(x, index)
torch.testing.assert_close(none, (gaps.sum(dim=1) - 1) / C)
# --8<-- [end:inside]
