# --8<-- [start:ahead]
import torch
from torch import nn

x1 = torch.tensor([3.0, 1.0, 1.5], requires_grad=True)
x2 = torch.tensor([1.0, 0.5, 0.5], requires_grad=True)
y = torch.tensor([1.0, 1.0, -1.0])

# zh: 该在前面的那个领先多少
# en: how far ahead the one is that should be
ahead = y * (x1 - x2)
print("ahead", ahead.tolist())
# --8<-- [end:ahead]

# --8<-- [start:loss]
for margin in (0.0, 1.0):
    loss = (margin - ahead).clamp(min=0)
    print(f"margin {margin:g}: {loss.tolist()}, mean {loss.mean().item():.4f}")
    theirs = nn.MarginRankingLoss(margin=margin)(x1, x2, y)
    torch.testing.assert_close(loss.mean(), theirs)
# --8<-- [end:loss]

# --8<-- [start:gradient]
nn.MarginRankingLoss(margin=1.0, reduction="sum")(x1, x2, y).backward()
print("-gradient", [-g for g in x1.grad.tolist()])
assert torch.equal(x2.grad, -x1.grad)
# --8<-- [end:gradient]
