"""The filter we compile does in the kernel what the profile says."""

import ctypes
import os
import struct

import pytest

from davit_engine.containers.seccomp import custom_profile, default_profile
from davit_engine.containers.spec import DEFAULT_CAPABILITIES
from davit_engine.kernel.seccomp import Compiler, Uncompilable

MACHINE = os.uname().machine
PR_SET_NO_NEW_PRIVS = 38
PR_SET_SECCOMP = 22
SECCOMP_MODE_FILTER = 2


def under_filter(program: bytes, call: str) -> int:
    """Run a Python expression in a child under the filter; the errno of its OSError, or 0."""
    child = os.fork()
    if child == 0:
        status = 99
        try:
            libc = ctypes.CDLL(None, use_errno=True)
            libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
            buffer = ctypes.create_string_buffer(program)
            fprog = struct.pack("HxxxxxxQ", len(program) // 8, ctypes.addressof(buffer))
            if libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, fprog, 0, 0) == 0:
                eval(call, {"os": os, "socket": __import__("socket"), "libc": libc})
                status = 0
        except OSError as error:
            status = error.errno or 98
        finally:
            os._exit(status)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


@pytest.fixture(scope="module")
def program() -> bytes:
    return Compiler().compile(default_profile(MACHINE, frozenset(DEFAULT_CAPABILITIES)))


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("os.getpid()", 0),
        ("socket.socket(socket.AF_INET, socket.SOCK_STREAM).close()", 0),
        ("socket.socket(38, socket.SOCK_SEQPACKET)", 1),
        ("socket.socket(40, socket.SOCK_STREAM)", 1),
        ("os.unshare(os.CLONE_NEWUSER) if hasattr(os, 'unshare') else os.kill(0, 0) or "
         "(_ for _ in ()).throw(OSError(1, 'x'))", 1),
    ],
)  # fmt: skip
def test_the_default_profile_in_the_kernel(program: bytes, call: str, expected: int) -> None:
    assert under_filter(program, call) == expected


def test_a_profile_is_compiled_once() -> None:
    compiler = Compiler()
    profile = default_profile(MACHINE, frozenset())
    assert compiler.compile(profile) is compiler.compile(dict(profile))


def test_a_clients_profile_is_honoured() -> None:
    text = (
        '{"defaultAction":"SCMP_ACT_ALLOW","syscalls":'
        '[{"names":["mkdir","mkdirat"],"action":"SCMP_ACT_ERRNO","errnoRet":5},'
        '{"names":["rmdir"],"action":"SCMP_ACT_ERRNO","includes":{"caps":["CAP_SYS_ADMIN"]}}]}'
    )
    compiled = Compiler().compile(custom_profile(text, MACHINE, ()))
    assert under_filter(compiled, "os.mkdir('/proc/x')") == 5


@pytest.mark.parametrize(
    "section",
    [
        {"defaultAction": "SCMP_ACT_NOPE"},
        {"defaultAction": "SCMP_ACT_ALLOW", "architectures": ["SCMP_ARCH_VAX"]},
        {"defaultAction": "SCMP_ACT_ALLOW", "flags": ["SECCOMP_FILTER_FLAG_LOG"]},
        {"syscalls": "x"},
    ],
)
def test_what_cannot_be_compiled_is_said(section: dict[str, object]) -> None:
    with pytest.raises(Uncompilable):
        Compiler().compile(section)
