# --8<-- [start:surprise]
import torch

loss = torch.nn.GaussianNLLLoss(reduction="none")
x, y = torch.zeros(3, 3), torch.zeros(3, 3)
log_var = torch.tensor([0.0, 2.0, 4.0])
# zh: 误差为 0 时，损失是 log(var) / 2
# en: at an error of 0 the loss is log(var) / 2
print(loss(x, y, log_var.exp()).round())
# --8<-- [end:surprise]

# --8<-- [start:fix]
print(loss(x, y, log_var.exp().expand(3, 3)).round())
# --8<-- [end:fix]

# --8<-- [start:refused]
x = torch.zeros(4, 3, 2, 2)
for shape in ((4, 1, 2, 2), (4, 3, 1, 1), (1,)):
    try:
        loss(x, x, torch.ones(shape))
        print(shape)
    except ValueError as e:
        print(shape, e)
assert loss(x, x, torch.ones(4, 3, 1, 1).expand_as(x)).shape == x.shape
# --8<-- [end:refused]

# --8<-- [start:silent]
x, y = torch.tensor([[1.0], [2.0], [3.0]]), torch.tensor([1.0, 2.0, 3.0])
var = torch.ones(3, 1)
print(loss(x, y, var).shape, loss(x.squeeze(1), y, var.squeeze(1)).shape)
# --8<-- [end:silent]
