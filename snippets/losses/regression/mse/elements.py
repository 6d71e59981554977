# --8<-- [start:surprise]
import torch

loss = torch.nn.MSELoss()
for outputs in (1, 100):
    input = torch.ones(2, outputs, requires_grad=True)
    loss(input, torch.zeros(2, outputs)).backward()
    print(outputs, "gradient", round(input.grad[0, 0].item(), 4))
# --8<-- [end:surprise]

# --8<-- [start:fix]
loss = torch.nn.MSELoss(reduction="none")
for outputs in (1, 100):
    input = torch.ones(2, outputs, requires_grad=True)
    # zh: 每个样本求和，再对样本取平均
    # en: the sum over each sample, then the mean over the samples
    loss(input, torch.zeros(2, outputs)).sum(dim=1).mean().backward()
    print(outputs, "gradient", round(input.grad[0, 0].item(), 4))
# --8<-- [end:fix]
