"""The networks page on a real engine: make one, join and leave, and see who is on it."""

import pytest
from PySide6.QtWidgets import QApplication

from davit_desktop.state.networks import NetworkRow
from davit_desktop.views.main_window import MainWindow
from davit_desktop.views.network_dialogs import ConnectDialog, CreateNetworkDialog
from davit_desktop.views.networks import NetworksPage
from fixtures.daemon import Engine
from fixtures.window import until, use_window

pytestmark = [
    pytest.mark.root,
    pytest.mark.qt_log_ignore("propagateSizeHints|does not support raise", extend=True),
]


def _row(page: NetworksPage, name: str) -> NetworkRow | None:
    return next((row for row in page.model.rows() if row.name == name), None)


def test_networks_are_made_joined_left_and_deleted(qapp: QApplication, engine: Engine) -> None:
    engine.docker("run", "-d", "--name", "web", "davit/welcome")

    async def use(window: MainWindow) -> None:
        page = window.networks
        await until(lambda: window.session.listed and window.session.containers)
        window.go("networks")
        await until(lambda: _row(page, "bridge"))
        page.create_network()
        dialog = page.dialog
        assert isinstance(dialog, CreateNetworkDialog)
        dialog.name.setText("bridge")
        assert not dialog.button.isEnabled()
        dialog.name.setText("shop")
        dialog.subnet.setText("10.213.7.0/24")
        dialog.button.click()
        await until(lambda: _row(page, "shop"))

        shop = _row(page, "shop")
        assert shop is not None
        assert (shop.subnets, shop.members) == (("10.213.7.0/24",), ())
        page.connect_container(shop)
        joining = page.dialog
        assert isinstance(joining, ConnectDialog)
        joining.alias.setText("shopfront")
        joining.address.setText("10.213.7.77")
        joining.button.click()
        await until(lambda: (row := _row(page, "shop")) and row.members)
        page.select(shop.id)
        assert [m.address for m in page.members.rows()] == ["10.213.7.77"]
        aliases = "{{json .NetworkSettings.Networks.shop.Aliases}}"
        assert "shopfront" in engine.docker("inspect", "-f", aliases, "web").stdout

        joined = _row(page, "shop")
        assert joined is not None
        page.delete([joined])
        await window.deletes.finish()
        assert [p.title for p in page.problems.problems] == ["Cannot delete network shop"]
        assert _row(page, "shop"), "what cannot be deleted is shown again"
        page.disconnect_member(joined, joined.members[0])
        await until(lambda: (row := _row(page, "shop")) and not row.members)
        last = _row(page, "shop")
        assert last is not None
        page.delete([last])
        assert not _row(page, "shop"), "a deleted network is hidden at once"
        window.deletes.undo_last()
        assert _row(page, "shop")
        page.delete([last])
        await window.deletes.finish()

    use_window(qapp, f"unix://{engine.socket}", use)
    assert "shop" not in engine.docker("network", "ls", "--format", "{{.Name}}").stdout.split()
    engine.docker("rm", "-f", "web")
