# --8<-- [start:one]
import torch
from torch import nn

x = torch.tensor([[0.1, 0.5, -0.2], [1.0, 0.8, 2.0]])
y = torch.tensor([1, 2])
labels = torch.full((2, 3), -1)
labels[:, 0] = y

multilabel = nn.MultiLabelMarginLoss()(x, labels)
multi = nn.MultiMarginLoss()(x, y)
print(f"{multilabel.item():.4f} {multi.item():.4f}")
torch.testing.assert_close(multilabel, multi)
# --8<-- [end:one]

# --8<-- [start:back]
labels = torch.tensor([[2, 0, -1, 1], [-1, 3, 0, 0]])
counts = (labels == -1).cumsum(dim=1) == 0
multi_hot = torch.zeros(2, 5).scatter(1, labels.where(counts, 4), 1.0)[:, :4]
print(multi_hot.tolist())
# --8<-- [end:back]
