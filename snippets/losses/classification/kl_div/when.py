# --8<-- [start:entropy]
import torch
from torch import nn

logits = torch.tensor([[0.3, 1.2, -0.5]], requires_grad=True)
y = torch.tensor([[0.2, 0.7, 0.1]])
kl = nn.KLDivLoss(reduction="batchmean")(logits.log_softmax(dim=1), y)
ce = nn.CrossEntropyLoss()(logits, y)
entropy = -(y * y.log()).sum()
print(f"{kl.item():.4f} = {ce.item():.4f} - {entropy.item():.4f}")
torch.testing.assert_close(kl, ce - entropy)
torch.testing.assert_close(
    torch.autograd.grad(kl, logits), torch.autograd.grad(ce, logits)
)
# --8<-- [end:entropy]

# --8<-- [start:zero]
# zh: 预测恰好等于目标
# en: the prediction equals the target
kl = nn.KLDivLoss(reduction="batchmean")(y.log(), y)
ce = nn.CrossEntropyLoss()(y.log(), y)
print(f"kl {abs(kl.item()):.4f}, ce {ce.item():.4f}")
# --8<-- [end:zero]
