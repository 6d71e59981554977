"""Readable reference implementations of PyTorch's losses, optimizers and schedules."""
