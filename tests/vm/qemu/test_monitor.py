"""Reading QEMU's answers; its behaviour is in promises/test_qemu_monitor.py."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_vm.qemu.command import HostForward
from davit_vm.qemu.monitor import GuestMemory, parse_forwards, parse_memory

USERNET = """\
Hub -1 (net0):
  Protocol[State]    FD  Source Address  Port   Dest. Address  Port RecvQ SendQ
  TCP[HOST_FORWARD]  15               * 18081       10.0.2.15    81     0     0
  TCP[HOST_FORWARD]  14       127.0.0.1 40977       10.0.2.15    22     0     0
  TCP[ESTABLISHED]   19       127.0.0.1 18080       10.0.2.15    80     0     0
  TCP[TIME_WAIT]     -1       10.0.2.15 44820       10.0.2.2   5432     0     0
  UDP[HOST_FORWARD]  13   192.168.178.1    53       10.0.2.15  5353     0     0
  UDP[236 sec]       13       10.0.2.15  5353         8.8.8.8    53     0     0
  ICMP[10 sec]       21       10.0.2.15     -         8.8.8.8     -     0     0
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_forwards_are_told_from_connections(end: str) -> None:
    assert parse_forwards(USERNET.replace("\n", end)) == (
        HostForward(protocol="tcp", host_ip="0.0.0.0", host_port=18081, guest_port=81),
        HostForward(protocol="tcp", host_ip="127.0.0.1", host_port=40977, guest_port=22),
        HostForward(protocol="udp", host_ip="192.168.178.1", host_port=53, guest_port=5353),
    )


@given(st.text())
def test_any_other_answer_has_no_forwards(text: str) -> None:
    assert parse_forwards(text) == ()


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (
            {
                "stats": {"stat-total-memory": 1014059008, "stat-available-memory": 891666432},
                "last-update": 1795274227,
            },
            GuestMemory(total=1014059008, available=891666432),
        ),
        (
            {
                "stats": {"stat-total-memory": 2**64 - 1, "stat-available-memory": 2**64 - 1},
                "last-update": 1,
            },
            None,
        ),
        ({"stats": {"stat-total-memory": 1, "stat-available-memory": 1}, "last-update": 0}, None),
        ({"stats": {"stat-total-memory": 1, "stat-available-memory": -1}, "last-update": 9}, None),
        ({}, None),
    ],
)
def test_memory_is_known_when_the_guest_has_told(
    answer: object, expected: GuestMemory | None
) -> None:
    assert parse_memory(answer) == expected
