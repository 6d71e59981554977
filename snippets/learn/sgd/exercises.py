# --8<-- [start:recall]
import torch

theta = torch.tensor([1.0, -2.0], requires_grad=True)
theta.grad = torch.tensor([3.0, 4.0])
torch.optim.SGD([theta], lr=0.01).step()
print([round(v, 4) for v in theta.tolist()])
# --8<-- [end:recall]

# --8<-- [start:predict]
for lr in (0.1, 0.5, 1.0, 1.1):
    theta = torch.tensor(4.0, requires_grad=True)
    optimizer = torch.optim.SGD([theta], lr=lr)
    path = []
    for _ in range(4):
        optimizer.zero_grad()
        (theta**2).backward()
        optimizer.step()
        path.append(round(theta.item(), 2))
    print("lr", lr, path)
# --8<-- [end:predict]

# --8<-- [start:think]
images, batch_size, epochs = 1797, 64, 10
batches = -(-images // batch_size)
last = images - (batches - 1) * batch_size
print("updates per epoch", batches, "in all", batches * epochs, "last batch", last)
# --8<-- [end:think]
