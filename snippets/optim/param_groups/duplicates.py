# --8<-- [start:surprise]
import warnings

import torch
from torch import nn

w = torch.tensor(1.0, requires_grad=True)
try:
    torch.optim.SGD([{"params": [w]}, {"params": [w], "lr": 0.01}], lr=0.1)
except ValueError as e:
    print("ValueError:", e)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    optimizer = torch.optim.SGD([w, w], lr=0.1, foreach=False)
print(str(caught[0].message).partition(";")[0])

w.grad = torch.tensor(1.0)
optimizer.step()
print("w", round(w.item(), 4))
# --8<-- [end:surprise]

# --8<-- [start:fix]
embedding = nn.Embedding(5, 3)
output = nn.Linear(3, 5, bias=False)
# zh: 绑定权重：两层用同一个参数
# en: tied weights: both layers use one parameter
output.weight = embedding.weight

apart = [*embedding.parameters(), *output.parameters()]
together = list(nn.ModuleList([embedding, output]).parameters())
print(len(apart), len(together), len(set(apart)))
# --8<-- [end:fix]
