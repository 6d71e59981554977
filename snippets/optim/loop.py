import torch

torch.manual_seed(0)
x = torch.linspace(-1, 1, 20).reshape(20, 1)
target = 2 * x + 1

model = torch.nn.Linear(1, 1)
loss_fn = torch.nn.MSELoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

for iteration in range(41):
    loss = loss_fn(model(x), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if iteration % 10 == 0:
        print(f"{iteration:2} loss {loss.item():.4f}")

print(f"weight {model.weight.item():.3f} bias {model.bias.item():.3f}")
