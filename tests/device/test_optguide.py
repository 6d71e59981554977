"""The tests of `optguide` pass on the simulated GPU: tried with few of them."""

import subprocess
import sys

import pytest

from optguide_site.project import ROOT

FILES = ["losses", "optim", "test_lr_scheduler_rules.py", "test_swa_utils.py"]
# All of them take ten minutes there. These are torch's own samples for every module and
# for SGD, and of the schedulers and averages those that hold tensors.
FEW = "samples_of_the_module or torchs_own or value_for_each_group or update_bn or default_average"


@pytest.mark.slow
def test_few_tests_on_a_simulated_gpu() -> None:
    """In a process of its own: what the GPU takes of PyTorch it never gives back."""
    options = ["-p", "no:xdist", "-p", "no:cacheprovider", "--device", "sim"]
    files = [str(ROOT / "tests" / name) for name in FILES]
    command = [sys.executable, "-m", "pytest", *options, *files, "-k", FEW]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
