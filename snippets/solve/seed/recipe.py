import os
import random

import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# zh: 只对 GPU 有影响，要在第一次使用 GPU 之前设置
# en: matters on a GPU only; set it before the first use of the GPU
os.environ["CUBLAS_WORKSPACE_CONFIG"] = ":4096:8"


def train(seed):
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)
    torch.use_deterministic_algorithms(True, warn_only=True)
    if torch.cuda.is_available():
        torch.backends.cudnn.benchmark = False

    data = TensorDataset(torch.randn(32, 4), torch.randn(32, 1))
    batches = torch.Generator().manual_seed(seed)
    loader = DataLoader(data, 8, shuffle=True, generator=batches)
    model = nn.Sequential(nn.Linear(4, 8), nn.Dropout(0.5), nn.Linear(8, 1))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    losses = []
    for _ in range(3):
        for x, y in loader:
            loss = nn.functional.mse_loss(model(x), y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses


one, two, three = train(0), train(0), train(1)
torch.use_deterministic_algorithms(False)
print("losses compared:", len(one))
print("same seed:", one == two, "| other seed:", one == three)
