"""What the site says by itself, in both languages: ``words.yml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml


@cache
def words(language: str) -> dict[str, str]:
    """The texts in one language, by their name."""
    text = Path(__file__).with_suffix(".yml").read_text("utf-8")
    return {name: both[language] for name, both in yaml.safe_load(text).items()}
