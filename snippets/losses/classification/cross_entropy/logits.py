# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

# zh: 全对，而且毫不犹豫
# en: all right, and without a doubt
probabilities = torch.tensor([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
target = torch.tensor([0, 1])
print(f"{F.cross_entropy(probabilities, target).item():.4f}")
# --8<-- [end:surprise]

# --8<-- [start:why]
# zh: softmax 又做了一遍：0 到 1 之间的得分，最多只能拉开这么远
# en: softmax once more: scores between 0 and 1 cannot be further apart than this
print([round(v, 4) for v in probabilities[0].softmax(dim=0).tolist()])
# --8<-- [end:why]

# --8<-- [start:fix]
logits = torch.tensor([[8.0, 0.0, 0.0], [0.0, 8.0, 0.0]])
print(f"logits {F.cross_entropy(logits, target).item():.4f}")
# zh: 手里只有概率：取对数，再用 nll_loss
# en: only probabilities at hand: take the logarithm and use nll_loss
p = logits.softmax(dim=1)
print(f"probabilities {F.nll_loss(p.log(), target).item():.4f}")
# --8<-- [end:fix]

# --8<-- [start:harmless]
# zh: 对数概率传进来倒没有害处：再做一遍 log_softmax，什么也不变
# en: log-probabilities do no harm: log_softmax a second time changes nothing
logits = torch.tensor([[1.0, -1.0, 2.0], [0.5, 0.0, -0.5]])
torch.testing.assert_close(
    F.cross_entropy(logits.log_softmax(dim=1), target),
    F.cross_entropy(logits, target),
)
# --8<-- [end:harmless]
