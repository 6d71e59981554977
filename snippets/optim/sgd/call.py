import torch

w = torch.tensor([3.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
# zh: w² 的梯度是 2w，也就是 6
# en: the gradient of w² is 2w, so it is 6
(w**2).sum().backward()
optimizer.step()
print(w)
