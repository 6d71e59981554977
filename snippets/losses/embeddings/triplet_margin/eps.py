# --8<-- [start:surprise]
import torch

d = torch.nn.PairwiseDistance()
x = torch.tensor([[0.0, 0.0]])
y = torch.tensor([[3e-6, 3e-6]])
print(f"d(x, x) = {d(x, x).item():.3g}")
print(f"d(x, y) = {d(x, y).item():.3g}")
print(f"d(y, x) = {d(y, x).item():.3g}")
# --8<-- [end:surprise]

# --8<-- [start:nearest]
# zh: 离 x 最近的点不是 x 自己，而是 x + eps
# en: the point nearest to x is not x but x + eps
assert d(x, x + 1e-6).item() < 1e-3 * d(x, x).item()
# --8<-- [end:nearest]

# --8<-- [start:gradient]
for eps in (1e-6, 0.0):
    # zh: 三个相同的向量
    # en: three equal vectors
    anchor = torch.tensor([[1.0, 2.0]])
    positive = anchor.clone().requires_grad_()
    negative = anchor.clone().requires_grad_()
    loss = torch.nn.TripletMarginLoss(eps=eps)(anchor, positive, negative)
    loss.backward()
    print(f"eps {eps:g}: loss {loss:.2f}, gradient {positive.grad.norm():.2f}")
    torch.testing.assert_close(positive.grad, -negative.grad)
# --8<-- [end:gradient]
