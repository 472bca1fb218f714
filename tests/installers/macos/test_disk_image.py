"""What the notary says."""

import pytest

from macos import disk_image
from release import BuildError

NAMES = ("DAVIT_NOTARY_KEY", "DAVIT_NOTARY_KEY_ID", "DAVIT_NOTARY_ISSUER")


def test_a_verdict_is_read() -> None:
    told = '{"message":"Processing complete","id":"2efe2717","status":"Invalid"}'
    assert disk_image.parse_verdict(told) == ("2efe2717", "Invalid")


@pytest.mark.parametrize("told", ["", "Error: no network", "[]", '{"id": "1"}'])
def test_no_verdict_is_an_error(told: str) -> None:
    with pytest.raises(BuildError, match="did not answer as it should"):
        disk_image.parse_verdict(told)


def test_half_a_key_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    assert disk_image.notary() is None
    monkeypatch.setenv(NAMES[0], "key.p8")
    with pytest.raises(BuildError, match="DAVIT_NOTARY_KEY_ID and DAVIT_NOTARY_ISSUER"):
        disk_image.notary()
