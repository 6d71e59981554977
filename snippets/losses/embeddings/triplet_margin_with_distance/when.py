import torch


class Weighted(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.log_weight = torch.nn.Parameter(torch.zeros(2))

    def forward(self, x, y):
        weighted = self.log_weight.exp() * (x - y).square()
        return weighted.sum(dim=-1)


# zh: 第一个坐标是噪声，第二个才说明像不像
# en: the first coordinate is noise, the second tells what is alike
a = torch.tensor([[0.0, 0.0], [5.0, 1.0]])
p = torch.tensor([[3.0, 0.1], [2.0, 0.9]])
n = torch.tensor([[0.0, 1.0], [5.0, 0.0]])
loss_fn = torch.nn.TripletMarginWithDistanceLoss(distance_function=Weighted())
print([name for name, _ in loss_fn.named_parameters()])

optimizer = torch.optim.SGD(loss_fn.parameters(), lr=0.05)
for _ in range(100):
    optimizer.zero_grad()
    loss = loss_fn(a, p, n)
    loss.backward()
    optimizer.step()
weight = loss_fn.distance_function.log_weight.detach().exp()
print(f"loss {loss:.2f}, weights {[round(w, 2) for w in weight.tolist()]}")
