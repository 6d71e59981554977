# --8<-- [start:surprise]
import warnings

import torch
from torch.nn import functional as F

x = torch.tensor([[0.9], [0.2], [0.6]])
y = torch.tensor([1.0, 0.0, 1.0])

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(f"l1_loss {F.l1_loss(x, y).item():.4f}, {len(caught)} warning")
try:
    F.binary_cross_entropy(x, y)
except ValueError as error:
    print(error)
# --8<-- [end:surprise]

# --8<-- [start:dtype]
try:
    F.binary_cross_entropy(x, y.long()[:, None])
except RuntimeError as error:
    print(error)
# --8<-- [end:dtype]

# --8<-- [start:fix]
labels = y.long()
loss = F.binary_cross_entropy(x, labels[:, None].to(x.dtype))
print(f"{loss.item():.4f}")
torch.testing.assert_close(loss, F.binary_cross_entropy(x.squeeze(1), y))
# --8<-- [end:fix]
