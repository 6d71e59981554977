import torch
from torch import nn

generator = torch.Generator().manual_seed(0)
x = torch.randn(32, 4, generator=generator, device="cpu")
model = nn.Linear(4, 1, device="cpu")
nn.init.zeros_(model.weight)
nn.init.zeros_(model.bias)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
y = 100 * x[:, :1]
for _ in range(5):
    optimizer.zero_grad()
    loss = nn.functional.mse_loss(model(x), y)
    loss.backward()
    # zh: 在 backward 之后，在 step 之前
    # en: after backward, before step
    norm = nn.utils.clip_grad_norm_(model.parameters(), max_norm=1.0)
    before = model.weight.detach().clone()
    optimizer.step()
    moved = (model.weight - before).norm()
    assert moved <= 0.1 * 1.0 + 1e-6
print(f"norm {norm:.1f}, moved {moved:.2f}")
