# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

target = torch.tensor([0])
for classes in (2, 3, 10, 1000):
    perfect = torch.zeros(1, classes)
    perfect[0, 0] = 1.0
    print(f"{classes} classes: {F.cross_entropy(perfect, target).item():.4f}")

yes, no = torch.tensor([1.0]), torch.tensor([0.0])
for answer in (yes, no):
    loss = F.binary_cross_entropy_with_logits(answer, answer)
    print(f"sigmoid twice, target {answer.item():.0f}: {loss.item():.4f}")
# --8<-- [end:surprise]
