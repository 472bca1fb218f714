"""--mount: comma-separated fields, to a MountSpec and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from davit_desktop.client.run_spec import MountSpec
from davit_desktop.client.units import parse_bytes


def fields(text: str) -> list[str]:
    """Comma-separated fields; a field in double quotes may hold commas ("" is a quote)."""
    fields, field, quoted, at = [], "", False, 0
    while at < len(text):
        letter = text[at]
        if quoted:
            if letter == '"' and text[at + 1 : at + 2] == '"':
                field, at = field + '"', at + 1
            elif letter == '"':
                quoted = False
            else:
                field += letter
        elif letter == '"' and not field:
            quoted = True
        elif letter == ",":
            fields.append(field)
            field = ""
        else:
            field += letter
        at += 1
    if quoted:
        raise ValueError("a quoted field is not closed")
    return [*fields, field]


def field_text(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if "," in text or text.startswith('"') else text


_MOUNT_KEYS = {
    "type": "type",
    "source": "source",
    "src": "source",
    "target": "target",
    "dst": "target",
    "destination": "target",
    "readonly": "read_only",
    "ro": "read_only",
    "consistency": "consistency",
    "bind-propagation": "bind_propagation",
    "bind-recursive": "bind_recursive",
    "bind-nonrecursive": "bind_nonrecursive",
    "volume-nocopy": "volume_nocopy",
    "volume-subpath": "volume_subpath",
    "volume-driver": "volume_driver",
    "volume-opt": "volume_options",
    "volume-label": "volume_labels",
    "image-subpath": "image_subpath",
    "tmpfs-size": "tmpfs_size",
    "tmpfs-mode": "tmpfs_mode",
}
_MOUNT_SWITCHES = ("read_only", "volume_nocopy", "bind_nonrecursive")


def parse_mount(text: str) -> MountSpec:
    """One --mount. Raises ValueError in docker's words."""
    values: dict[str, Any] = {}
    for part in fields(text):
        key, equals, value = part.partition("=")
        name = _MOUNT_KEYS.get(key.lower())
        if not equals and name not in _MOUNT_SWITCHES:
            raise ValueError(f"invalid field '{part}' must be a key=value pair")
        match name:
            case None:
                raise ValueError(f"unexpected key '{key}' in '{part}'")
            case "bind_nonrecursive":
                if _mount_switch(key, value or "true"):
                    values["bind_recursive"] = "disabled"
            case "read_only" | "volume_nocopy":
                values[name] = _mount_switch(key, value or "true")
            case "volume_options" | "volume_labels":
                option, _, setting = value.partition("=")
                values.setdefault(name, {})[option] = setting
            case "tmpfs_size":
                values[name] = _mount_number(key, value, parse_bytes)
            case "tmpfs_mode":
                values[name] = _mount_number(key, value, lambda mode: int(mode, 8))
            case "bind_recursive":
                if value not in ("enabled", "disabled", "writable", "readonly"):
                    raise ValueError(
                        f"invalid value for {key}: {value} "
                        '(must be "enabled", "disabled", "writable", or "readonly")'
                    )
                values[name] = "" if value == "enabled" else value
            case "type":
                values[name] = value.lower()
            case _:
                values[name] = value
    mount = MountSpec(**values)
    if not mount.type:
        raise ValueError("type is required")
    if not mount.target:
        raise ValueError("target is required")
    for prefix in ("bind", "volume", "tmpfs", "image"):
        used = any(name.startswith(f"{prefix}_") and values[name] for name in values)
        if used and mount.type != prefix:
            raise ValueError(f"cannot mix '{prefix}-*' options with mount type '{mount.type}'")
    if mount.bind_recursive == "readonly" and not mount.read_only:
        raise ValueError(
            "option 'bind-recursive=readonly' requires 'readonly' to be specified in conjunction"
        )
    return mount


def _mount_switch(key: str, value: str) -> bool:
    if value.lower() in ("true", "1"):
        return True
    if value.lower() in ("false", "0"):
        return False
    raise ValueError(f"invalid value for {key}: {value}")


def _mount_number(key: str, value: str, parse: Callable[[str], int]) -> int:
    try:
        return parse(value)
    except ValueError:
        raise ValueError(f"invalid value for {key}: {value}") from None


def mount_text(mount: MountSpec) -> str:
    parts = [f"type={mount.type}"]
    for key, name in (
        ("source", "source"),
        ("target", "target"),
        ("consistency", "consistency"),
        ("bind-propagation", "bind_propagation"),
        ("bind-recursive", "bind_recursive"),
        ("volume-subpath", "volume_subpath"),
        ("volume-driver", "volume_driver"),
        ("image-subpath", "image_subpath"),
    ):
        if value := getattr(mount, name):
            parts.append(f"{key}={value}")
    parts += ["readonly"] if mount.read_only else []
    parts += ["volume-nocopy"] if mount.volume_nocopy else []
    parts += [f"volume-opt={k}={v}" for k, v in mount.volume_options.items()]
    parts += [f"volume-label={k}={v}" for k, v in mount.volume_labels.items()]
    parts += [f"tmpfs-size={mount.tmpfs_size}"] if mount.tmpfs_size else []
    parts += [f"tmpfs-mode={mount.tmpfs_mode:o}"] if mount.tmpfs_mode else []
    return ",".join(map(field_text, parts))
