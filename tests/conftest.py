"""What every test may ask for."""

from pathlib import Path

import pytest

_SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of real releases, schemas and gold data that lies beside some checkouts."""
    if not _SHARED.is_dir():
        pytest.skip("the folder of real documents (`shared`, beside the checkout) is not here")
    return _SHARED
