# --8<-- [start:softmax]
import torch
from torch import nn

logits = torch.tensor(
    [[1.0, -1.0, 2.0], [0.5, 0.0, -0.5], [1.5, 0.5, -1.0]],
    requires_grad=True,
)
target = torch.tensor([2, 0, 1])

# zh: 第一步，softmax：每一行变成概率，和为 1
# en: step 1, softmax: each row becomes probabilities that add up to 1
p = logits.softmax(dim=1)
print(p.detach())
# --8<-- [end:softmax]

# --8<-- [start:log]
# zh: 第二步，取对数
# en: step 2: the logarithm
log_p = p.log()
print(log_p.detach())
# --8<-- [end:log]

# --8<-- [start:nll]
# zh: 第三步，NLL：每一行取目标那一列，变号，再平均
# en: step 3, NLL: pick the target's column of each row, negate, average
picked = -log_p[[0, 1, 2], target]
print([round(v, 4) for v in picked.tolist()])
loss = picked.mean()
print(f"{loss.item():.4f}")
torch.testing.assert_close(loss, nn.NLLLoss()(log_p, target))
# --8<-- [end:nll]

# --8<-- [start:one_call]
theirs = nn.CrossEntropyLoss()(logits, target)
print(f"{theirs.item():.4f}")
torch.testing.assert_close(loss, theirs)
# --8<-- [end:one_call]

# --8<-- [start:likelihood]
# zh: 似然：模型认为这三个目标同时出现的概率
# en: the likelihood: the probability that the model gives to all three targets together
likelihood = p[[0, 1, 2], target].prod()
print(f"{likelihood.item():.4f}")
torch.testing.assert_close(theirs, -likelihood.log() / 3)
# --8<-- [end:likelihood]

# --8<-- [start:gradient]
theirs.backward()
print(logits.grad)
one_hot = nn.functional.one_hot(target, num_classes=3)
torch.testing.assert_close(logits.grad, (p.detach() - one_hot) / 3)
torch.testing.assert_close(logits.grad.sum(dim=1), torch.zeros(3))
# --8<-- [end:gradient]
