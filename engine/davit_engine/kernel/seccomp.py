"""Compile an OCI seccomp section to the filter program of the kernel, through libseccomp.

The OCI runtime would do the same at every start, in some twenty milliseconds; a profile is compiled
once here. Numbers and structures: seccomp.h of libseccomp 2.5, seccomp_rule_add(3),
seccomp_export_bpf(3).
"""

import ctypes
import os
from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

_ERRNO: Final = 0x00050000
_ACTIONS: Final = {
    "SCMP_ACT_KILL": 0x00000000,
    "SCMP_ACT_KILL_THREAD": 0x00000000,
    "SCMP_ACT_KILL_PROCESS": 0x80000000,
    "SCMP_ACT_TRAP": 0x00030000,
    "SCMP_ACT_ERRNO": _ERRNO,
    "SCMP_ACT_LOG": 0x7FFC0000,
    "SCMP_ACT_ALLOW": 0x7FFF0000,
}
_OPERATIONS: Final = {
    "SCMP_CMP_NE": 1,
    "SCMP_CMP_LT": 2,
    "SCMP_CMP_LE": 3,
    "SCMP_CMP_EQ": 4,
    "SCMP_CMP_GE": 5,
    "SCMP_CMP_GT": 6,
    "SCMP_CMP_MASKED_EQ": 7,
}
_ATTRIBUTE_NO_NEW_PRIVILEGES: Final = 3
_ATTRIBUTE_OPTIMIZE: Final = 8
_BINARY_TREE: Final = 2
_UNKNOWN_SYSCALL: Final = -1
_EPERM: Final = 1
_EEXIST: Final = 17
_EDOM: Final = 33


class _Comparison(ctypes.Structure):
    _fields_ = (
        ("argument", ctypes.c_uint),
        ("operation", ctypes.c_int),
        ("value", ctypes.c_uint64),
        ("value_two", ctypes.c_uint64),
    )


class _Argument(msgspec.Struct, frozen=True):
    index: int
    value: int
    op: str
    valueTwo: int = 0


class _Rule(msgspec.Struct, frozen=True):
    names: list[str]
    action: str
    args: list[_Argument] = []
    errnoRet: int | None = None


class _Section(msgspec.Struct, frozen=True):
    defaultAction: str
    syscalls: list[_Rule] = []
    architectures: list[str] = []
    defaultErrnoRet: int | None = None
    flags: list[str] = []


class Uncompilable(Exception):
    """libseccomp is missing or does not know something in the section; the runtime may."""


class Compiler:
    """Filter programs by section. Making one is cheap; the library is loaded at the first use."""

    def __init__(self) -> None:
        self._programs: dict[bytes, bytes] = {}

    def compile(self, section: Mapping[str, object]) -> bytes:
        """The array of struct sock_filter (seccomp(2)). Raises Uncompilable."""
        key = msgspec.json.encode(section)
        program = self._programs.get(key)
        if program is None:
            try:
                program = _compile(msgspec.json.decode(key, type=_Section))
            except msgspec.ValidationError as error:
                raise Uncompilable(str(error)) from error
            self._programs[key] = program
        return program


def _compile(section: _Section) -> bytes:
    if section.flags:
        raise Uncompilable("a profile with flags is left to the runtime")
    library = _load()
    context = library.seccomp_init(_action(section.defaultAction, section.defaultErrnoRet))
    if not context:
        raise Uncompilable("seccomp_init failed")
    context = ctypes.c_void_p(context)
    try:
        library.seccomp_attr_set(context, _ATTRIBUTE_NO_NEW_PRIVILEGES, ctypes.c_uint32(0))
        # An old library has no tree and says so; the plain list of rules means the same.
        library.seccomp_attr_set(context, _ATTRIBUTE_OPTIMIZE, ctypes.c_uint32(_BINARY_TREE))
        for name in section.architectures:
            short = name.removeprefix("SCMP_ARCH_").lower().encode()
            token = library.seccomp_arch_resolve_name(short)
            if not token:
                raise Uncompilable(f"unknown architecture {name}")
            _check(library.seccomp_arch_add(context, ctypes.c_uint32(token)), name, _EEXIST)
        default = _action(section.defaultAction, section.defaultErrnoRet)
        for rule in section.syscalls:
            action = _action(rule.action, rule.errnoRet)
            # The kernel needs no rule, and libseccomp takes none, for what is the default anyway.
            if action != default:
                _add(library, context, rule, action)
        return _export(library, context)
    finally:
        library.seccomp_release(context)


def _add(library: ctypes.CDLL, context: ctypes.c_void_p, rule: _Rule, action: int) -> None:
    comparisons = _comparisons(rule.args)
    for name in rule.names:
        number = library.seccomp_syscall_resolve_name(name.encode())
        if number == _UNKNOWN_SYSCALL:
            continue  # newer than the library: the kernel's answer is then the default action
        result = library.seccomp_rule_add_array(
            context, ctypes.c_uint32(action), number, len(comparisons), comparisons
        )
        _check(result, name, _EEXIST, _EDOM)


def _comparisons(arguments: Sequence[_Argument]) -> ctypes.Array[_Comparison]:
    try:
        entries = [
            _Comparison(entry.index, _OPERATIONS[entry.op], entry.value, entry.valueTwo)
            for entry in arguments
        ]
    except KeyError as error:
        raise Uncompilable(f"unknown comparison {error}") from error
    return (_Comparison * len(entries))(*entries)


def _action(name: str, errno: int | None) -> int:
    if name not in _ACTIONS:
        raise Uncompilable(f"unknown action {name}")
    if name == "SCMP_ACT_ERRNO":
        return _ERRNO | ((_EPERM if errno is None else errno) & 0xFFFF)
    return _ACTIONS[name]


def _export(library: ctypes.CDLL, context: ctypes.c_void_p) -> bytes:
    output = os.memfd_create("filter")
    try:
        _check(library.seccomp_export_bpf(context, output), "seccomp_export_bpf")
        return os.pread(output, 1 << 20, 0)
    finally:
        os.close(output)


def _check(result: int, what: str, *harmless: int) -> None:
    if result < 0 and -result not in harmless:
        raise Uncompilable(f"{what}: {os.strerror(-result)}")


def _load() -> ctypes.CDLL:
    try:
        library = ctypes.CDLL("libseccomp.so.2")
    except OSError as error:
        raise Uncompilable(str(error)) from error
    library.seccomp_init.restype = ctypes.c_void_p
    library.seccomp_arch_resolve_name.restype = ctypes.c_uint32
    return library
