# --8<-- [start:equal]
import math

import torch
from torch.nn import functional as F

for classes in (2, 10, 100, 1000):
    target = torch.arange(classes)
    first = F.cross_entropy(torch.zeros(classes, classes), target)
    print(f"{classes} classes: {first.item():.4f}")
    assert math.isclose(first.item(), math.log(classes), rel_tol=1e-5)
target = torch.tensor([0.0, 1.0])
first = F.binary_cross_entropy_with_logits(torch.zeros(2), target)
print(f"yes or no: {first.item():.4f}")
# --8<-- [end:equal]

# --8<-- [start:large]
torch.manual_seed(0)
model = torch.nn.Linear(64, 10)
target = torch.arange(10)
x = (torch.arange(640).view(10, 64) * 37 % 101) / 50 - 1
for scale in (1, 10, 100):
    first = F.cross_entropy(model(scale * x), target)
    print(f"inputs up to {scale}: {first.item():.1f}")
# --8<-- [end:large]
