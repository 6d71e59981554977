# --8<-- [start:by_hand]
import torch


def loss_of(w):
    return (torch.tensor([1.0, 6.0]) * w**2).sum()


w = torch.tensor([-2.5, 1.2], requires_grad=True)
try:
    w -= 0.1
except RuntimeError as e:
    print("RuntimeError:", str(e).partition(" in an")[0])

for _ in range(10):
    w.grad = None
    loss_of(w).backward()
    with torch.no_grad():
        w -= 0.1 * w.grad

theirs = torch.tensor([-2.5, 1.2], requires_grad=True)
optimizer = torch.optim.SGD([theirs], lr=0.1)
for _ in range(10):
    optimizer.zero_grad()
    loss_of(theirs).backward()
    optimizer.step()

torch.testing.assert_close(w, theirs, rtol=1e-6, atol=1e-6)
print([round(x, 4) for x in w.tolist()])
# --8<-- [end:by_hand]

# --8<-- [start:two_losses]
w = torch.tensor(1.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
(w**2).backward()
(3 * w).backward()
print("grad", w.grad.item())
optimizer.step()
print("w", round(w.item(), 4))

other = torch.tensor(1.0, requires_grad=True)
(other**2 + 3 * other).backward()
assert torch.equal(w.grad, other.grad)
# --8<-- [end:two_losses]

# --8<-- [start:frozen]
w = torch.tensor(1.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
(w**2).backward()
w.requires_grad_(False)
optimizer.step()
print("w", round(w.item(), 4))

optimizer.zero_grad()
optimizer.step()
print("w", round(w.item(), 4))
# --8<-- [end:frozen]
