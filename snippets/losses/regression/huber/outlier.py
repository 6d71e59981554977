import torch

# zh: 五次测量，最后一次小数点记错了
# en: five measurements; the last one has its decimal point in the wrong place
measured = torch.tensor([9.8, 10.1, 9.9, 10.2, 100.0])

for delta in (0.1, 1.0, 10.0, 100.0):
    loss = torch.nn.HuberLoss(delta=delta)
    x = torch.tensor(0.0, requires_grad=True)
    optimizer = torch.optim.SGD([x], lr=0.5)
    for _ in range(400):
        optimizer.zero_grad()
        loss(x.expand(5), measured).backward()
        optimizer.step()
    print(f"delta {delta:g}: {x.item():.2f}")

print(f"median {measured.median():.2f}, mean {measured.mean():.2f}")
