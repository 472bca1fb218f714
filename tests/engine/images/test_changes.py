"""Dockerfile instructions that alter a configuration."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_engine.errors import InvalidParameter
from davit_engine.images.changes import apply_changes
from davit_engine.images.document import Healthcheck, RunConfig

BASE = RunConfig(env=["PATH=/bin", "A=0"], cmd=["old"], working_dir="/srv", labels={"a": "b"})


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("CMD echo hi", {"cmd": ["/bin/sh", "-c", "echo hi"]}),
        ('cmd ["echo", "hi"]', {"cmd": ["echo", "hi"]}),
        ('ENTRYPOINT ["/x"]', {"entrypoint": ["/x"], "cmd": None}),
        ("ENV A=1 B='x y'", {"env": ["PATH=/bin", "A=1", "B=x y"]}),
        ("ENV A one two", {"env": ["PATH=/bin", "A=one two"]}),
        ("LABEL c=d", {"labels": {"a": "b", "c": "d"}}),
        ("EXPOSE 80 53/UDP", {"exposed_ports": {"80/tcp": {}, "53/udp": {}}}),
        ("EXPOSE 8000-8001", {"exposed_ports": {"8000/tcp": {}, "8001/tcp": {}}}),
        ("USER 1000:1000", {"user": "1000:1000"}),
        ("WORKDIR app/../lib", {"working_dir": "/srv/lib"}),
        ("WORKDIR /../../x", {"working_dir": "/x"}),
        ('VOLUME ["/a", "/b c"]', {"volumes": {"/a": {}, "/b c": {}}}),
        ("VOLUME /a /b", {"volumes": {"/a": {}, "/b": {}}}),
        ("ONBUILD RUN x", {"on_build": ["RUN x"]}),
        ("STOPSIGNAL SIGTERM", {"stop_signal": "SIGTERM"}),
        ("STOPSIGNAL rtmin+3", {"stop_signal": "rtmin+3"}),
        ("STOPSIGNAL 9", {"stop_signal": "9"}),
        ("HEALTHCHECK NONE", {"healthcheck": Healthcheck(test=["NONE"])}),
        (
            "HEALTHCHECK --interval=5s --retries=3 CMD curl x",
            {
                "healthcheck": Healthcheck(
                    test=["CMD-SHELL", "curl x"], interval=5 * 10**9, retries=3
                )
            },
        ),
        ("# nothing", {}),
        ("", {}),
    ],
)
def test_an_instruction_changes_the_configuration(change, expected):
    changed = apply_changes(BASE, [change])
    for field in RunConfig.__struct_fields__:
        assert getattr(changed, field) == expected.get(field, getattr(BASE, field))


def test_a_command_beside_the_entrypoint_stays():
    changed = apply_changes(BASE, ['CMD ["a"]', 'ENTRYPOINT ["b"]'])
    assert (changed.cmd, changed.entrypoint) == (["a"], ["b"])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("RUN make", "RUN is not a valid change command"),
        ("STOPSIGNAL SIGNOTHING", "invalid signal: SIGNOTHING"),
        ("STOPSIGNAL 65", "invalid signal: 65"),
        ("COPY a b", "COPY is not a valid change command"),
        ("CMD", "CMD requires at least one argument"),
        ("EXPOSE 0", "invalid containerPort: 0"),
        ("EXPOSE 70000", "invalid containerPort: 70000"),
        ("EXPOSE 9-1", "invalid containerPort: 9-1"),
        ("ENV X", "ENV must have two arguments"),
        ("ENV A=1 B", "can't find = in 'B'"),
        ("ENV A='", "ENV: No closing quotation"),
        ('VOLUME [""]', "can not be an empty string"),
        ("ONBUILD FROM x", "FROM isn't allowed as an ONBUILD trigger"),
        ('SHELL ["/bin/bash", "-c"]', "SHELL is not a valid change command"),
        ("HEALTHCHECK sometimes", "unknown type"),
        ("HEALTHCHECK --often=1s CMD x", "unknown flag: --often"),
        ("HEALTHCHECK --interval=x CMD x", "invalid duration"),
        ("HEALTHCHECK --retries=x CMD x", "is not a number"),
    ],
)
def test_a_senseless_instruction_is_refused(change, message):
    with pytest.raises(InvalidParameter, match=message):
        apply_changes(BASE, [change])


@given(
    st.sampled_from(["CMD", "ENV", "LABEL", "EXPOSE", "VOLUME", "HEALTHCHECK", "WORKDIR"]),
    st.text(max_size=40),
)
def test_any_text_is_an_instruction_or_refused(keyword, rest):
    try:
        apply_changes(BASE, [f"{keyword} {rest}"])
    except InvalidParameter as error:
        assert str(error)  # noqa: PT017 - both outcomes are right
