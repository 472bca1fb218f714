"""The forms that make a network and that join a container to one."""

import re
from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from davit_desktop.client.types import Json
from davit_desktop.state.containers import Container
from davit_desktop.state.networks import NetworkRow, Wish, wrong
from davit_desktop.translation import tr
from davit_desktop.views.fields import CheckBox, Choice
from davit_desktop.views.form_dialog import FormDialog
from davit_desktop.views.text import visible

_NAME = re.compile(r"[a-zA-Z0-9][a-zA-Z0-9_.-]*")


class CreateNetworkDialog(FormDialog):
    """Name, and what few need: addresses, isolation, IPv6."""

    def __init__(self, known: Sequence[NetworkRow], parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Create network"),
            tr("Containers on one network reach each other by their names."),
            tr("Create network"),
            parent,
        )
        self._known = known
        self.name = QLineEdit()
        self.subnet = QLineEdit()
        self.subnet.setPlaceholderText(tr("chosen for you"))
        self.gateway = QLineEdit()
        self.gateway.setPlaceholderText(tr("the first address of the subnet"))
        self.internal = CheckBox(tr("Without a way out: no internet, no published ports"))
        self.ipv6 = CheckBox(tr("With IPv6 addresses too"))
        self.add(tr("Name"), self.name)
        self.add(tr("Subnet"), self.subnet)
        self.add(tr("Gateway"), self.gateway)
        self.add("", self.internal)
        self.add("", self.ipv6)
        for box in (self.internal, self.ipv6):
            box.setAccessibleName(box.text())
        for field in (self.name, self.subnet, self.gateway):
            field.textChanged.connect(self._check)
        self._check()

    @property
    def wish(self) -> Wish:
        """What is filled in."""
        return Wish(
            name=self.name.text(),
            subnet=self.subnet.text(),
            gateway=self.gateway.text(),
            internal=self.internal.isChecked(),
            ipv6=self.ipv6.isChecked(),
        )

    def _check(self) -> None:
        name = self.name.text().strip()
        words = wrong(self.wish, self._known)
        if name and not _NAME.fullmatch(name):
            words = tr("Letters, digits and _ . - only, a letter or digit first")
        self.complain(words, ready=bool(name))


class ConnectDialog(FormDialog):
    """Which container joins, and by which further name and address."""

    def __init__(
        self, network: NetworkRow, offers: Sequence[Container], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tr("Connect container"),
            tr("It joins {network} at once and keeps the networks that it is on.").format(
                network=visible(network.name)
            ),
            tr("Connect container"),
            parent,
        )
        self._offers = list(offers)
        self.container = Choice()
        for offer in self._offers:
            self.container.addItem(visible(offer.name))
        self.alias = QLineEdit()
        self.alias.setPlaceholderText(tr("a further name, if wanted"))
        self.address = QLineEdit()
        self.address.setPlaceholderText(tr("chosen for you"))
        self.add(tr("Container"), self.container)
        self.add(tr("Alias"), self.alias)
        self.add(tr("Address"), self.address)
        words = "" if self._offers else tr("Every container is on this network already")
        self.complain(words, ready=bool(self._offers))

    @property
    def chosen(self) -> Container:
        """The container that joins."""
        return self._offers[self.container.currentIndex()]

    @property
    def endpoint(self) -> Json:
        """Docker's EndpointSettings for what is filled in."""
        settings: Json = {}
        if self.alias.text().strip():
            settings["Aliases"] = [self.alias.text().strip()]
        if address := self.address.text().strip():
            family = "IPv6Address" if ":" in address else "IPv4Address"
            settings["IPAMConfig"] = {family: address}
        return settings

    @property
    def flags(self) -> list[str]:
        """The same as flags of `docker network connect`."""
        words: list[str] = []
        if self.alias.text().strip():
            words += ["--alias", self.alias.text().strip()]
        if address := self.address.text().strip():
            words += ["--ip6" if ":" in address else "--ip", address]
        return words
