# --8<-- [start:surprise]
import torch

target = torch.tensor([1.0, 2.0, 5.0])
input = target.log()[:, None]
loss = torch.nn.PoissonNLLLoss(reduction="none")
print(loss(input, target).shape)
# --8<-- [end:surprise]

# --8<-- [start:fix]
print(loss(input.squeeze(1), target).shape)
# --8<-- [end:fix]
