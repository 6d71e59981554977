# --8<-- [start:accuracy]
import torch
from torch import nn

target = torch.tensor([0, 0, 0])
# zh: a：三个样本都只对一点点；b：两个很有把握，一个略错
# en: a: all three barely right; b: two with confidence, one slightly wrong
a = torch.tensor([[0.1, 0.0], [0.1, 0.0], [0.1, 0.0]])
b = torch.tensor([[5.0, 0.0], [5.0, 0.0], [0.0, 0.1]])
for name, logits in (("a", a), ("b", b)):
    loss = nn.CrossEntropyLoss()(logits, target)
    accuracy = (logits.argmax(dim=1) == target).double().mean()
    print(f"{name}: loss {loss.item():.3f}, accuracy {accuracy.item():.3f}")
# --8<-- [end:accuracy]


# --8<-- [start:own]
class LogCoshLoss(nn.Module):
    def forward(self, input, target):
        return (input - target).cosh().log().mean()


input = torch.tensor([2.5, 0.0, 2.0], requires_grad=True)
target = torch.tensor([3.0, -0.5, 2.0])
loss = LogCoshLoss()(input, target)
loss.backward()
print(f"{loss.item():.4f}", [round(g, 4) for g in input.grad.tolist()])
torch.testing.assert_close(input.grad, (input - target).tanh() / 3)
# --8<-- [end:own]
