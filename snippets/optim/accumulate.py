import torch

w = torch.tensor([1.0, 2.0], requires_grad=True)
for _ in range(3):
    (w**2).sum().backward()
    print("grad", w.grad.tolist())
