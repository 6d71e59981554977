# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

# zh: 全对，而且毫不犹豫
# en: all right, and without a doubt
probabilities = torch.tensor([1.0, 1.0, 0.0, 0.0])
target = torch.tensor([1.0, 1.0, 0.0, 0.0])
loss = F.binary_cross_entropy_with_logits(probabilities, target)
print(f"{loss.item():.4f}")
# --8<-- [end:surprise]

# --8<-- [start:why]
print([round(p, 4) for p in probabilities.sigmoid().tolist()])
# --8<-- [end:why]

# --8<-- [start:fix]
logits = torch.tensor([8.0, 8.0, -8.0, -8.0])
print(f"{F.binary_cross_entropy_with_logits(logits, target).item():.4f}")
# zh: 训练时不做 sigmoid；预测时再做，或者直接看正负号
# en: no sigmoid in training; for a prediction take it then, or look at the sign
assert torch.equal(logits > 0, logits.sigmoid() > 0.5)
# --8<-- [end:fix]
