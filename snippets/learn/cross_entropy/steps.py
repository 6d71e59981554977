# --8<-- [start:scores]
import torch
from torch import nn

# zh: 三个样本、三个类别：每行是一个样本的得分
# en: three samples, three classes: each row holds the scores of one sample
outputs = torch.tensor([[2.0, 1.0, 0.0], [0.0, 0.0, 0.0], [3.0, 0.0, 1.0]])
targets = torch.tensor([0, 1, 2])
# --8<-- [end:scores]

# --8<-- [start:softmax]
probabilities = nn.Softmax(dim=1)(outputs)
print(probabilities)
print("sums", [round(s, 4) for s in probabilities.sum(dim=1).tolist()])
# --8<-- [end:softmax]

# --8<-- [start:log]
log_probabilities = torch.log(probabilities)
print(log_probabilities)
# --8<-- [end:log]

# --8<-- [start:nll]
picked = log_probabilities[torch.arange(3), targets]
print("picked", [round(p, 4) for p in picked.tolist()])
three_steps = nn.NLLLoss()(log_probabilities, targets)
print(f"NLLLoss {three_steps.item():.4f}")
torch.testing.assert_close(three_steps, -picked.sum() / 3)
# --8<-- [end:nll]

# --8<-- [start:one]
loss = nn.CrossEntropyLoss()(outputs, targets)
print(f"CrossEntropyLoss {loss.item():.4f}")
torch.testing.assert_close(loss, three_steps)
# --8<-- [end:one]

# --8<-- [start:gradient]
outputs.requires_grad_()
nn.CrossEntropyLoss()(outputs, targets).backward()
one_hot = nn.functional.one_hot(targets, 3)
print(outputs.grad)
torch.testing.assert_close(outputs.grad, (probabilities - one_hot) / 3)
# --8<-- [end:gradient]

# --8<-- [start:overflow]
outputs = torch.tensor([[0.0, 200.0, 0.0]])
target = torch.tensor([0])
three_steps = nn.NLLLoss()(torch.log(nn.Softmax(dim=1)(outputs)), target)
print("three steps", three_steps.item())
print("CrossEntropyLoss", nn.CrossEntropyLoss()(outputs, target).item())
# --8<-- [end:overflow]
