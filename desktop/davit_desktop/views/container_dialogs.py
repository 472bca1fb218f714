"""The forms that a container's verbs ask with: a new name, an image's name, limits."""

import re
from collections.abc import Collection

from PySide6.QtWidgets import QLineEdit, QWidget

from davit_desktop.client.reference import InvalidReference, parse_reference
from davit_desktop.client.run_values import cpus, cpus_text
from davit_desktop.client.types import Json
from davit_desktop.client.units import format_bytes, parse_bytes
from davit_desktop.state.containers import Container
from davit_desktop.translation import mark, tr
from davit_desktop.views.fields import CheckBox, Choice
from davit_desktop.views.form_dialog import FormDialog
from davit_desktop.views.text import visible

_NAME = re.compile(r"[a-zA-Z0-9][a-zA-Z0-9_.-]+")
_POLICIES = {
    "no": mark("Never"),
    "on-failure": mark("When it fails"),
    "unless-stopped": mark("Always, unless it was stopped"),
    "always": mark("Always"),
}


class RenameDialog(FormDialog):
    """Another name for a container; a clash shows as it is typed."""

    def __init__(
        self, container: Container, taken: Collection[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tr("Rename container"),
            tr("A new name for {name}.").format(name=visible(container.name)),
            tr("Rename container"),
            parent,
        )
        self._old = container.name
        self._taken = frozenset(taken) - {container.name}
        self.field = QLineEdit(container.name)
        self.add(tr("Name"), self.field)
        self.field.textChanged.connect(self._check)
        self.field.selectAll()
        self._check()

    @property
    def name(self) -> str:
        return self.field.text().strip()

    def _check(self) -> None:
        words = ""
        if self.name in self._taken:
            words = tr("Another container has this name")
        elif self.name and not _NAME.fullmatch(self.name):
            words = tr("Letters, digits and _ . - only, two of them at least")
        self.complain(words, ready=bool(self.name) and self.name != self._old)


class CommitDialog(FormDialog):
    """What an image made of a container is called."""

    def __init__(self, container: Container, parent: QWidget | None = None) -> None:
        words = tr("Make an image of the files of {name} as they are now.")
        super().__init__(
            tr("Commit to image"),
            words.format(name=visible(container.name)),
            tr("Commit to image"),
            parent,
        )
        self._name = QLineEdit()
        self._name.setPlaceholderText(tr("name:tag"))
        self._message = QLineEdit()
        self._pause = CheckBox(tr("Pause the container meanwhile"))
        self._pause.setChecked(True)
        self._pause.setEnabled(container.running)
        self.add(tr("Image"), self._name)
        self.add(tr("Message"), self._message)
        note = tr("Volumes are not part of the image.")
        self.add("", self._pause, note)
        self._pause.setAccessibleName(self._pause.text())
        self._name.textChanged.connect(self._check)
        self._check()

    @property
    def image(self) -> str:
        return self._name.text().strip()

    @property
    def message(self) -> str:
        return self._message.text().strip()

    @property
    def pause(self) -> bool:
        return self._pause.isChecked()

    def _check(self) -> None:
        words = ""
        if self.image:
            try:
                if parse_reference(self.image).digest:
                    words = tr("A name has no digest")
            except InvalidReference:
                words = tr("Not a name of an image")
        self.complain(words, ready=bool(self.image))


class LimitsDialog(FormDialog):
    """How much a container may use, and when it starts again by itself."""

    def __init__(self, container: Container, host: Json, parent: QWidget | None = None) -> None:
        """`host` is the `HostConfig` of its inspect document."""
        words = tr("What {name} may use, from now on. Nothing is restarted.")
        super().__init__(
            tr("Limits and restart policy"),
            words.format(name=visible(container.name)),
            tr("Change limits"),
            parent,
        )
        self._before = host
        nano, memory = int(host.get("NanoCpus") or 0), int(host.get("Memory") or 0)
        self._had_cpus, self._had_memory = nano, memory
        self._cpus = QLineEdit(cpus_text(nano) if nano else "")
        self._memory = QLineEdit(format_bytes(memory) if memory else "")
        for field in (self._cpus, self._memory):
            field.setPlaceholderText(tr("no limit"))
            field.textChanged.connect(self._check)
        policy = host.get("RestartPolicy") or {}
        self._retries = int(policy.get("MaximumRetryCount") or 0)
        self._policy = Choice()
        for key, words in _POLICIES.items():
            self._policy.addItem(tr(words), key)
        found = self._policy.findData(str(policy.get("Name") or "no"))
        self._policy.setCurrentIndex(max(0, found))
        self._policy.currentIndexChanged.connect(self._check)
        # A container that removes itself cannot be one that starts again.
        self._policy.setEnabled(not host.get("AutoRemove"))
        self.add(tr("CPUs"), self._cpus)
        self.add(tr("Memory"), self._memory, tr("For example 512m or 2g"))
        self.add(tr("Start again"), self._policy)
        self._check()

    @property
    def body(self) -> Json:
        """What the engine is asked to change; empty when nothing differs."""
        body: Json = {}
        nano = cpus(self._cpus.text().strip()) if self._cpus.text().strip() else 0
        if nano != self._had_cpus:
            body["NanoCpus"] = nano
        memory = parse_bytes(self._memory.text().strip()) if self._memory.text().strip() else 0
        if memory != self._had_memory:
            body["Memory"] = memory
            body["MemorySwap"] = -1 if not memory else 2 * memory
        policy = str(self._policy.currentData())
        if self._policy.isEnabled() and policy != (
            (self._before.get("RestartPolicy") or {}).get("Name") or "no"
        ):
            body["RestartPolicy"] = {"Name": policy}
        return body

    @property
    def options(self) -> list[str]:
        """The same as options of `docker update`."""
        body = self.body
        words = []
        if "NanoCpus" in body:
            words.append(f"--cpus={cpus_text(int(body['NanoCpus'])) or 0}")
        if "Memory" in body:
            words += [f"--memory={body['Memory']}", f"--memory-swap={body['MemorySwap']}"]
        if "RestartPolicy" in body:
            words.append(f"--restart={body['RestartPolicy']['Name']}")
        return words

    def _check(self) -> None:
        words = ""
        try:
            changed = bool(self.body)
        except ValueError:
            changed = False
            words = tr("CPUs are a number such as 1.5, memory is a size such as 512m")
        self.complain(words, ready=changed)
