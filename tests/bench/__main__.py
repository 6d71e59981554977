"""make bench: optguide against torch, as ratios of times measured in one run, one thread.

A ratio below 1 means that optguide is the faster one.
``python -m tests.bench losses`` measures one subject.
"""

import sys

import torch
from tqdm import tqdm

from tests.bench import losses, lr_scheduler, sgd
from tests.bench.measure import ratio

SUBJECTS = {
    "sgd": sgd.cases,
    "variants": sgd.variants,
    "losses": losses.cases,
    "lr_scheduler": lr_scheduler.cases,
}


def main(subjects: list[str]) -> None:
    """Print one line for each case as it is measured."""
    unknown = set(subjects) - {*SUBJECTS, "memory"}
    if unknown:
        sys.exit(
            f"unknown: {', '.join(unknown)}; there are {', '.join(SUBJECTS)}, memory"
        )
    torch.set_num_threads(1)
    torch.manual_seed(0)
    print(
        f"time of optguide / time of torch {torch.__version__}, one thread, foreach=False"
    )
    cases = [
        case
        for subject in subjects
        if subject != "memory"
        for case in SUBJECTS[subject]()
    ]
    over = 0
    for name, ours, theirs, goal in tqdm(cases, unit="case", leave=False):
        value = ratio(ours, theirs)
        missed = goal is not None and value > goal
        over += missed
        tqdm.write(f"{name:50} {value:6.2f}" + (f"  goal {goal:g}" if missed else ""))
    print(f"{len(cases)} cases, {over} over their goal")
    if "memory" in subjects:
        print(
            "\npeak memory in MB, 4 parameters of 1 MB: optguide, torch's loop, foreach, fused"
        )
        for name, peaks in sgd.memory():
            print(f"{name:50}", *(f"{size / 1e6:6.2f}" for size in peaks), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:] or [*SUBJECTS, "memory"])
