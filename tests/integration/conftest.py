"""Shared by the tests of services on a store."""

from collections.abc import Callable
from typing import Any

import pytest

from app.bootstrap import Services


@pytest.fixture
def write(services: Services) -> Callable[..., Any]:
    """Run a service function in a transaction of its own."""
    return services.database.write_now
