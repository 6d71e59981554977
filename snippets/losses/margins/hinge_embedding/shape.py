# --8<-- [start:surprise]
import torch
from torch import nn

# zh: 两对都没有错：同类的重合，异类的相距 3
# en: nothing is wrong: the alike pair coincides, the other is 3 apart
distance = torch.tensor([[0.0], [3.0]])
target = torch.tensor([1.0, -1.0])
print(nn.HingeEmbeddingLoss(reduction="none")(distance, target))
# --8<-- [end:surprise]

# --8<-- [start:fix]
distance = distance.squeeze(1)
assert distance.shape == target.shape
print(nn.HingeEmbeddingLoss(reduction="none")(distance, target))
# --8<-- [end:fix]
