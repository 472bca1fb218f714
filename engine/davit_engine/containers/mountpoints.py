"""Every way to ask for a mount, normalised into one list (pure).

`-v`, `--mount`, `--tmpfs`, `--volumes-from` and the image's VOLUME lines become MountPoints, one a
target: what the runtime mounts, what `inspect` shows and what the checks see is this list and
nothing else. Volumes without a name get one here.
"""

import posixpath
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from davit_engine.containers.model import Config, Container, HostConfig, Mount, MountPoint
from davit_engine.errors import InvalidParameter, NotFound
from davit_engine.lookup import NAME

_PROPAGATIONS: Final = ("private", "rprivate", "shared", "rshared", "slave", "rslave")
_LABELS: Final = ("z", "Z")
_CONSISTENCY: Final = ("consistent", "cached", "delegated")
_WINDOWS: Final = re.compile(r"[A-Za-z]:[\\/]|\\\\")
"""How an absolute path of Windows begins: a drive (no volume has a name of one letter), or a share
of the network."""
_FORBIDDEN: Final = ("/", ".", "..")


def collect(
    config: Config,
    host_config: HostConfig,
    *,
    volumes_from: Callable[[str], Container],
    new_volume_name: Callable[[], str],
    foreign_paths: bool = False,
) -> tuple[MountPoint, ...]:
    """The mounts of a container. Raises InvalidParameter, and what `volumes_from` raises.

    With `foreign_paths` the folders are of another computer, so that C:\\src is one, too.
    """
    chosen: dict[str, MountPoint] = {}
    for reference in host_config.volumes_from or ():
        for mount in _inherited(reference, volumes_from):
            chosen[mount.target] = mount
    own: dict[str, MountPoint] = {}
    asked = [_bind(text, foreign_paths) for text in host_config.binds or ()]
    driver = host_config.volume_driver
    asked = [_replace(m, driver=driver) if m.type == "volume" else m for m in asked]
    asked += [_mount(mount, foreign_paths) for mount in host_config.mounts or ()]
    asked += [_tmpfs(target, options) for target, options in (host_config.tmpfs or {}).items()]
    for mount in asked:
        if mount.target in own:
            raise InvalidParameter(f"Duplicate mount point: {mount.target}")
        own[mount.target] = mount
    chosen |= own
    for target in config.volumes:
        target = _target(target, target)
        if target not in chosen:
            chosen[target] = MountPoint(type="volume", target=target, driver=driver, copy_up=True)
    return tuple(_named(mount, new_volume_name) for mount in chosen.values())


def _named(mount: MountPoint, new_volume_name: Callable[[], str]) -> MountPoint:
    if mount.type != "volume":
        return mount
    if mount.name:
        return _replace(mount, driver=mount.driver or "local")
    return _replace(mount, name=new_volume_name(), anonymous=True, driver=mount.driver or "local")


def _replace(mount: MountPoint, **changes: object) -> MountPoint:
    fields = {name: getattr(mount, name) for name in mount.__struct_fields__}
    return MountPoint(**{**fields, **changes})


def _target(path: str, whole: str) -> str:
    if not path.startswith("/"):
        raise InvalidParameter(
            f"invalid volume specification: '{whole}': invalid mount config for type \"volume\": "
            "invalid mount path: mount path must be absolute"
        )
    clean = posixpath.normpath(path)
    clean = "/" + clean.lstrip("/")
    if clean == "/":
        raise InvalidParameter(
            f"invalid volume specification: '{whole}': invalid specification: destination can't "
            "be '/'"
        )
    if "\0" in clean:
        raise InvalidParameter(f"invalid volume specification: '{whole}'")
    return clean


def _bind(text: str, foreign: bool) -> MountPoint:
    """`-v`: TARGET, SOURCE:TARGET or SOURCE:TARGET:MODE, where a source without / is a volume."""
    parts = text.split(":")
    if foreign and _WINDOWS.match(text) and text[1] == ":":
        parts[:2] = [":".join(parts[:2])]
        if len(parts) == 1:
            raise InvalidParameter(f"invalid volume specification: '{text}'")
    if len(parts) == 1:
        return MountPoint(type="volume", target=_target(parts[0], text), copy_up=True)
    if len(parts) > 3 or not parts[0]:
        raise InvalidParameter(f"invalid volume specification: '{text}'")
    source, target = parts[0], _target(parts[1], text)
    mode = parts[2] if len(parts) == 3 else ""
    options = [option for option in mode.split(",") if option]
    for choices in (("ro", "rw"), _PROPAGATIONS, _LABELS, _CONSISTENCY, ("nocopy",)):
        if sum(option in choices for option in options) > 1:
            raise InvalidParameter(f"invalid mode: {mode}")
    read_write, copy_up, propagation = True, True, ""
    for option in options:
        if option in ("ro", "rw"):
            read_write = option == "rw"
        elif option == "nocopy":
            copy_up = False
        elif option in _PROPAGATIONS:
            propagation = option
        elif option not in _LABELS and option not in _CONSISTENCY:
            raise InvalidParameter(f"invalid mode: {mode}")
    if source.startswith("/") or (foreign and _WINDOWS.match(source)):
        return MountPoint(
            type="bind",
            source=_source(source),
            target=target,
            mode=mode,
            read_write=read_write,
            propagation=propagation or "rprivate",
            create_source=True,
        )
    _check_volume_name(source, text)
    if propagation:
        raise InvalidParameter(f"invalid mode: {mode}: propagation is for bind mounts")
    return MountPoint(
        type="volume",
        name=source,
        target=target,
        mode=mode or "z",
        read_write=read_write,
        copy_up=copy_up,
    )


def _check_volume_name(name: str, whole: str) -> None:
    if not re.fullmatch(NAME, name):
        raise InvalidParameter(
            f'create {name}: "{name}" includes invalid characters for a local volume name, only '
            f'"[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, '
            f"use absolute path"
        )


def _source(path: str) -> str:
    return posixpath.normpath(path) if path.startswith("/") else path


def _mount(mount: Mount, foreign: bool) -> MountPoint:
    """`--mount`."""
    if not mount.target:
        raise InvalidParameter("invalid mount config: field Target must not be empty")
    target = _target(mount.target, mount.target)
    _check_options(mount)
    if mount.type == "bind":
        if not mount.source:
            raise InvalidParameter(
                'invalid mount config for type "bind": field Source must not be empty'
            )
        if not (mount.source.startswith("/") or (foreign and _WINDOWS.match(mount.source))):
            raise InvalidParameter(
                f"invalid mount config for type \"bind\": invalid mount path: '{mount.source}' "
                "mount path must be absolute"
            )
        options = mount.bind_options
        propagation = options.propagation if options else ""
        if propagation and propagation not in _PROPAGATIONS:
            raise InvalidParameter(
                f'invalid mount config for type "bind": invalid propagation mode: {propagation}'
            )
        return MountPoint(
            type="bind",
            source=_source(mount.source),
            target=target,
            read_write=not mount.read_only,
            propagation=propagation or "rprivate",
            non_recursive=bool(options and options.non_recursive),
            writable_below=bool(options and options.read_only_non_recursive),
            create_source=bool(options and options.create_mountpoint),
        )
    if mount.type == "volume":
        volume = mount.volume_options
        if mount.source:
            _check_volume_name(mount.source, mount.source)
        subpath = _subpath("volume", volume.subpath if volume else "")
        driver = volume.driver_config.name if volume and volume.driver_config else ""
        return MountPoint(
            type="volume",
            name=mount.source,
            target=target,
            driver=driver,
            mode="z",
            read_write=not mount.read_only,
            copy_up=not (volume and volume.no_copy),
            subpath=subpath,
        )
    if mount.type == "tmpfs":
        if mount.source:
            raise InvalidParameter(
                'invalid mount config for type "tmpfs": field Source must not be specified'
            )
        parts = []
        if mount.tmpfs_options and mount.tmpfs_options.size_bytes:
            parts.append(f"size={mount.tmpfs_options.size_bytes}")
        if mount.tmpfs_options and mount.tmpfs_options.mode:
            parts.append(f"mode={mount.tmpfs_options.mode:o}")
        if mount.read_only:
            parts.append("ro")
        return MountPoint(
            type="tmpfs",
            target=target,
            read_write=not mount.read_only,
            tmpfs_options=",".join(parts),
        )
    if mount.type == "image":
        if not mount.source:
            raise InvalidParameter(
                'invalid mount config for type "image": field Source must not be empty'
            )
        image = mount.image_options
        return MountPoint(
            type="image",
            source=mount.source,
            target=target,
            read_write=False,
            subpath=_subpath("image", image.subpath if image else ""),
        )
    raise InvalidParameter(
        f"invalid mount config: mount type unknown: {mount.type!r}; use bind, volume, tmpfs or "
        "image"
    )


def _subpath(type_: str, path: str) -> str:
    if path.startswith("/") or ".." in path.split("/"):
        raise InvalidParameter(
            f'invalid mount config for type "{type_}": subpath must be a relative path within '
            f"the {type_}"
        )
    return path


def _check_options(mount: Mount) -> None:
    """Raises InvalidParameter for options of another type, and for ones that contradict."""
    prefix = f'invalid mount config for type "{mount.type}": '
    for type_, field, options in (
        ("bind", "BindOptions", mount.bind_options),
        ("volume", "VolumeOptions", mount.volume_options),
        ("tmpfs", "TmpfsOptions", mount.tmpfs_options),
        ("image", "ImageOptions", mount.image_options),
    ):
        if options is not None and mount.type != type_:
            raise InvalidParameter(f"{prefix}field {field} must not be specified")
    if mount.consistency not in ("", "default", *_CONSISTENCY):
        raise InvalidParameter(f"{prefix}invalid consistency: {mount.consistency}")
    if mount.type == "volume" and not mount.source and mount.read_only:
        raise InvalidParameter(f"{prefix}must not set ReadOnly mode when using anonymous volumes")
    tmpfs = mount.tmpfs_options
    if tmpfs is not None and (tmpfs.size_bytes < 0 or not 0 <= tmpfs.mode <= 0o7777):
        raise InvalidParameter(f"{prefix}size and mode must not be negative or too large")
    bind = mount.bind_options
    if bind is None:
        return
    if bind.read_only_non_recursive and bind.read_only_force_recursive:
        raise InvalidParameter(
            f"{prefix}ReadOnlyNonRecursive and ReadOnlyForceRecursive contradict each other"
        )
    if (bind.read_only_non_recursive or bind.read_only_force_recursive) and not mount.read_only:
        raise InvalidParameter(f"{prefix}ReadOnly must be set to make it recursive or not")
    if bind.read_only_force_recursive and (
        bind.non_recursive or bind.propagation not in ("", "rprivate")
    ):
        raise InvalidParameter(
            f"{prefix}ReadOnlyForceRecursive needs a recursive mount with propagation rprivate"
        )


_TMPFS_FLAGS: Final = frozenset(
    ("ro", "rw", "exec", "noexec", "suid", "nosuid", "dev", "nodev", "noatime", "relatime")
)
_TMPFS_VALUES: Final = re.compile(
    r"size=\d+[kKmMgG%]?|mode=[0-7]{1,5}|nr_inodes=\d+[kKmMgG]?|nr_blocks=\d+[kKmMgG]?|uid=\d+|gid=\d+"
)


def _tmpfs(target: str, options: str) -> MountPoint:
    for option in filter(None, options.split(",")):
        if option not in _TMPFS_FLAGS and not re.fullmatch(_TMPFS_VALUES, option):
            raise InvalidParameter(f'invalid tmpfs option "{option}"')
    return MountPoint(
        type="tmpfs",
        target=_target(target, target),
        tmpfs_options=options,
        read_write="ro" not in options.split(","),
    )


def _inherited(reference: str, volumes_from: Callable[[str], Container]) -> Iterable[MountPoint]:
    name, _, mode = reference.partition(":")
    if mode not in ("", "ro", "rw", "z", "Z"):
        raise InvalidParameter(f"invalid mode: {mode}")
    try:
        source = volumes_from(name)
    except NotFound as error:
        # Not 404: a client would take that for a missing image.
        raise InvalidParameter(str(error)) from error
    for mount in source.mounts:
        if mount.type == "tmpfs":
            continue
        yield _replace(
            mount,
            read_write=mount.read_write and mode != "ro",
            copy_up=False,
            anonymous=False,
            create_source=False,
        )


def volume_names(mounts: Sequence[MountPoint]) -> tuple[str, ...]:
    return tuple(mount.name for mount in mounts if mount.type == "volume")
