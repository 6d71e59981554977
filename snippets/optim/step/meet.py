# --8<-- [start:update]
import torch

w = torch.tensor([1.0, 2.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)

w.grad = torch.tensor([0.5, -1.0])
optimizer.step()
print("w", [round(v, 2) for v in w.tolist()])
# zh: 1 - 0.1·0.5 与 2 + 0.1·1
# en: 1 - 0.1·0.5 and 2 + 0.1·1
torch.testing.assert_close(w.detach(), torch.tensor([0.95, 2.1]))
# --8<-- [end:update]

# --8<-- [start:unchanged]
# zh: 改的是参数；梯度原样留着，再走一步还会用它
# en: the parameter changes; the gradient stays, and is used again
assert w.grad.tolist() == [0.5, -1.0]
optimizer.step()
print("w", [round(v, 2) for v in w.tolist()])
torch.testing.assert_close(w.detach(), torch.tensor([0.9, 2.2]))
# --8<-- [end:unchanged]
