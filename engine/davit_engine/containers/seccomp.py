"""The default seccomp filter as OCI linux.seccomp, resolved for a set of capabilities (pure).

What is allowed equals Docker's default profile (moby/profiles, Apache-2.0, read 2026-08): the
system calls below always, more with each capability, everything else fails with EPERM. Sockets of
the families that have repeatedly let containers out (AF_ALG, AF_VSOCK and a few unused ones) are
refused; clone with namespace flags needs CAP_SYS_ADMIN; clone3, whose flags a filter cannot see,
says ENOSYS so that libc falls back to clone.
"""

import functools
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Final

import msgspec

Rule = Mapping[str, object]

ALLOW: Final = "SCMP_ACT_ALLOW"
NAMESPACE_FLAGS: Final = 0x7E020000
"""CLONE_NEWNS | NEWCGROUP | NEWUTS | NEWIPC | NEWUSER | NEWPID | NEWNET (sched.h)."""

SOCKET_FAMILIES: Final = (
    13,
    14,
    15,
    16,
    17,
    18,
    21,
    22,
    24,
    *range(26, 34),
    35,
    36,
    39,
    *range(41, 46),
)
"""Families above AF_ATMSVC's neighbours that are allowed; all below 12 are (socket.h)."""

PERSONALITIES: Final = (0x0, 0x0008, 0x20000, 0x20008, 0xFFFFFFFF)

ARCHITECTURES: Final = {
    "x86_64": ("SCMP_ARCH_X86_64", "SCMP_ARCH_X86", "SCMP_ARCH_X32"),
    "aarch64": ("SCMP_ARCH_AARCH64", "SCMP_ARCH_ARM"),
    "riscv64": ("SCMP_ARCH_RISCV64",),
}

ENOSYS: Final = 38


class _Profile(msgspec.Struct, frozen=True):
    always: tuple[str, ...]
    architectures: dict[str, tuple[str, ...]]
    capabilities: dict[str, tuple[str, ...]]


@functools.cache
def _profile() -> _Profile:
    text = resources.files(__package__).joinpath("seccomp.json").read_bytes()
    return msgspec.json.decode(text, type=_Profile)


@functools.cache
def default_profile(machine: str, capabilities: frozenset[str]) -> dict[str, object]:
    """OCI linux.seccomp for a machine (as uname names it) and a bounding set."""
    profile = _profile()
    allowed = {*profile.always, "ptrace", "process_vm_readv", "process_vm_writev"}
    allowed |= set(profile.architectures.get(machine, ()))
    for capability in capabilities:
        allowed |= set(profile.capabilities.get(capability, ()))
    rules: list[Rule] = [{"names": sorted(allowed), "action": ALLOW}]
    rules.append(_when("socket", 0, 12, "SCMP_CMP_LT"))
    rules += [_when("socket", 0, family, "SCMP_CMP_EQ") for family in SOCKET_FAMILIES]
    rules += [_when("personality", 0, value, "SCMP_CMP_EQ") for value in PERSONALITIES]
    if "CAP_SYS_ADMIN" not in capabilities:
        rules.append(_when("clone", 0, NAMESPACE_FLAGS, "SCMP_CMP_MASKED_EQ"))
        rules.append({"names": ["clone3"], "action": "SCMP_ACT_ERRNO", "errnoRet": ENOSYS})
    filter_: dict[str, object] = {
        "defaultAction": "SCMP_ACT_ERRNO",
        "defaultErrnoRet": 1,
        "syscalls": rules,
    }
    if machine in ARCHITECTURES:
        filter_["architectures"] = list(ARCHITECTURES[machine])
    return filter_


def _when(name: str, index: int, value: int, operation: str) -> Rule:
    argument = {"index": index, "value": value, "op": operation}
    return {"names": [name], "action": ALLOW, "args": [argument]}


class ProfileRule(msgspec.Struct, frozen=True, kw_only=True):
    """One rule of a profile in Docker's file format."""

    action: str
    names: list[str] = msgspec.field(default_factory=list)
    name: str = ""
    args: list[dict[str, object]] | None = None
    errnoRet: int | None = None
    includes: dict[str, object] | None = None
    excludes: dict[str, object] | None = None


def custom_profile(
    text: bytes | str, machine: str, capabilities: Iterable[str]
) -> dict[str, object]:
    """OCI linux.seccomp from a profile in Docker's format; conditions resolved.

    Raises msgspec.DecodeError or ValidationError when the text is not such a profile.
    """
    document = msgspec.json.decode(text, type=dict[str, object])
    rules = msgspec.convert(document.get("syscalls") or [], list[ProfileRule])
    held = frozenset(capabilities)
    resolved: list[Rule] = []
    for rule in rules:
        if rule.includes and not _matches(rule.includes, machine, held, every=True):
            continue
        if rule.excludes and _matches(rule.excludes, machine, held, every=False):
            continue
        entry: dict[str, object] = {"names": rule.names or [rule.name], "action": rule.action}
        if rule.args:
            entry["args"] = rule.args
        if rule.errnoRet is not None:
            entry["errnoRet"] = rule.errnoRet
        resolved.append(entry)
    filter_: dict[str, object] = {
        "defaultAction": document.get("defaultAction", "SCMP_ACT_ERRNO"),
        "syscalls": resolved,
    }
    for key in ("defaultErrnoRet", "architectures", "flags"):
        if document.get(key) is not None:
            filter_[key] = document[key]
    if "architectures" not in filter_ and machine in ARCHITECTURES:
        filter_["architectures"] = list(ARCHITECTURES[machine])
    return filter_


_GO_MACHINES: Final = {"x86_64": "amd64", "aarch64": "arm64", "riscv64": "riscv64"}


def _matches(
    condition: Mapping[str, object], machine: str, held: frozenset[str], *, every: bool
) -> bool:
    """Whether an includes (all of it) or excludes (any of it) condition holds."""
    answers = []
    capabilities = condition.get("caps")
    if isinstance(capabilities, list) and capabilities:
        present = [capability in held for capability in capabilities]
        answers.append(all(present) if every else any(present))
    machines = condition.get("arches")
    if isinstance(machines, list) and machines:
        answers.append(_GO_MACHINES.get(machine, machine) in machines)
    # minKernel is always met: the engine itself needs a newer kernel than any profile names.
    return (all(answers) if every else any(answers)) if answers else every
