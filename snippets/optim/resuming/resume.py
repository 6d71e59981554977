# --8<-- [start:save]
import torch


def save_checkpoint(path, model, optimizer, scheduler, epoch):
    saved = {
        "model": model.state_dict(),
        "optimizer": optimizer.state_dict(),
        "scheduler": scheduler.state_dict(),
        "epoch": epoch,
        "rng": torch.get_rng_state(),
        "cuda_rng": torch.cuda.get_rng_state_all(),
    }
    torch.save(saved, path)


# --8<-- [end:save]


# --8<-- [start:load]
def load_checkpoint(path, model, optimizer, scheduler):
    # zh: 调用之前，三个对象都已经建好，包括 scheduler
    # en: the caller has built all three objects, including the scheduler
    saved = torch.load(path, map_location="cpu", weights_only=True)
    model.load_state_dict(saved["model"])
    optimizer.load_state_dict(saved["optimizer"])
    scheduler.load_state_dict(saved["scheduler"])
    torch.set_rng_state(saved["rng"])
    torch.cuda.set_rng_state_all(saved["cuda_rng"])
    return saved["epoch"]


# --8<-- [end:load]


# --8<-- [start:training]
def build():
    model = torch.nn.Sequential(
        torch.nn.Linear(4, 16), torch.nn.ReLU(), torch.nn.Linear(16, 1)
    )
    optimizer = torch.optim.SGD(model.named_parameters(), lr=0.05, momentum=0.9)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 3, gamma=0.5)
    return model, optimizer, scheduler


def train(model, optimizer, scheduler, start, stop):
    losses = []
    for _ in range(start, stop):
        for batch in torch.randperm(len(x)).split(16):
            loss = torch.nn.functional.mse_loss(model(x[batch]), y[batch])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        scheduler.step()
    return losses


torch.manual_seed(0)
x = torch.randn(64, 4)
y = (x @ torch.tensor([1.0, -2.0, 3.0, 0.5])).sin().unsqueeze(1)
# --8<-- [end:training]

# --8<-- [start:proof]
# zh: 连续训练 8 个轮次
# en: 8 epochs without a stop
torch.manual_seed(1)
full = build()
losses = train(*full, 0, 8)

# zh: 训练 4 个轮次，保存，停止
# en: 4 epochs, save, stop
torch.manual_seed(1)
parts = build()
train(*parts, 0, 4)
save_checkpoint("checkpoint.pt", *parts, epoch=4)

# zh: 模拟新的进程：换一个种子，重新构造对象，从第 4 个轮次继续
# en: as in a new process: another seed, new objects; continue with epoch 4
torch.manual_seed(2)
parts = build()
start = load_checkpoint("checkpoint.pt", *parts)
resumed = train(*parts, start, 8)

assert resumed == losses[len(losses) // 2 :]
for p, q in zip(full[0].parameters(), parts[0].parameters(), strict=True):
    assert torch.equal(p, q)
print("losses compared:", len(resumed))
print("bit for bit the same")
# --8<-- [end:proof]

# --8<-- [start:left_out]
torch.manual_seed(2)
save_checkpoint("fresh.pt", *build(), epoch=0)
saved, fresh = (
    torch.load(path, map_location="cpu", weights_only=True)
    for path in ("checkpoint.pt", "fresh.pt")
)

print(f"{'without':11}{'lr':7}{'differs at':12}in the end")
for key in ("model", "optimizer", "scheduler", "epoch", "rng"):
    # zh: 这一项没有保存，新进程里就只有初始值
    # en: what was not saved has its initial value in a new process
    torch.save(saved | {key: fresh[key]}, "partial.pt")
    parts = build()
    start = load_checkpoint("partial.pt", *parts)
    lr = parts[1].param_groups[0]["lr"]
    partial = train(*parts, start, 8)
    differs = [n for n, loss in enumerate(resumed, 1) if partial[n - 1] != loss]
    difference = max(
        (p - q).abs().max().item()
        for p, q in zip(full[0].parameters(), parts[0].parameters(), strict=True)
    )
    first = f"step {differs[0]}" if differs else "never"
    print(f"{key:11}{lr:<7}{first:12}{difference:.3f}")
    assert difference > 0
# --8<-- [end:left_out]
