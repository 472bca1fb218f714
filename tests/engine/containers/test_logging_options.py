"""Log drivers and their options."""

import pytest

from davit_engine.containers import logging_options
from davit_engine.containers.model import Config, Container, HostConfig, LogConfig
from davit_engine.errors import InvalidParameter


def log(driver: str = "", **options: str) -> LogConfig:
    return LogConfig(
        type=driver, config={key.replace("_", "-"): value for key, value in options.items()}
    )


def container(options: LogConfig) -> Container:
    return Container(
        id="0123456789ab" * 5 + "0000",
        name="web",
        created_ns=1,
        image_id="sha256:" + "f" * 64,
        layers=(),
        path="true",
        args=(),
        config=Config(image="app", labels={"a": "1", "b": "x y"}, env=["V=2", "W=3"]),
        host_config=HostConfig(log_config=options),
    )


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (log("syslog"), "no log driver named 'syslog' is registered"),
        (log("json-file", nope="1"), "unknown log opt 'nope' for json-file log driver"),
        (log("local", labels="a"), "unknown log opt 'labels' for local log driver"),
        (log("journald", max_size="1m"), "unknown log opt 'max-size' for journald"),
        (log(max_file="0"), "max-file cannot be less than 1"),
        (log(max_size="big"), "invalid max-size"),
        (log(mode="maybe"), "logging mode not supported: maybe"),
        (log(max_buffer_size="1m"), "only supported with 'mode=non-blocking'"),
        (log(compress="maybe"), "invalid value for compress"),
        (log(tag="{{.Nope}}"), "failed to parse tag"),
        (log(env_regex="("), "error parsing regexp"),
        (log(env_regex="a" * 300), "longer than 256"),
    ],
)
def test_what_no_driver_takes_is_refused(options: LogConfig, words: str) -> None:
    with pytest.raises(InvalidParameter, match=words):
        logging_options.check(options)


@pytest.mark.parametrize(
    "options",
    [
        log(),
        log("none", anything="goes"),
        log("local", max_size="1m", max_file="2", compress="false"),
        log("journald", mode="non-blocking", max_buffer_size="4m"),
        log("json-file", labels="a", env_regex="^V", tag="{{.Name}}/{{.ID}}", max_size="-1"),
    ],
)
def test_what_a_driver_takes_passes(options: LogConfig) -> None:
    logging_options.check(options)


def test_size_and_number_of_the_files() -> None:
    limits = logging_options.log_limits(log(max_size="2m", max_file="3"))
    assert (limits.size, limits.files) == (2 << 20, 3)
    assert logging_options.log_limits(log(max_size="1k")).files == 1
    assert logging_options.log_limits(log()).size == 20 << 20
    assert logging_options.log_limits(log(max_size="-1")).size > 1 << 60


def test_details_are_labels_variables_and_the_tag_in_order() -> None:
    options = log(labels="b,missing", env_regex="^[VW]$", tag="{{.Name}}-{{.ImageName}}")
    assert logging_options.details(container(options)) == "V=2,W=3,b=x+y,tag=web-app"
    assert logging_options.details(container(log())) == ""


def test_the_engines_driver_and_its_options_are_for_whoever_names_no_other() -> None:
    options = {"max-size": "5m", "max-file": "2"}
    for asked, found in (
        (LogConfig(), LogConfig(type="local", config=options)),
        (
            LogConfig(type="local", config={"max-size": "1m"}),
            LogConfig(type="local", config={"max-size": "1m", "max-file": "2"}),
        ),
        (LogConfig(type="json-file"), LogConfig(type="json-file")),
    ):
        assert logging_options.with_defaults(asked, "local", options) == found
