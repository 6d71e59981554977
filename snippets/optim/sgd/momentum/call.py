from torch import optim, tensor

w = tensor([1.0], requires_grad=True)
sgd = optim.SGD([w], lr=0.1, momentum=0.9)
(w**2).sum().backward()
sgd.step()
print(sgd.state[w]["momentum_buffer"])
