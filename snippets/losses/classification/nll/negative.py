# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

p = torch.tensor([[0.7, 0.2, 0.1], [0.3, 0.6, 0.1]])
y = torch.tensor([0, 2])
print(f"probabilities {F.nll_loss(p, y).item():.4f}")
print(f"log-probabilities {F.nll_loss(p.log(), y).item():.4f}")
# --8<-- [end:surprise]

# --8<-- [start:logits]
# zh: 拿 logits 来训练：损失没有底
# en: trained on raw logits, the loss has no floor
logits = torch.zeros(2, 3, requires_grad=True)
optimizer = torch.optim.SGD([logits], lr=1.0)
for step in range(1, 1001):
    optimizer.zero_grad()
    loss = F.nll_loss(logits, y)
    loss.backward()
    optimizer.step()
    if step in (10, 100, 1000):
        print(f"step {step}: loss {loss.item():.1f}")
# --8<-- [end:logits]


# --8<-- [start:fix]
def checked_nll(x, y):
    total = x.exp().sum(dim=1)
    torch.testing.assert_close(total, torch.ones_like(total))
    return F.nll_loss(x, y)


print(f"{checked_nll(p.log(), y).item():.4f}")
try:
    checked_nll(p, y)
except AssertionError as error:
    print(str(error).splitlines()[0])
# --8<-- [end:fix]
