# --8<-- [start:surprise]
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 8), nn.BatchNorm1d(8), nn.Linear(8, 3))
dataset = TensorDataset(torch.randn(65, 4))

try:
    for (data,) in DataLoader(dataset, batch_size=64):
        print("batch of", len(data))
        model(data)
except ValueError as e:
    print(type(e).__name__, e)
# --8<-- [end:surprise]

# --8<-- [start:fix]
for (data,) in DataLoader(dataset, batch_size=64, shuffle=True, drop_last=True):
    print("batch of", len(data))
    model(data)
# --8<-- [end:fix]
