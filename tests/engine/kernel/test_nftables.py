"""Rules through libnftables, and through nft first."""

from pathlib import Path

import pytest

from davit_engine.errors import SystemFailure
from davit_engine.kernel import nftables
from davit_engine.kernel.nftables import Nftables


def test_a_crash_of_nft_is_told_and_is_not_the_engines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "nft"
    program.write_text("#!/bin/sh\nkill -SEGV $$\n")
    program.chmod(0o755)
    monkeypatch.setattr(nftables, "_PATH", str(tmp_path))
    rules = Nftables()
    with pytest.raises(SystemFailure, match=r"killed by SIGSEGV .* Update nftables"):
        rules.run("list tables\n")
    rules.close()


@pytest.mark.root
def test_the_program_and_the_library_give_the_same_answer() -> None:
    rules = Nftables()
    first = rules.run("list tables ip6\n")
    assert rules.run("list tables ip6\n") == first
    with pytest.raises(SystemFailure, match="nftables refused the rules"):
        rules.run("delete table inet no_such_table_of_davit\n")
    rules.close()
