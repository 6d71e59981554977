# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

# zh: 2 个句子，每句 7 个词，4 个特征；词表大小 5
# en: 2 sentences of 7 words, 4 features; a vocabulary of 5
torch.manual_seed(0)
x, A = torch.randn(2, 7, 4), torch.randn(5, 4)
y = torch.randint(5, (2, 7))
try:
    F.linear_cross_entropy(x, A, y)
except RuntimeError as error:
    print(error)
# --8<-- [end:surprise]

# --8<-- [start:fix]
loss = F.linear_cross_entropy(x.flatten(0, 1), A, y.flatten())
logits = F.linear(x, A)
torch.testing.assert_close(loss, F.cross_entropy(logits.transpose(1, 2), y))
# --8<-- [end:fix]
