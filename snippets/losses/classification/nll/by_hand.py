# --8<-- [start:log]
import torch
from torch import nn

p = torch.tensor([[0.7, 0.2, 0.1], [0.3, 0.6, 0.1]])
x = p.log().requires_grad_()
y = torch.tensor([0, 2])
print(x.detach())
# --8<-- [end:log]

# --8<-- [start:pick]
# zh: 每一行只取目标那一列，再变号
# en: the target's column of each row, negated
none = -x[[0, 1], y]
print([round(v, 4) for v in none.tolist()])
print(f"mean {none.mean().item():.4f}")
torch.testing.assert_close(none.mean(), nn.NLLLoss()(x, y))
# --8<-- [end:pick]

# --8<-- [start:gradient]
nn.NLLLoss()(x, y).backward()
print(x.grad)
# --8<-- [end:gradient]

# --8<-- [start:behind]
# zh: 前面接上 log_softmax，梯度就到了每一个 logit
# en: behind a log_softmax, the gradient reaches every logit
logits = p.log().requires_grad_()
nn.NLLLoss()(logits.log_softmax(dim=1), y).backward()
print([[round(g, 2) for g in row] for row in logits.grad.tolist()])
# --8<-- [end:behind]
