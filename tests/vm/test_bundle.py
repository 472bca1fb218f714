"""The report: canaries in everything that goes into it, and none in what comes out."""

import json
import os
import stat
import tarfile
from pathlib import Path

import pytest

from davit_vm import bundle
from davit_vm.errors import MachineError
from davit_vm.paths import Paths, machine_paths
from davit_vm.status import Check, Problem, State, Status

CANARY = "c4n4ry"

PEM = """-----BEGIN OPENSSH PRIVATE KEY-----
b3BlbnNzaC1{0}AAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW
QyNTUxOQAAACD{0}
-----END OPENSSH PRIVATE KEY-----
"""


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """A machine's folder with a secret in each file of it."""
    paths = machine_paths(tmp_path / "machine")
    paths.home.mkdir(mode=0o700)
    key = PEM.format(CANARY)
    gate = (CANARY.encode().hex() * 6)[:64]
    paths.ssh_key.write_text(key)
    paths.host_key.write_text(key.replace("b3Bl", "c3Bl"))
    paths.gate_key.write_text(gate + "\n")
    paths.data_disk.write_text(CANARY)
    paths.settings.write_text(
        json.dumps(
            {
                "http_proxy": f"http://me:{CANARY}@proxy:3128",
                "engine": {"registries": {"r": {"password": CANARY, "identityToken": CANARY}}},
            }
        )
    )
    paths.settings.with_name("machine.json.bak").write_text(CANARY)
    paths.state.write_text(json.dumps({"status": {"problem": {"why": f"TOKEN={CANARY}"}}}))
    paths.history.write_text(f'[{{"problem": {{"details": "password={CANARY}"}}}}, damaged')
    logged = f"""starting with proxy http://me:{CANARY}@proxy:3128
a line of a key: {key.splitlines()[1]}
gate key {gate}
{key}
run ['-e', 'PGPASSWORD={CANARY} {CANARY}', 'postgres']
Authorization: Bearer {CANARY}
{{"auths": {{"ghcr.io": {{"auth": "{CANARY}"}}}}}}
"""
    for log in (paths.supervisor_log, paths.qemu_log, paths.console_log):
        log.write_text(logged)
        log.with_name(log.name + ".1").write_text(logged)
    image = paths.images / "abc"
    image.mkdir(parents=True)
    (image / "image.json").write_text(json.dumps({"version": "abc", "token": CANARY}))
    return paths


STATUS = Status(
    state=State.FAILED,
    home="/home/me",
    image="abc",
    problem=Problem(what="Cannot start", details=f"-fw_cfg secret={CANARY}"),
)
CHECKS = (Check(name="proxy", ok=False, detail=f"http://me:{CANARY}@proxy refused"),)


def unpacked(path: Path) -> dict[str, bytes]:
    with tarfile.open(path, "r:gz") as archive:
        found = {}
        for member in archive.getmembers():
            content = archive.extractfile(member)
            assert content is not None
            found[member.name.removeprefix("davit-diagnosis/")] = content.read()
        return found


async def test_no_secret_of_any_input_is_in_the_report(
    paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", f"http://me:{CANARY}@proxy")
    monkeypatch.setenv("DOCKER_AUTH_CONFIG", f'{{"auths": {{"x": {{"auth": "{CANARY}"}}}}}}')
    monkeypatch.setenv("DAVIT_TOKEN", CANARY)
    monkeypatch.setenv("SOMETHING_ELSE", CANARY)
    target = tmp_path / "report.tar.gz"
    await bundle.write(paths.home, STATUS, CHECKS, target)
    files = unpacked(target)
    gate = paths.gate_key.read_bytes().strip()
    for name, content in files.items():
        assert CANARY.encode() not in content, name
        assert gate not in content, name
        assert b"b3BlbnNza" not in content, name


async def test_the_report_tells_what_is_needed(paths: Paths, tmp_path: Path) -> None:
    target = tmp_path / "report.tar.gz"
    await bundle.write(paths.home, STATUS, CHECKS, target)
    files = unpacked(target)
    assert sorted(files) == sorted(
        [
            "checks.json", "config.json", "console.log", "console.log.1", "environment.json",
            "folder.txt", "history.json", "image.json", "qemu.log", "qemu.log.1", "state.json",
            "status.json", "supervisor.log", "supervisor.log.1", "versions.json",
        ]
    )  # fmt: skip
    assert json.loads(files["status.json"])["state"] == "failed"
    assert json.loads(files["config.json"])["http_proxy"] == "http://[redacted]@proxy:3128"
    assert json.loads(files["image.json"])["version"] == "abc"
    assert b"data.qcow2" in files["folder.txt"]
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


async def test_a_machine_that_is_not_there_can_be_reported_on(tmp_path: Path) -> None:
    target = tmp_path / "report.tar.gz"
    status = Status(state=State.ABSENT, home=str(tmp_path / "none"))
    await bundle.write(tmp_path / "none", status, (), target)
    assert "versions.json" in unpacked(target)


async def test_a_report_that_cannot_be_written_says_so_and_leaves_nothing(
    paths: Paths, tmp_path: Path
) -> None:
    (tmp_path / "report").mkdir()
    with pytest.raises(MachineError, match="Cannot write the report"):
        await bundle.write(paths.home, STATUS, CHECKS, tmp_path / "report")
    assert sorted(os.listdir(tmp_path)) == ["machine", "report"]  # noqa: PTH208
