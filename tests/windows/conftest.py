"""What Windows alone can show; run by its Python, on Windows or under Wine."""

import os
import uuid

import pytest

collect_ignore_glob = [] if os.name == "nt" else ["test_*.py"]


@pytest.fixture
def address() -> str:
    """Of a pipe that nobody else uses."""
    return f"npipe:////./pipe/davit-test-{uuid.uuid4().hex}"
