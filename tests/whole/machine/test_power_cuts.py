"""Power cuts: the guest ends at random moments under load, and nothing acknowledged is lost.

What a client was told before the cut must be there after the next boot: images whole, containers
with their files, volumes with their bytes. What was not acknowledged may be there or not, but never
half.
"""

import json
import os
import random
import secrets
import subprocess
import threading
import time

import pytest

from fixtures.machine import START_SECONDS, MachineEngine, PowerCut, RegistrySeenFromTheGuest
from fixtures.registry import Registry

pytestmark = [pytest.mark.root, pytest.mark.qemu]

TRIALS = int(os.environ.get("POWER_CUTS", "3"))
"""Each costs a boot, which in emulation takes from 13 to 60 seconds."""
WAYS: tuple[PowerCut, ...] = ("kill", "reset", "crash")
LONGEST = 3.0
"""Seconds of load before the cut, at most."""
IMAGES = ("busybox:latest", "ubuntu:16.04", "nginx:latest")


class Load:
    """Clients that work until the power goes; what they were told is noted."""

    def __init__(self, machine: MachineEngine, images: list[str]) -> None:
        self._machine = machine
        self._images = images
        self._stop = threading.Event()
        self._threads = [
            threading.Thread(target=work) for work in (self._containers, self._volumes, self._pulls)
        ]
        self.containers: dict[str, str] = {}
        """Name to the word that the container wrote into its own layer."""
        self.volumes: dict[str, str] = {}
        self.removed: set[str] = set()
        self.pulled: set[str] = set()

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def end(self) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join(2 * START_SECONDS)
            assert not thread.is_alive(), "a client hangs after the power cut"

    def _docker(self, *arguments: str) -> bool:
        done = self._machine.docker(*arguments, check=False, timeout=START_SECONDS)
        return done.returncode == 0

    def _containers(self) -> None:
        while not self._stop.is_set():
            name, word = f"c{secrets.token_hex(4)}", secrets.token_hex(16)
            script = f"echo {word} > /word; sync"
            if self._docker("run", "--name", name, self._images[0], "sh", "-c", script):
                self.containers[name] = word
            if len(self.containers) > 4:
                oldest = next(iter(self.containers))
                self.removed.add(oldest)
                del self.containers[oldest]
                if not self._docker("rm", oldest):
                    self.removed.discard(oldest)

    def _volumes(self) -> None:
        while not self._stop.is_set():
            name, word = f"v{secrets.token_hex(4)}", secrets.token_hex(16)
            script = f"echo {word} > /data/word; sync"
            mount = f"{name}:/data"
            if self._docker("run", "--rm", "-v", mount, self._images[0], "sh", "-c", script):
                self.volumes[name] = word

    def _pulls(self) -> None:
        while not self._stop.is_set():
            for image in self._images[1:]:
                if self._docker("pull", "-q", image):
                    self.pulled.add(image)
                if self._stop.is_set():
                    return
                self.pulled.discard(image)
                self._docker("rmi", "-f", image)


def test_nothing_acknowledged_is_lost_in_power_cuts(
    machine: MachineEngine, registry: Registry
) -> None:
    seen = RegistrySeenFromTheGuest(registry)
    images = [seen.image(name) for name in IMAGES]
    machine.docker("pull", "-q", images[0])
    seed = secrets.randbits(32)
    chance = random.Random(seed)
    for trial in range(TRIALS):
        way = WAYS[trial % len(WAYS)]
        told = f"trial {trial} ({way}) of seed {seed}"
        load = Load(machine, images)
        load.start()
        cut_at = time.monotonic() + chance.uniform(0.2, LONGEST)
        while time.monotonic() < cut_at:
            threading.Event().wait(0.02)
        machine.cut_power(way)
        load.end()
        machine.start()
        verify(machine, load, told)
        machine.remove_everything()


def verify(machine: MachineEngine, load: Load, told: str) -> None:
    listed = machine.docker("ps", "-a", "--format", "{{.Names}}").stdout.split()
    for name, word in load.containers.items():
        assert name in listed, f"{told}: container {name} is lost"
        assert copied(machine, name) == word, f"{told}: the layer of {name} is damaged"
    assert not load.removed & set(listed), f"{told}: removed containers came back"
    volumes = machine.docker("volume", "ls", "-q").stdout.split()
    for name, word in load.volumes.items():
        assert name in volumes, f"{told}: volume {name} is lost"
        inspected = json.loads(machine.docker("volume", "inspect", name).stdout)
        content = machine.guest("cat", inspected[0]["Mountpoint"] + "/word")
        assert content.strip() == word, f"{told}: volume {name} is damaged"
    kept = machine.docker("images", "--format", "{{.Repository}}:{{.Tag}}").stdout.split()
    for image in load.pulled:
        assert image in kept, f"{told}: image {image} is lost"
    for image in kept:
        if not image.startswith("davit/") and "<none>" not in image:
            machine.docker("run", "--rm", image, "true")


def copied(machine: MachineEngine, container: str) -> str:
    """What stands in the container's file /word."""
    archive = subprocess.run(
        [str(machine.program("docker")), "cp", f"{container}:/word", "-"],
        env=machine.env,
        capture_output=True,
        check=True,
        timeout=120,
    ).stdout
    return archive[512 : 512 + 32].decode()
