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

# --8<-- [start:half]
# zh: float16 里 1e-8 就是 0
# en: in float16, 1e-8 is 0
for eps in (1e-8, 1e-3):
    x = torch.tensor(0.0, dtype=torch.float16, requires_grad=True)
    y = torch.tensor(5.0, dtype=torch.float16)
    loss = torch.nn.functional.poisson_nll_loss(x, y, log_input=False, eps=eps)
    (gradient,) = torch.autograd.grad(loss, x)
    print(f"float16, eps {eps:g}: {loss.item():.4g}, gradient {gradient.item():.4g}")
# --8<-- [end:half]
