import torch

# zh: 两台秤称同一件东西，第二台很不准
# en: two scales weigh the same thing; the second is a poor one
target = torch.tensor([[9.9, 10.1, 10.0, 10.2], [14.0, 4.0, 9.0, 17.0]])

x = target.mean().requires_grad_()
log_var = torch.zeros(2, 1, requires_grad=True)
loss = torch.nn.GaussianNLLLoss()
optimizer = torch.optim.Adam([x, log_var], lr=0.1)
for _ in range(300):
    optimizer.zero_grad()
    loss(x.expand(2, 4), target, log_var.exp()).backward()
    optimizer.step()

print(f"input {x.item():.2f}, mean {target.mean():.3f}")
var = log_var.detach().exp()
print("var", [round(v, 2) for v in var.flatten().tolist()])
# zh: 各台秤的平均值，再按方差的倒数加权
# en: the mean of each scale, weighted with one over its variance
weighted = (target.mean(dim=1, keepdim=True) / var).sum() / (1 / var).sum()
torch.testing.assert_close(x.detach(), weighted, rtol=1e-3, atol=1e-3)
