# --8<-- [start:surprise]
import torch
from torch import nn

# zh: 次序都对，领先 0.1
# en: in the right order, ahead by 0.1
x, y = torch.tensor([[0.3, 0.2, 0.1]]), torch.tensor([0])
for factor in (1, 10, 100):
    loss = nn.MultiMarginLoss()(factor * x, y)
    print(f"x * {factor}: {loss.item():.4f}")
# --8<-- [end:surprise]

# --8<-- [start:why]
for factor in (1, 10, 100):
    loss = nn.MultiMarginLoss(margin=float(factor))(factor * x, y)
    print(f"margin {factor}: {loss.item() / factor:.4f}")
# --8<-- [end:why]
