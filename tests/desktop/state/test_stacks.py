"""Compose projects as stacks of containers."""

from typing import Any

from davit_desktop.state.containers import COMPOSE_PROJECT, COMPOSE_SERVICE, State
from davit_desktop.state.stacks import stack_look, stacks


def labels(project: str, service: str, **more: str) -> dict[str, str]:
    found = {COMPOSE_PROJECT: project, COMPOSE_SERVICE: service}
    return found | {f"com.docker.compose.project.{key}": value for key, value in more.items()}


def test_only_what_compose_labelled_is_a_stack(make_container: Any) -> None:
    shown = stacks(
        [
            make_container("a", "shop-web-1", labels=labels("shop", "web")),
            make_container("b", "shop-extra"),
            make_container("c", "shop-db-1", State.EXITED, labels=labels("shop", "db")),
            make_container("d", "blog-web-1", State.EXITED, labels=labels("blog", "web")),
        ]
    )
    assert [(stack.name, stack.services) for stack in shown] == [
        ("blog", ("web",)),
        ("shop", ("db", "web")),
    ]
    assert [stack_look(stack).word for stack in shown] == ["0 running of 1", "1 running of 2"]


def test_it_tells_where_it_was_made_from(make_container: Any) -> None:
    own = labels(
        "shop",
        "web",
        working_dir="/home/ann/shop",
        config_files="/home/ann/shop/compose.yaml,/etc/shop.yaml",
    )
    (stack,) = stacks([make_container("a", "shop-web-1", labels=own)])
    assert stack.folder == "/home/ann/shop"
    assert stack.files == ("compose.yaml", "/etc/shop.yaml")
    (bare,) = stacks([make_container("a", "web", labels={COMPOSE_PROJECT: "x"})])
    assert (bare.folder, bare.files, bare.services) == ("", (), ("web",))


def test_ports_are_those_that_are_published_each_once(make_container: Any, web_port: Any) -> None:
    own = labels("shop", "web")
    (stack,) = stacks(make_container(id, "web", labels=own, ports=(web_port,)) for id in ("a", "b"))
    assert stack.ports == (web_port,)
