# --8<-- [start:surprise]
import warnings

import torch
from torch.nn import functional as F

x = torch.tensor([[0.7, 0.2, 0.1], [0.3, 0.6, 0.1]]).log()
y = torch.tensor([[0.5, 0.3, 0.2], [0.1, 0.8, 0.1]])
rows = F.kl_div(x, y, reduction="none").sum(dim=1)
print("rows", [round(v, 4) for v in rows.tolist()])

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    mean = F.kl_div(x, y)
print(f"mean {mean.item():.4f}")
print(str(caught[0].message).partition(".")[0])
# --8<-- [end:surprise]

# --8<-- [start:fix]
batchmean = F.kl_div(x, y, reduction="batchmean")
print(f"batchmean {batchmean.item():.4f}")
torch.testing.assert_close(batchmean, rows.sum() / 2)
torch.testing.assert_close(mean, rows.sum() / 6)
# --8<-- [end:fix]
