# --8<-- [start:terms]
import torch
from torch import nn

# zh: 预测 q 和目标 y
# en: the prediction q and the target y
q = torch.tensor([[0.7, 0.2, 0.1]])
y = torch.tensor([[0.5, 0.3, 0.2]])

terms = y * (y.log() - q.log())
print([round(v, 4) for v in terms[0].tolist()])
print(f"sum {terms.sum().item():.4f}")
# --8<-- [end:terms]

# --8<-- [start:torch]
# zh: 输入是对数概率，目标是概率
# en: the input is in log-probabilities, the target in probabilities
x = q.log().requires_grad_()
loss = nn.KLDivLoss(reduction="batchmean")(x, y)
print(f"{loss.item():.4f}")
torch.testing.assert_close(loss, terms.sum())
# --8<-- [end:torch]

# --8<-- [start:gradient]
loss.backward()
print("input", [round(g, 4) for g in x.grad[0].tolist()])

logits = q.log().requires_grad_()
loss = nn.KLDivLoss(reduction="batchmean")(logits.log_softmax(dim=1), y)
loss.backward()
print("logits", [round(g, 4) for g in logits.grad[0].tolist()])
torch.testing.assert_close(x.grad, -y)
torch.testing.assert_close(logits.grad, q - y)
# --8<-- [end:gradient]
