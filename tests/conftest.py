"""What every test may ask for."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# The check goes through the same examples every time; `--hypothesis-profile=long` looks further.
settings.register_profile(
    "check", max_examples=40, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("long", max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("check")

_SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of real releases, schemas and gold data that lies beside some checkouts."""
    if not _SHARED.is_dir():
        pytest.skip("the folder of real documents (`shared`, beside the checkout) is not here")
    return _SHARED


@pytest.fixture(autouse=True, scope="session")
def own_folders(tmp_path_factory):
    """Keep what tests leave in the user's folders away from those of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_STATE_HOME", "XDG_DATA_HOME"):
            patch.setenv(name, str(tmp_path_factory.mktemp(name)))
        yield
