# --8<-- [start:surprise]
import torch

# zh: 速率全对
# en: every rate is right
rate = torch.tensor([1.0, 2.0, 5.0], requires_grad=True)
target = torch.tensor([1.0, 2.0, 5.0])
torch.nn.PoissonNLLLoss(reduction="sum")(rate, target).backward()
print([round(g, 4) for g in rate.grad.tolist()])
# --8<-- [end:surprise]

# --8<-- [start:fix]
rate.grad = None
torch.nn.PoissonNLLLoss(log_input=False, reduction="sum")(rate, target).backward()
print("rate", [round(abs(g), 4) for g in rate.grad.tolist()])

log_rate = rate.detach().log().requires_grad_()
torch.nn.PoissonNLLLoss(reduction="sum")(log_rate, target).backward()
print("log rate", [round(abs(g), 4) for g in log_rate.grad.tolist()])
# --8<-- [end:fix]
