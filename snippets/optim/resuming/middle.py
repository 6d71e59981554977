import torch


def order(rng):
    torch.set_rng_state(rng)
    return torch.randperm(12).split(4)


torch.manual_seed(0)
begin = torch.get_rng_state()
batches = order(begin)
torch.rand(1)
# zh: 完成一个批次后停止
# en: stop after one batch
saved = {"begin": begin, "now": torch.get_rng_state(), "done": 1}
noise = torch.rand(1)

torch.manual_seed(7)
rest = order(saved["begin"])[saved["done"] :]
torch.set_rng_state(saved["now"])
assert torch.equal(torch.stack(rest), torch.stack(batches[1:]))
assert torch.equal(torch.rand(1), noise)
print("left", [batch.tolist() for batch in rest])
