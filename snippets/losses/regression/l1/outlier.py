import torch

# zh: 五次测量，最后一次小数点记错了
# en: five measurements; the last one has its decimal point in the wrong place
measured = torch.tensor([9.8, 10.1, 9.9, 10.2, 100.0])

for loss in (torch.nn.L1Loss(), torch.nn.MSELoss()):
    x = torch.tensor(0.0, requires_grad=True)
    optimizer = torch.optim.SGD([x], lr=0.5)
    # zh: 步长逐渐缩小，否则 L1 的梯度大小不变，会在最优点两侧来回跳
    # en: shrink the step: L1's gradient keeps its size, so a fixed step jumps to and fro
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.99)
    for _ in range(1000):
        optimizer.zero_grad()
        loss(x.expand(5), measured).backward()
        optimizer.step()
        scheduler.step()
    print(f"{type(loss).__name__}: {x.item():.2f}")

print(f"median {measured.median():.2f}, mean {measured.mean():.2f}")
