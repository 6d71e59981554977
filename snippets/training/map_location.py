# --8<-- [start:surprise]
import torch

generator = torch.Generator().manual_seed(0)
torch.save({"generator": generator.get_state()}, "checkpoint.pt")

# zh: meta 设备在这里扮演 GPU，哪台机器上都有
# en: the meta device plays the GPU here; every machine has it
checkpoint = torch.load("checkpoint.pt", map_location="meta", weights_only=True)
try:
    generator.set_state(checkpoint["generator"])
except TypeError as e:
    print(type(e).__name__, e)
# --8<-- [end:surprise]

# --8<-- [start:fix]
checkpoint = torch.load("checkpoint.pt", map_location="cpu", weights_only=True)
before = generator.get_state()
torch.rand(1, generator=generator)
assert not torch.equal(generator.get_state(), before)
generator.set_state(checkpoint["generator"])
assert torch.equal(generator.get_state(), before)
# --8<-- [end:fix]
