# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

# zh: 两个样本都答对了，概率都是 1
# en: both samples are right, each with probability 1
probabilities = torch.tensor([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
target = torch.tensor([0, 1])
print(f"{F.cross_entropy(probabilities, target).item():.4f}")
# --8<-- [end:surprise]

# --8<-- [start:why]
# zh: 把概率当作得分再做一次 softmax，最大也只有这么多
# en: softmax of the probabilities: this is as large as it gets
print([round(v, 4) for v in probabilities[0].softmax(dim=0).tolist()])
# --8<-- [end:why]

# --8<-- [start:fix]
logits = torch.tensor([[8.0, 0.0, 0.0], [0.0, 8.0, 0.0]])
print(f"logits {F.cross_entropy(logits, target).item():.4f}")
# zh: 如果手上只有概率：取对数，再用 nll_loss
# en: if you have only probabilities: take the logarithm, then nll_loss
p = logits.softmax(dim=1)
print(f"probabilities {F.nll_loss(p.log(), target).item():.4f}")
# --8<-- [end:fix]

# --8<-- [start:harmless]
# zh: 再做一次 log_softmax，结果不变
# en: a second log_softmax changes nothing
logits = torch.tensor([[1.0, -1.0, 2.0], [0.5, 0.0, -0.5]])
torch.testing.assert_close(
    F.cross_entropy(logits.log_softmax(dim=1), target),
    F.cross_entropy(logits, target),
)
# --8<-- [end:harmless]
