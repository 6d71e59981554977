# --8<-- [start:surprise]
import torch


def loss_and_gradient(x, **options):
    input = torch.tensor(x, requires_grad=True)
    loss = torch.nn.PoissonNLLLoss(**options)(input, torch.tensor(5.0))
    loss.backward()
    return f"{loss.item():.4g}, gradient {input.grad.item():.4g}"


for rate in (1.0, 1e-4, 0.0, -0.1):
    print(f"rate {rate:g}: {loss_and_gradient(rate, log_input=False)}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
for log_rate in (0.0, -10.0, -20.0):
    print(f"log rate {log_rate:g}: {loss_and_gradient(log_rate)}")
# --8<-- [end:fix]
