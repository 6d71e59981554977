# --8<-- [start:wrong]
import torch
from torch import nn

model = nn.Dropout(0.5)
x = torch.ones(6)
torch.manual_seed(0)
print(model(x).tolist())
print(model(x).tolist())
# --8<-- [end:wrong]

# --8<-- [start:right]
model.eval()
print(model(x).tolist())
# --8<-- [end:right]
