"""The configuration of an image that is made of a container (pure).

Docker's order: `--change` alters the configuration that the request carries, or else the
container's; what that leaves open then comes from the container.
"""

from collections.abc import Sequence

import msgspec

from davit_engine.containers.configure import words
from davit_engine.containers.model import Config
from davit_engine.images.changes import apply_changes
from davit_engine.images.document import Healthcheck, RunConfig


def committed_config(own: Config, asked: Config | None, changes: Sequence[str]) -> RunConfig:
    """Raises InvalidParameter for a change that makes no sense."""
    container = _run_config(own)
    # The triggers of the container's image have fired already, when it was built on.
    container = msgspec.structs.replace(container, on_build=[])
    base = container if asked is None else _run_config(asked)
    return _filled(apply_changes(base, changes), container)


def _filled(config: RunConfig, container: RunConfig) -> RunConfig:
    """What moby's merge of two configurations takes over, and nothing else."""
    named = {entry.partition("=")[0] for entry in config.env}
    inherited = [entry for entry in container.env if entry.partition("=")[0] not in named]
    cmd, entrypoint = config.cmd, config.entrypoint
    if not entrypoint:
        cmd = cmd or container.cmd
        entrypoint = container.entrypoint if entrypoint is None else entrypoint
    return msgspec.structs.replace(
        config,
        user=config.user or container.user,
        exposed_ports={**container.exposed_ports, **config.exposed_ports},
        env=[*config.env, *inherited],
        labels={**container.labels, **config.labels},
        cmd=cmd,
        entrypoint=entrypoint,
        healthcheck=_healthcheck(config.healthcheck, container.healthcheck),
        working_dir=config.working_dir or container.working_dir,
        volumes={**container.volumes, **config.volumes},
        stop_signal=config.stop_signal or container.stop_signal,
    )


def _healthcheck(check: Healthcheck | None, container: Healthcheck | None) -> Healthcheck | None:
    if check is None or container is None:
        return check or container
    return Healthcheck(
        test=check.test or container.test,
        interval=check.interval or container.interval,
        timeout=check.timeout or container.timeout,
        start_period=check.start_period or container.start_period,
        start_interval=check.start_interval or container.start_interval,
        retries=check.retries or container.retries,
    )


def _run_config(config: Config) -> RunConfig:
    plain = msgspec.structs.replace(
        config, cmd=words(config.cmd), entrypoint=words(config.entrypoint)
    )
    return msgspec.convert(
        {key: value for key, value in msgspec.to_builtins(plain).items() if value is not None},
        RunConfig,
        strict=False,
    )
