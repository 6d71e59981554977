import torch
from torch import nn

# zh: 两个模型的概率取平均：平均之后没有现成的 logit
# en: the probabilities of two models, averaged: there is no logit of the average
a = torch.tensor([2.0, -1.0, 0.5])
b = torch.tensor([0.0, -3.0, -1.5])
y = torch.tensor([1.0, 0.0, 0.0])

of_average = nn.BCELoss()((a.sigmoid() + b.sigmoid()) / 2, y)
each = [nn.BCEWithLogitsLoss()(x, y).item() for x in (a, b)]
print(f"{of_average.item():.4f}", [round(v, 4) for v in each])

# zh: 平均 logits 是另一回事
# en: the average of the logits is another thing
of_logits = nn.BCEWithLogitsLoss()((a + b) / 2, y)
print(f"{of_logits.item():.4f}")
