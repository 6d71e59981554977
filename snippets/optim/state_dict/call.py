# --8<-- [start:save]
import torch

model = torch.nn.Linear(2, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
saved = {"model": model.state_dict(), "optimizer": optimizer.state_dict()}
torch.save(saved, "checkpoint.pt")
# --8<-- [end:save]

# --8<-- [start:load]
saved = torch.load("checkpoint.pt", weights_only=True)
model.load_state_dict(saved["model"])
optimizer.load_state_dict(saved["optimizer"])
# --8<-- [end:load]
