# --8<-- [start:binary]
import torch
from torch import nn

# zh: 两个类别：只有两个 logit 之差起作用
# en: two classes: only the difference of the two logits matters
logits = torch.tensor([[0.3, 1.2], [2.0, -0.5]])
target = torch.tensor([1, 0])
difference = logits[:, 1] - logits[:, 0]
torch.testing.assert_close(
    nn.CrossEntropyLoss()(logits, target),
    nn.BCEWithLogitsLoss()(difference, target.float()),
)
# --8<-- [end:binary]

# --8<-- [start:multi_label]
# zh: 多标签：第 0 类和第 1 类都对，三个 logit 也都预测对了
# en: multi-label: classes 0 and 1 are both correct, and all three logits agree
logits = torch.tensor([[8.0, 8.0, -8.0]])
both = torch.tensor([[1.0, 1.0, 0.0]])
ce = nn.CrossEntropyLoss()(logits, both)
bce = nn.BCEWithLogitsLoss()(logits, both)
print(f"CrossEntropyLoss {ce.item():.4f}, BCEWithLogitsLoss {bce.item():.4f}")
torch.testing.assert_close(ce, 2 * torch.tensor(2.0).log())
# --8<-- [end:multi_label]

# --8<-- [start:soft]
# zh: 目标是一个分布：与 KL 散度差一个常数，梯度相同
# en: the target is a distribution: KL divergence plus a constant, same gradient
logits = torch.tensor([[0.3, 1.2, -0.5]], requires_grad=True)
q = torch.tensor([[0.2, 0.7, 0.1]])
ce = nn.CrossEntropyLoss()(logits, q)
kl = nn.KLDivLoss(reduction="batchmean")(logits.log_softmax(dim=1), q)
entropy = -(q * q.log()).sum()
print(f"{ce.item():.4f} = {kl.item():.4f} + {entropy.item():.4f}")
torch.testing.assert_close(ce, kl + entropy)
torch.testing.assert_close(
    torch.autograd.grad(ce, logits), torch.autograd.grad(kl, logits)
)
# --8<-- [end:soft]
