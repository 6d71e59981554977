# --8<-- [start:dtype]
import torch
from torch import nn

# zh: 每行都在 0 与 1 之间，当得分、当概率都说得通
# en: between 0 and 1, so that it passes for scores and for probabilities
x = torch.tensor([[0.2, 0.7, 0.1], [0.3, 0.3, 0.4]])
index = torch.tensor([1, 2])
yes_no = torch.tensor([[0, 1, 1], [1, 0, 0]])


def accepted(loss_fn, target):
    dtypes = []
    # zh: uint8 没有 -1
    # en: uint8 has no -1
    signed = bool((target < 0).any())
    for dtype in (torch.float32, torch.int64, torch.uint8)[: 2 if signed else 3]:
        try:
            input = x.clone().requires_grad_()
            loss_fn(input, target.to(dtype)).backward()
        except RuntimeError:
            continue
        dtypes.append(str(dtype).removeprefix("torch."))
    return " ".join(dtypes)


print("target (N,)")
for loss_fn in (nn.CrossEntropyLoss(), nn.NLLLoss(), nn.MultiMarginLoss()):
    print(f"  {type(loss_fn).__name__}: {accepted(loss_fn, index)}")
print("target (N, C)")
for loss_fn in (
    nn.CrossEntropyLoss(),
    nn.KLDivLoss(reduction="batchmean"),
    nn.BCELoss(),
    nn.BCEWithLogitsLoss(),
    nn.MultiLabelMarginLoss(),
):
    print(f"  {type(loss_fn).__name__}: {accepted(loss_fn, yes_no)}")
print("target -1 and 1")
for loss_fn in (nn.SoftMarginLoss(), nn.HingeEmbeddingLoss()):
    print(f"  {type(loss_fn).__name__}: {accepted(loss_fn, 2 * yes_no - 1)}")
# --8<-- [end:dtype]

# --8<-- [start:same]
x = torch.tensor([[2.0, -1.0, 0.5], [0.1, 1.5, -0.3]])
y = yes_no.float()
log_p = x.log_softmax(dim=1)
q = torch.tensor([[0.7, 0.2, 0.1], [0.1, 0.6, 0.3]])

CE, NLL, KL = nn.CrossEntropyLoss(), nn.NLLLoss(), nn.KLDivLoss(reduction="batchmean")
BCE, BCEWithLogits = nn.BCELoss(), nn.BCEWithLogitsLoss()
Poisson, PoissonRate = nn.PoissonNLLLoss(), nn.PoissonNLLLoss(log_input=False)
half_mse = nn.MSELoss()(x, y) / 2

for left, right in (
    (CE(x, index), NLL(log_p, index)),
    (BCEWithLogits(x, y), BCE(x.sigmoid(), y)),
    (nn.MultiLabelSoftMarginLoss()(x, y), BCEWithLogits(x, y)),
    (nn.SoftMarginLoss()(x, 2 * y - 1), BCEWithLogits(x, y)),
    (KL(log_p, q), (q * (q.log() - log_p)).sum() / 2),
    (CE(x, q), KL(log_p, q) - (q * q.log()).sum() / 2),
    (Poisson(x, y), PoissonRate(x.exp(), y)),
    (nn.GaussianNLLLoss()(x, y, torch.ones(2, 3)), half_mse),
):
    torch.testing.assert_close(left, right, rtol=1e-5, atol=1e-6)
# --8<-- [end:same]


# --8<-- [start:rest]
def equal(loss, value):
    torch.testing.assert_close(loss, torch.tensor(value))


a, b = torch.tensor([3.0, 1.0]), torch.tensor([2.0, 1.5])
same, opposite = torch.tensor([1.0, 1.0]), torch.tensor([-1.0, -1.0])

# zh: 1：第一个得分应更高；-1：第二个应更高
# en: 1: the first score should be higher; -1: the second
equal(nn.MarginRankingLoss(reduction="none")(a, b, same), [0.0, 0.5])
equal(nn.MarginRankingLoss(reduction="none")(a, b, opposite), [1.0, 0.0])
# zh: 1：距离应小；-1：距离应不小于 margin，即 1
# en: 1: the distance should be small; -1: it should be at least the margin, 1
d = torch.tensor([0.0, 0.4])
equal(nn.HingeEmbeddingLoss(reduction="none")(d, same), [0.0, 0.4])
equal(nn.HingeEmbeddingLoss(reduction="none")(d, opposite), [1.0, 0.6])
# zh: 1：方向应一致；-1：方向不应一致
# en: 1: the same direction; -1: not the same direction
equal(nn.CosineEmbeddingLoss()(x, 2 * x, same), 0.0)
equal(nn.CosineEmbeddingLoss()(x, 2 * x, opposite), 1.0)
# zh: 锚点离正例比离负例近，而且近出 margin 以上
# en: the anchor is nearer to the positive than to the negative, by the margin
equal(nn.TripletMarginLoss()(x, x, -x), 0.0)
equal(nn.TripletMarginWithDistanceLoss()(x, x, -x), 0.0)
# zh: 目标类领先 1 以上：没有损失
# en: the target leads by 1 or more: no loss
equal(nn.MultiMarginLoss()(x, torch.tensor([0, 1])), 0.0)
# zh: -1 之后的编号不读
# en: what comes after -1 is not read
multi_label = nn.MultiLabelMarginLoss()
ends = multi_label(x, torch.tensor([[0, -1, 1], [1, -1, 0]]))
equal(ends, multi_label(x, torch.tensor([[0, -1, 2], [1, -1, 2]])).item())
# zh: 一步、一个样本、目标是编号 1：就是它的负对数概率
# en: one step, one sample, target 1: its negative log-probability
step = log_p[None, :1]
ctc = nn.CTCLoss()(step, torch.tensor([[1]]), torch.tensor([1]), torch.tensor([1]))
equal(ctc, -log_p[0, 1].item())
# --8<-- [end:rest]

# --8<-- [start:linear]
linear_ce = nn.LinearCrossEntropyLoss(3, 4, device="cpu")
features = torch.tensor([[2.0, -1.0, 0.5], [0.1, 1.5, -0.3]], device="cpu")
target = torch.tensor([3, 0], device="cpu")
logits = linear_ce.linear(features)
print("features", tuple(features.shape), "logits", tuple(logits.shape))
torch.testing.assert_close(linear_ce(features, target), CE(logits, target))
# --8<-- [end:linear]

# --8<-- [start:probability]
# zh: 放在 CPU 上问，那里的回答是一个 Python 异常
# en: asked on the CPU, where the answer is a Python exception
try:
    BCE(torch.tensor([2.0], device="cpu"), torch.tensor([1.0], device="cpu"))
except RuntimeError as error:
    print(error)
# --8<-- [end:probability]
