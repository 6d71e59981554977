"""AveragedModel and its averages against torch's; SWALR is tested with the other schedulers."""

import copy
import inspect
import io
import itertools
import pickle
from typing import Any, cast

import pytest
import torch
import torch.optim.swa_utils as torch_swa_utils
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor, nn

from optguide import swa_utils
from tests.support.optim_compare import assert_same, assert_same_refusal

MODULES = [torch_swa_utils, swa_utils]


def network(seed: int = 0) -> nn.Module:
    """With parameters of two kinds, and buffers that are floats and one that is an int."""
    torch.manual_seed(seed)
    model = nn.Sequential(
        nn.Linear(3, 4), nn.BatchNorm1d(4), nn.ReLU(), nn.Linear(4, 2).double()
    )
    model.register_buffer("count", torch.tensor(0))
    return model


def change(model: nn.Module, i: int) -> None:
    """What a step of training does to a model, the buffers included."""
    random = torch.Generator().manual_seed(i)
    with torch.no_grad():
        for tensor in itertools.chain(model.parameters(), model.buffers()):
            if tensor.is_floating_point():
                tensor += torch.randn(tensor.shape, generator=random)
            else:
                tensor += i


def functions(module: Any) -> dict[str, Any]:
    return {
        "default": None,
        "swa": module.get_swa_avg_fn(),
        "ema": module.get_ema_avg_fn(),
        "ema 0": module.get_ema_avg_fn(0),
        "ema 0.7": module.get_ema_avg_fn(0.7),
        "ema 1": module.get_ema_avg_fn(1.0),
        "own": lambda mean, current, n: torch.maximum(mean, current) + n,
    }


@settings(max_examples=60, deadline=None)
@given(
    average=st.sampled_from(sorted(functions(swa_utils))),
    use_buffers=st.booleans(),
    n_models=st.integers(0, 6),
    stop=st.integers(0, 6),
)
def test_equal_to_torch(average, use_buffers, n_models, stop):
    """After ``stop`` models it is saved, and another one, of torch or ours, goes on."""

    def run(writer, reader):
        model = network()

        def averaged(module):
            avg_fn = functions(module)[average]
            on_gpu = torch.get_default_device().type != "cpu"
            if module is torch_swa_utils and avg_fn is None and on_gpu:
                # There its default takes all tensors at once: other last digits, and a
                # RuntimeError for a buffer of integers.
                avg_fn = module.get_swa_avg_fn()
            return module.AveragedModel(model, avg_fn=avg_fn, use_buffers=use_buffers)

        history = []
        mean = averaged(writer)
        for i in range(n_models):
            if i == stop:
                saved = copy.deepcopy(mean.state_dict())
                mean = averaged(reader)
                mean.load_state_dict(saved)
            change(model, i)
            mean.update_parameters(model)
            history.append(copy.deepcopy({**mean.state_dict()}))
        return history

    expected = run(torch_swa_utils, torch_swa_utils)
    for writer, reader in itertools.product(MODULES, repeat=2):
        assert_same(run(writer, reader), expected)


def test_default_average_is_close_to_that_of_torch_on_every_device():
    model = network()
    theirs, ours = (module.AveragedModel(model) for module in MODULES)
    for i in range(4):
        change(model, i)
        ours.update_parameters(model)
        theirs.update_parameters(model)
    torch.testing.assert_close(ours.state_dict(), theirs.state_dict())


@pytest.mark.parametrize("module", MODULES)
def test_the_mean_of_all_models(module):
    model = nn.Linear(1, 1, bias=False)
    mean, ema = (
        module.AveragedModel(model),
        module.AveragedModel(model, avg_fn=module.get_ema_avg_fn(0.75)),
    )
    for weight in (1.0, 2.0, 6.0):
        nn.init.constant_(model.weight, weight)
        mean.update_parameters(model)
        ema.update_parameters(model)
    assert mean(torch.ones(1, 1)).item() == 3.0
    assert mean.n_averaged.item() == 3
    assert ema(torch.ones(1, 1)).item() == 0.75 * (0.75 * 1 + 0.25 * 2) + 0.25 * 6
    assert model.weight.item() == 6.0


@pytest.mark.parametrize("module", MODULES)
def test_the_copy_is_a_copy_and_learns_nothing(module):
    model = network()
    mean = module.AveragedModel(model)
    assert_same({**mean.module.state_dict()}, {**model.state_dict()})
    for ours, theirs in zip(mean.module.parameters(), model.parameters(), strict=True):
        assert ours is not theirs
        assert ours.requires_grad
    mean.update_parameters(model)
    change(model, 1)
    mean.update_parameters(model)
    assert all(param.grad_fn is None for param in mean.parameters())


@pytest.mark.parametrize("module", MODULES)
def test_device(module):
    mean = module.AveragedModel(network(), device="meta")
    assert all(tensor.is_meta for tensor in mean.state_dict().values())


@pytest.mark.parametrize("module", MODULES)
def test_copies_and_files(module):
    model = network()
    mean = module.AveragedModel(model)
    mean.update_parameters(model)
    for other in (copy.deepcopy(mean), pickle.loads(pickle.dumps(mean))):
        assert_same({**other.state_dict()}, {**mean.state_dict()})
    file = io.BytesIO()
    torch.save(mean.state_dict(), file)
    file.seek(0)
    assert_same({**torch.load(file, weights_only=True)}, {**mean.state_dict()})


def test_another_model_is_refused():
    """Torch takes what fits, in order, and leaves the rest of the average as it was."""
    mean = torch_swa_utils.AveragedModel(nn.Linear(2, 2))
    mean.update_parameters(nn.Linear(2, 2, bias=False))
    ours = swa_utils.AveragedModel(nn.Linear(2, 2))
    with pytest.raises(ValueError, match="shorter"):
        ours.update_parameters(nn.Linear(2, 2, bias=False))


def test_many_tensors_at_once_are_for_speed():
    with pytest.raises(NotImplementedError, match="give avg_fn"):
        swa_utils.AveragedModel(
            network(), multi_avg_fn=torch_swa_utils.get_swa_multi_avg_fn()
        )


@pytest.mark.parametrize("decay", [-0.1, 1.1, 2])
def test_decay_is_a_part(decay):
    assert_same_refusal(
        lambda module: module.get_ema_avg_fn(decay), swa_utils, torch_swa_utils
    )


# update_bn


class Seen(nn.Module):
    """Counts what it is called with."""

    def __init__(self) -> None:
        super().__init__()
        self.inputs: list[Tensor] = []

    def forward(self, input: Tensor) -> Tensor:
        self.inputs.append(input)
        return input


@pytest.mark.parametrize("training", [True, False])
@pytest.mark.parametrize("kind", ["tensor", "tuple", "list"])
def test_update_bn(training, kind):
    def run(module):
        torch.manual_seed(0)
        model = nn.Sequential(
            nn.BatchNorm1d(3, momentum=0.3),
            nn.Linear(3, 4),
            nn.BatchNorm1d(4, momentum=None),
        ).train(training)
        change(model, 3)
        batches: list[Any] = [torch.randn(5, 3), torch.randn(7, 3), torch.randn(2, 3)]
        if kind != "tensor":
            batches = [{"tuple": tuple, "list": list}[kind]([b, 1]) for b in batches]
        module.update_bn(batches, model, device=torch.get_default_device())
        module.update_bn(iter(batches), model)
        first, _, last = (cast(Any, layer) for layer in model)
        assert model.training == first.training == training
        assert (first.momentum, last.momentum) == (0.3, None)
        return {**model.state_dict()}

    ours, theirs = run(swa_utils), run(torch_swa_utils)
    assert_same(ours, theirs)


def test_update_bn_takes_the_mean_of_the_batches():
    layer = nn.BatchNorm1d(1)
    swa_utils.update_bn(
        [torch.tensor([[1.0], [3.0]]), torch.tensor([[8.0], [8.0]])], layer
    )
    assert layer.running_mean is not None
    assert layer.running_mean.item() == 5.0


@pytest.mark.parametrize("module", MODULES)
def test_update_bn_without_bn_does_nothing(module):
    model = Seen().eval()
    module.update_bn([torch.ones(1)], model)
    assert model.inputs == []
    assert not model.training


def test_update_bn_moves_the_input():
    for module in MODULES:
        seen = Seen()
        model = nn.Sequential(seen, nn.BatchNorm1d(1))
        with pytest.raises((RuntimeError, NotImplementedError)):
            module.update_bn([(torch.ones(2, 1),)], model, device="meta")
        assert seen.inputs[0].is_meta


def test_signatures():
    for name in ("get_ema_avg_fn", "get_swa_avg_fn", "update_bn", "AveragedModel"):
        ours, theirs = (
            inspect.signature(getattr(module, name)).parameters
            for module in MODULES[::-1]
        )
        assert [(p.name, p.kind, p.default) for p in ours.values()] == [
            (p.name, p.kind, p.default) for p in theirs.values()
        ]
    left_out = {"get_ema_multi_avg_fn", "get_swa_multi_avg_fn"}  # for speed
    assert {*swa_utils.__all__} == {*torch_swa_utils.__all__} - left_out
