# --8<-- [start:perplexity]
import torch
from torch.nn import functional as F

# zh: 语言模型给四个词的概率
# en: what a language model gave to each of four words
p = torch.tensor([0.5, 0.25, 0.125, 0.0625])
x = torch.stack([p, 1 - p], dim=1).log()
loss = F.nll_loss(x, torch.zeros(4, dtype=torch.long))
print(f"loss {loss.item():.4f}, perplexity {loss.exp().item():.4f}")
# zh: 困惑度是 1 / p 的几何平均
# en: the perplexity is the geometric mean of 1 / p
torch.testing.assert_close(loss.exp(), (1 / p).prod() ** 0.25)
# --8<-- [end:perplexity]

# --8<-- [start:frequencies]
# zh: 不看输入，只有三个偏置
# en: no input, nothing but three biases
y = torch.tensor([0, 0, 0, 0, 0, 1, 1, 1, 2, 2])
logits = torch.zeros(3, requires_grad=True)
optimizer = torch.optim.SGD([logits], lr=1.0)
for _ in range(300):
    optimizer.zero_grad()
    F.nll_loss(logits.log_softmax(dim=0).expand(10, 3), y).backward()
    optimizer.step()
print([round(v, 3) for v in logits.softmax(dim=0).tolist()])
# --8<-- [end:frequencies]
