"""buildx with its docker-container driver: BuildKit in a container of ours builds for us.

Debian has no buildkitd, but BuildKit inside dockerd; so the image is dockerd's, and what builds is
a whole Docker in a privileged container.
"""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fixtures.commands import Images
from fixtures.daemon import Engine

pytestmark = pytest.mark.root

DOCKERFILE = """\
FROM {busybox} AS made
ARG WORD=none
COPY greeting /greeting
RUN {{ cat /greeting; echo "made with $WORD"; }} >/said && id -u >>/said
FROM scratch AS files
COPY --from=made /said /said
FROM made
CMD ["cat", "/said"]
"""
SAID = "hello\nmade with love\n0\n"
ALONE = """\
FROM scratch
COPY busybox /bin/
SHELL ["/bin/busybox", "sh", "-c"]
RUN busybox ip -o address | busybox grep -c 'eth0.*172[.]' >/networks
"""


class Buildx:
    """`docker buildx` and a builder of its own."""

    def __init__(self, engine: Engine, config: Path, builder: str) -> None:
        self.engine = engine
        self.builder = builder
        self._env = {"DOCKER_CONFIG": str(config), "BUILDX_BUILDER": builder}

    def __call__(
        self, *arguments: str, check: bool = True, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        return self.docker("buildx", *arguments, check=check, **environment)

    def docker(
        self, *arguments: str, check: bool = True, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        command = [str(self.engine.program("docker")), *arguments]
        return self.engine.run(command, env={**self._env, **environment}, check=check, timeout=300)

    def build(self, *arguments: str) -> str:
        """What a build of the context on the host's network tells."""
        done = self("build", "--network", "host", "--progress", "plain", *arguments)
        return done.stderr

    def container(self) -> Any:
        """What `docker inspect` says of the builder's container; None without one."""
        done = self.docker("inspect", f"buildx_buildkit_{self.builder}0", check=False)
        return json.loads(done.stdout)[0] if done.returncode == 0 else None

    def volumes(self) -> list[str]:
        return self.docker("volume", "ls", "-q").stdout.split()


@pytest.fixture(scope="module")
def buildkit(images: Images) -> str:
    return images.image("buildkit:latest")


@pytest.fixture(scope="module")
def buildx(
    engine: Engine,
    images: Images,
    buildkit: str,
    plugin_config: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Buildx]:
    """A builder that runs, on the host's network, where the registry is."""
    buildx = Buildx(engine, plugin_config, "near")
    address = buildkit.partition("/")[0]
    configuration = tmp_path_factory.mktemp("buildkit") / "buildkitd.toml"
    configuration.write_text(f'[registry."{address}"]\n  http = true\n')
    buildx(
        "create", "--bootstrap", "--name", "near", "--driver", "docker-container",
        "--config", str(configuration),
        "--driver-opt", f"image={buildkit},network=host,memory=1g,env.ONE=two",
        "--buildkitd-flags",
        "--oci-worker-net=host --allow-insecure-entitlement=network.host",
    )  # fmt: skip
    yield buildx
    buildx("rm", "-f", "near", check=False)


@pytest.fixture(scope="module")
def context(images: Images, tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("context")
    busybox = images.image("busybox:latest")
    (folder / "Dockerfile").write_text(DOCKERFILE.format(busybox=busybox))
    (folder / "greeting").write_text("hello\n")
    return str(folder)


def test_a_builder_is_booted_and_inspected(buildx: Buildx, buildkit: str) -> None:
    told = buildx("inspect").stdout
    assert re.search(r"^Driver: +docker-container$", told, re.M)
    assert re.search(r"^Status: +running$", told, re.M)
    assert re.search(r"^Platforms: +linux/(amd64|arm64)", told, re.M)
    container = buildx.container()
    assert container["Config"]["Image"] == buildkit
    assert "ONE=two" in container["Config"]["Env"]
    assert container["HostConfig"]["Privileged"]
    assert container["HostConfig"]["NetworkMode"] == "host"
    assert container["HostConfig"]["Memory"] == 1024**3
    assert container["HostConfig"]["CgroupParent"] == "/docker/buildx"
    (state,) = container["Mounts"]
    assert (state["Type"], state["Name"]) == ("volume", "buildx_buildkit_near0_state")
    assert state["Destination"] == "/var/lib/buildkit"
    assert "running" in buildx("ls").stdout
    shown = buildx.docker("exec", container["Id"], "cat", "/etc/buildkit/buildkitd.toml").stdout
    assert buildkit.partition("/")[0] in shown


def test_an_image_is_built_and_loaded(buildx: Buildx, context: str) -> None:
    told = buildx.build("--build-arg", "WORD=love", "--load", "-t", "said:1", context)
    assert "importing to docker" in told
    assert buildx.docker("run", "--rm", "said:1").stdout == SAID
    steps = buildx.docker("history", "--format", "{{.Comment}}", "said:1").stdout.splitlines()
    assert steps.count("buildkit.dockerfile.v0") == 4
    again = buildx.build("--build-arg", "WORD=love", "--load", "-t", "said:2", context)
    assert len(re.findall(r"^#\d+ CACHED$", again, re.M)) == 2
    buildx.docker("rmi", "said:1", "said:2")


def test_docker_build_goes_to_the_builder(buildx: Buildx, context: str) -> None:
    buildx.docker(
        "build", "--network", "host", "-q", "--build-arg", "WORD=love", "--load", "-t", "said:3",
        context,
    )  # fmt: skip
    assert buildx.docker("run", "--rm", "said:3").stdout == SAID
    buildx.docker("rmi", "said:3")


def test_compose_builds_with_the_builder(buildx: Buildx, context: str, tmp_path: Path) -> None:
    file = tmp_path / "compose.yaml"
    build = {"context": context, "network": "host", "args": {"WORD": "love"}}
    file.write_text(json.dumps({"name": "said", "services": {"one": {"build": build}}}))
    buildx.docker("compose", "-f", str(file), "up", "--build", "-d")
    assert buildx.docker("wait", "said-one-1").stdout == "0\n"
    assert buildx.docker("logs", "said-one-1").stdout == SAID
    buildx.docker("compose", "-f", str(file), "down", "--rmi", "all")


def test_a_build_is_written_into_a_folder(buildx: Buildx, context: str, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    buildx.build(
        "--target", "files", "--build-arg", "WORD=love", "--output", f"type=local,dest={folder}",
        context,
    )  # fmt: skip
    assert (folder / "said").read_text() == SAID


def test_a_build_is_pushed_and_pulled(buildx: Buildx, images: Images, context: str) -> None:
    name = images.image("busybox:latest").replace("library/busybox", "made/said")
    buildx.build("--build-arg", "WORD=love", "--push", "-t", name, context)
    buildx.docker("pull", "-q", name)
    assert buildx.docker("run", "--rm", name).stdout == SAID
    buildx.docker("rmi", name)


def test_a_build_that_fails_says_where(buildx: Buildx, tmp_path: Path, context: str) -> None:
    dockerfile = Path(context, "Dockerfile").read_text() + "RUN echo broken >&2; exit 9\n"
    (tmp_path / "Dockerfile").write_text(dockerfile)
    done = buildx("build", "--network", "host", "-f", str(tmp_path / "Dockerfile"), context,
                  check=False)  # fmt: skip
    assert done.returncode == 1
    assert "exit code: 9" in done.stderr
    assert "broken" in done.stderr


def test_usage_is_told_and_pruned(buildx: Buildx) -> None:
    assert re.search(r"^Total:\s+\d", buildx("du").stdout, re.M)
    assert re.search(r"^Total:\s+\d", buildx("prune", "-a", "-f").stdout, re.M)


def test_a_stopped_builder_starts_with_the_next_build(buildx: Buildx, context: str) -> None:
    buildx.build(context)
    buildx("stop")
    assert buildx.container()["State"]["Status"] == "exited"
    assert re.search(r"^Status: +stopped$", buildx("inspect").stdout, re.M)
    assert "CACHED" in buildx.build(context)
    assert buildx.container()["State"]["Status"] == "running"


def test_a_removed_builder_leaves_its_state_or_nothing(buildx: Buildx) -> None:
    (state,) = [name for name in buildx.volumes() if name.startswith("buildx_")]
    kept = buildx("rm", "--keep-state", "near").stderr
    assert buildx.container() is None
    assert buildx.volumes() == [state], kept
    buildx.docker("volume", "rm", state)


def test_a_builder_on_a_network_of_its_own(
    engine: Engine, buildkit: str, plugin_config: Path, tmp_path: Path
) -> None:
    apart = Buildx(engine, plugin_config, "apart")
    apart("create", "--name", "apart", "--driver", "docker-container",
          "--driver-opt", f"image={buildkit}")  # fmt: skip
    (tmp_path / "busybox").write_bytes(Path("/bin/busybox").read_bytes())
    (tmp_path / "busybox").chmod(0o755)
    (tmp_path / "Dockerfile").write_text(ALONE)
    out = tmp_path / "out"
    apart("build", "--output", f"type=local,dest={out}", str(tmp_path))
    assert (out / "networks").read_text() == "1\n"
    apart("rm", "apart")
    assert apart.container() is None
    assert apart.volumes() == []
