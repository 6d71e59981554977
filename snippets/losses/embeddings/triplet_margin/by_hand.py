# --8<-- [start:distances]
import torch

# zh: 锚点和正例相同，负例一个比一个近
# en: one anchor, one positive; each negative is nearer than the last
anchor = torch.zeros(3, 2, requires_grad=True)
positive = torch.tensor([[3.0, 4.0]]).repeat(3, 1).requires_grad_()
negative = torch.tensor([[6.0, 8.0], [0.0, 5.5], [0.0, 2.0]], requires_grad=True)
margin = 1.0

d_positive = (anchor - positive).norm(dim=1)
d_negative = (anchor - negative).norm(dim=1)
print("d(a, p)", d_positive.tolist())
print("d(a, n)", d_negative.tolist())
# --8<-- [end:distances]

# --8<-- [start:loss]
loss = (d_positive - d_negative + margin).clamp(min=0)
print("none", loss.tolist())
print("mean", round(loss.mean().item(), 4))

for reduction in ("none", "sum", "mean"):
    loss_fn = torch.nn.TripletMarginLoss(margin, reduction=reduction)
    ours = {"none": loss, "sum": loss.sum(), "mean": loss.mean()}[reduction]
    theirs = loss_fn(anchor, positive, negative)
    torch.testing.assert_close(ours, theirs, rtol=1e-5, atol=1e-5)
# --8<-- [end:loss]

# --8<-- [start:gradient]
loss.sum().backward()
# zh: + 0.0 把 -0.0 写成 0.0
# en: + 0.0 writes -0.0 as 0.0
for name, x in (("a", anchor), ("p", positive), ("n", negative)):
    print(name, [[round(g, 4) + 0.0 for g in row] for row in x.grad.tolist()])
total = anchor.grad + positive.grad + negative.grad
torch.testing.assert_close(total, torch.zeros(3, 2), rtol=0, atol=1e-6)
# --8<-- [end:gradient]

# --8<-- [start:swap]
# zh: 负例离锚点远，却挨着正例
# en: the negative is far from the anchor, yet next to the positive
a = torch.tensor([[0.0, 0.0]])
p = torch.tensor([[3.0, 4.0]])
n = torch.tensor([[3.0, 6.0]])
d = torch.nn.PairwiseDistance()
print(f"d(a, n) {d(a, n).item():.4f}, d(p, n) {d(p, n).item():.4f}")
for swap in (False, True):
    loss = torch.nn.TripletMarginLoss(swap=swap)(a, p, n)
    print(f"swap {swap}: {loss:.4f}")
# --8<-- [end:swap]
