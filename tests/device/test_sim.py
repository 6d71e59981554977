"""The simulated GPU bites: device mistakes are seen, and good code passes."""

from concurrent.futures import Executor

import pytest

from tests.support.sim_check import JITTER, check_code

START = """
import torch
from torch import nn
device = "cuda" if torch.cuda.is_available() else "cpu"
"""

GOOD = {
    "training": """
generator = torch.Generator().manual_seed(0)
x = torch.randn(4, 3, generator=generator).to(device)
y = torch.tensor([0, 1, 2, 0]).to(device)
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(3, 3), nn.Dropout(0.5)).to(device).eval()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
for _ in range(3):
    optimizer.zero_grad()
    loss = nn.CrossEntropyLoss()(model(x), y)
    loss.backward()
    optimizer.step()
    print(f"{loss.item():.4f}")
print(model[0].bias)
""",
    "no word of devices": """
x = torch.tensor([1.0, 2.0], requires_grad=True)
(x ** 2).sum().backward()
print(x.grad, x, x[torch.tensor([0])])
torch.manual_seed(0)
print(torch.rand(2), torch.randperm(3), nn.Linear(2, 1).weight, nn.Dropout()(x.detach()))
""",
    "hard-coded": """
if torch.cuda.is_available():
    w, v = torch.ones(2, device="cuda"), torch.ones(2).cuda()
    assert str((w + v).device) == "cuda:0" and (w * 2).is_cuda
""",
    "saved and loaded": """
model = nn.Linear(2, 2).to(device)
weight = model.weight
assert model.to(device).weight is weight
torch.save(model.state_dict(), "model.pt")
saved = torch.load("model.pt", map_location="cpu", weights_only=True)
assert all(v.is_cpu for v in saved.values())
model.load_state_dict(saved)
assert torch.equal(model.weight.cpu(), saved["weight"])
""",
    "a number, and an index, on the CPU": """
x = torch.arange(3.0, device=device)
print(x * torch.tensor(2.0), x[torch.tensor([2, 0])], x.tolist())
""",
    "the same operations, the same digits": """
w = [torch.full((3,), 0.1, device=device) for _ in range(2)]
assert torch.equal(*(x.exp() / 3 for x in w))
""",
    "factories": """
for x in (torch.arange(3), torch.arange(1.0, 2, 0.5), torch.linspace(0, 1, 3),
          torch.eye(2), torch.eye(2, 3), torch.randperm(3), torch.full((2,), 0.5)):
    print(list(x.shape), len(x))
print(torch.combinations(torch.arange(3)))
""",
    "an exception out of backward": """
x = torch.ones(3, device=device, requires_grad=True)
loss = nn.functional.nll_loss(x, torch.tensor([1], device=device))
try:
    loss.backward()
except RuntimeError as error:
    print(error)
""",
    "CTC": """
log_probs = torch.zeros(5, 2, 4, device=device).log_softmax(-1)
targets, lengths = torch.tensor([[1, 2], [3, 1]], device=device), torch.tensor([2, 2])
loss = nn.CTCLoss()(log_probs, targets, torch.tensor([5, 5]), lengths)
print(f"{loss.item():.4f}")
""",
}

# Code, and what the report has to say.
BAD = {
    "target left on the CPU": (
        "nn.CrossEntropyLoss()(torch.ones(2, 3, device=device), torch.tensor([0, 1]))",
        "same device",
    ),
    "class weight left on the CPU": (
        """
loss_fn = nn.CrossEntropyLoss(weight=torch.tensor([1.0, 2.0, 3.0]))
loss_fn(torch.ones(2, 3, device=device), torch.tensor([0, 1], device=device))
""",
        "same device",
    ),
    "momentum buffer left on the CPU": (
        """
w = torch.ones(3, device=device, requires_grad=True)
buffer = torch.zeros(3)
w.sum().backward()
buffer.mul_(0.9).add_(w.grad)
""",
        "same device",
    ),
    "eye left on the CPU": (
        "torch.eye(3)[[0, 1]] * torch.ones(2, 3, device=device)",
        "same device",
    ),
    "numbers of two devices stacked": (
        "torch.stack([torch.tensor(1.0, device=device), torch.tensor(2.0)])",
        "same device",
    ),
    "the device's random numbers": (
        "torch.manual_seed(0)\nprint(torch.randn(2, device=device))",
        "prints",
    ),
    "the device's dropout": (
        "torch.manual_seed(0)\nprint(nn.Dropout()(torch.ones(20).to(device)))",
        "prints",
    ),
    "a CPU generator": (
        "torch.rand(2, device=device, generator=torch.Generator().manual_seed(0))",
        "generator",
    ),
    "the last digits": (
        "print(torch.full((1000,), 0.1, device=device).sum().item())",
        "with other last digits",
    ),
    "equal to the last digit": (
        "x = torch.tensor([0.1, 0.2, 0.3])\n"
        "assert torch.equal(x * 3 * 2, x * 6) or device == 'cuda'\n"
        "assert (x.exp().sum().log() - x.logsumexp(0)).abs() < 1e-7",
        "with other last digits",
    ),
    "numpy": ("torch.ones(2, device=device).numpy()", "numpy"),
    "numpy of what names no device": ("torch.ones(2).numpy()", "on the device"),
    "numpy in two worlds": (
        "import numpy\ntorch.ones(2) + torch.from_numpy(numpy.ones(2))",
        "on the device",
    ),
}


@pytest.mark.parametrize("name", GOOD)
def test_good_code_passes(name: str, gpu_process: Executor) -> None:
    assert gpu_process.submit(check_code, START + GOOD[name]).result(timeout=300) == []


@pytest.mark.parametrize("name", BAD)
def test_a_mistake_is_seen(name: str, gpu_process: Executor) -> None:
    code, says = BAD[name]
    problems = gpu_process.submit(check_code, START + code).result(timeout=300)
    assert problems
    assert says in problems[0]


def test_the_jitter_is_of_the_size_of_a_rounding() -> None:
    assert 2 * 2**-24 < JITTER < 2**-20


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("x + y", "but found at least two devices, cuda:0 and cpu!"),
        (
            "torch.nn.functional.nll_loss(torch.ones(2, 2, device='cuda'), torch.tensor([0, 1]))",
            "but got target is on cpu, different from other tensors on cuda:0 "
            "(when checking argument in method wrapper_CUDA_nll_loss_forward)",
        ),
    ],
)
def test_mixed_devices_are_refused_in_cudas_words(
    gpu_process: Executor, code: str, message: str
) -> None:
    wanted = f"Expected all tensors to be on the same device, {message}"
    assert gpu_process.submit(raised, code).result() == wanted


def raised(code: str) -> str:
    """What a piece of code raises on the simulated GPU."""
    import torch

    from tests.support.sim import simulated

    with simulated(own_stream=True):
        names = {"torch": torch, "x": torch.ones(2), "y": torch.ones(2, device="cuda")}
        try:
            exec(code, names)
        except RuntimeError as error:
            return str(error)
    return ""


def test_a_tensor_is_of_torchs_type(gpu_process: Executor) -> None:
    code = "raise RuntimeError(f'{type(y)} {y.type()}')"
    wanted = "<class 'torch.Tensor'> torch.cuda.FloatTensor"
    assert gpu_process.submit(raised, code).result() == wanted
