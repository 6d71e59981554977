# --8<-- [start:logits]
import torch
from torch import nn

logits = torch.tensor([[2.0, 0.5, -1.0], [0.3, 1.2, 0.1]])
target = torch.tensor([0, 2])
torch.testing.assert_close(
    nn.NLLLoss()(logits.log_softmax(dim=1), target),
    nn.CrossEntropyLoss()(logits, target),
)
# --8<-- [end:logits]

# --8<-- [start:mixture]
# zh: 两个分类器的概率取平均，全程用对数
# en: the average of two classifiers' probabilities, in logarithms throughout
other = torch.tensor([[0.0, 1.0, 0.0], [-200.0, 0.0, -300.0]])
both = torch.stack([logits.log_softmax(dim=1), other.log_softmax(dim=1)])
average = both.logsumexp(dim=0) - torch.tensor(2.0).log()
print([round(v, 4) for v in average[0].tolist()])
print(f"{nn.NLLLoss()(average, target).item():.4f}")
torch.testing.assert_close(average.exp(), both.exp().mean(dim=0))
# --8<-- [end:mixture]
