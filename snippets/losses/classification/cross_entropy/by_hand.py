# --8<-- [start:softmax]
import torch
from torch import nn

logits = torch.tensor([[1.0, -1.0, 2.0], [0.5, 0.0, -0.5], [1.5, 0.5, -1.0]])
target = torch.tensor([2, 0, 1])
p = logits.softmax(dim=1)
print(p)
# --8<-- [end:softmax]

# --8<-- [start:log]
log_p = p.log()
print(log_p)
# --8<-- [end:log]

# --8<-- [start:nll]
picked = -log_p[[0, 1, 2], target]
print(picked)
print(f"three steps {picked.mean():.4f}")

one_call = nn.CrossEntropyLoss()(logits, target)
print(f"one call    {one_call:.4f}")
# --8<-- [end:nll]

# --8<-- [start:likelihood]
# zh: 似然：模型认为这三个目标同时出现的概率
# en: the likelihood: the probability that the model gives to all three targets together
likelihood = p[[0, 1, 2], target].prod()
print(f"{likelihood:.4f}")
for loss in (one_call, picked.mean(), nn.NLLLoss()(log_p, target)):
    torch.testing.assert_close(loss, -likelihood.log() / 3)
# --8<-- [end:likelihood]

# --8<-- [start:gradient]
x = logits.clone().requires_grad_()
nn.CrossEntropyLoss()(x, target).backward()
print(x.grad)
one_hot = nn.functional.one_hot(target, num_classes=3)
torch.testing.assert_close(x.grad, (p - one_hot) / 3)
torch.testing.assert_close(x.grad.sum(dim=1), torch.zeros(3))
# --8<-- [end:gradient]
