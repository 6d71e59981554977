# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

probabilities = torch.tensor([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
target = torch.tensor([0, 1])
print(F.cross_entropy(probabilities, target))
# --8<-- [end:surprise]

# --8<-- [start:fix]
logits = torch.tensor([[8.0, 0.0, 0.0], [0.0, 8.0, 0.0]])
print(F.cross_entropy(logits, target))
# --8<-- [end:fix]

# --8<-- [start:why]
# zh: 把概率当作得分再做一次 softmax，最大也只有这么多
# en: softmax of the probabilities: this is as large as it gets
print(probabilities[0].softmax(dim=0))
# --8<-- [end:why]

# --8<-- [start:only_p]
p = logits.softmax(dim=1)
print(F.nll_loss(p.log(), target))
# --8<-- [end:only_p]

# --8<-- [start:harmless]
# zh: 再做一次 log_softmax，结果不变
# en: a second log_softmax changes nothing
logits = torch.tensor([[1.0, -1.0, 2.0], [0.5, 0.0, -0.5]])
torch.testing.assert_close(
    F.cross_entropy(logits.log_softmax(dim=1), target),
    F.cross_entropy(logits, target),
)
# --8<-- [end:harmless]
