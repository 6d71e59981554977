# --8<-- [start:surprise]
import torch

features = torch.tensor([[1.0, 5.0], [2.0, 5.0], [3.0, 5.0]])
scaled = (features - features.mean(dim=0)) / features.std(dim=0)
print(scaled)
# --8<-- [end:surprise]

# --8<-- [start:test]
bad = ~torch.isfinite(scaled)
print("columns", bad.any(dim=0).nonzero().flatten().tolist())
print("rows", bad.any(dim=1).nonzero().flatten().tolist())
# --8<-- [end:test]

# --8<-- [start:fix]
std = features.std(dim=0).clamp(min=1e-6)
print((features - features.mean(dim=0)) / std)
# --8<-- [end:fix]
