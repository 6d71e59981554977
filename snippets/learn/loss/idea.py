# --8<-- [start:one]
import torch

# zh: 一张“2”的三个得分（只看 0、1、2 三类）；模型偏向 1
# en: scores for an image of a 2 (only the classes 0, 1, 2); the model favors 1
outputs = torch.tensor([0.1, 0.6, 0.5])
ideal = torch.tensor([0.0, 0.0, 1.0])

error = (outputs - ideal).abs()
print("errors", [round(e, 2) for e in error.tolist()])
print(f"loss {error.mean().item():.2f}")
# --8<-- [end:one]

# --8<-- [start:better]
better = torch.tensor([0.1, 0.55, 0.54])
loss = (better - ideal).abs().mean()
print(f"loss {loss.item():.2f}", "chosen class", better.argmax().item())
assert loss < error.mean()
assert better.argmax() == outputs.argmax() == 1
# --8<-- [end:better]
