"""A stop watch for budgets."""

import time
from collections.abc import Callable

import pytest


@pytest.fixture
def benchmark_time() -> Callable[[Callable[[], object]], float]:
    """Seconds that a call takes."""

    def took(work: Callable[[], object]) -> float:
        began = time.perf_counter()
        work()
        return time.perf_counter() - began

    return took
