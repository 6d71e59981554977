import torch

target = torch.tensor([1.0, 10.0, 100.0], dtype=torch.float64)
rate = target + 1
poisson = torch.nn.PoissonNLLLoss(log_input=False, reduction="none")
excess = poisson(rate, target) - poisson(target, target)
squared = torch.nn.functional.mse_loss(rate, target, reduction="none")
print("mse", squared.tolist())
print("poisson", [round(e, 4) for e in excess.tolist()])
