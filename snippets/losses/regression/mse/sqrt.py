# --8<-- [start:surprise]
import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
y = torch.tensor([1.0, 2.0])
rmse = torch.nn.functional.mse_loss(x, y).sqrt()
rmse.backward()
print("rmse", rmse.item(), "gradient", x.grad.tolist())
# --8<-- [end:surprise]

# --8<-- [start:fix]
x.grad = None
mse = torch.nn.functional.mse_loss(x, y)
mse.backward()
print("rmse", mse.sqrt().item(), "gradient", x.grad.tolist())
# --8<-- [end:fix]
