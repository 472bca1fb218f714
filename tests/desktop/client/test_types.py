"""Docker's JSON as records: null and unknown members do no harm."""

from __future__ import annotations

import pytest

from davit_desktop.client.errors import UnexpectedAnswer
from davit_desktop.client.types import (
    ContainerSummary,
    Event,
    ImageSummary,
    Network,
    Progress,
    StatsSample,
    decode,
)


def test_null_members_have_their_defaults() -> None:
    container = decode(
        '{"Id":"abc","Names":null,"Ports":null,"Labels":null,"Mounts":null,"Unknown":{"x":1},'
        '"NetworkSettings":{"Networks":null},"SizeRw":12}',
        ContainerSummary,
    )
    assert container.names == ()
    assert container.ports == ()
    assert container.labels == {}
    assert container.network_settings.networks == {}
    assert container.size_rw == 12


def test_ports_and_ids_keep_dockers_capitals() -> None:
    container = decode(
        '{"Id":"abc","ImageID":"sha256:1","Names":["/web"],'
        '"Ports":[{"IP":"::","PrivatePort":80,"PublicPort":8080,"Type":"tcp"}]}',
        ContainerSummary,
    )
    assert container.image_id == "sha256:1"
    assert (container.ports[0].ip, container.ports[0].public_port) == ("::", 8080)


@pytest.mark.parametrize(
    ("names", "name"),
    [('["/other/alias","/web"]', "web"), ('["/web"]', "web"), ("[]", "0123456789ab")],
)
def test_the_name_is_its_own_and_not_a_links(names: str, name: str) -> None:
    text = f'{{"Id":"0123456789abcdef","Names":{names}}}'
    assert decode(text, ContainerSummary).name == name


def test_an_event_mixes_both_spellings() -> None:
    event = decode(
        '{"status":"start","Type":"container","Action":"start","Actor":{"ID":"abc",'
        '"Attributes":{"name":"web"}},"scope":"local","time":5,"timeNano":5000000001}',
        Event,
    )
    assert (event.actor.id, event.actor.attributes, event.time_nano) == (
        "abc",
        {"name": "web"},
        5000000001,
    )


def test_progress_knows_whether_it_replaces_what_was_shown() -> None:
    assert decode('{"status":"x","id":"a","progressDetail":{}}', Progress).is_tracked
    assert not decode('{"status":"x","id":"a"}', Progress).is_tracked


def test_a_network_keeps_its_pools() -> None:
    network = decode(
        '{"Id":"n","EnableIPv6":true,"IPAM":{"Driver":"default","Options":null,'
        '"Config":[{"Subnet":"10.0.0.0/24","IPRange":"10.0.0.0/25"}]},'
        '"Containers":{"c":{"IPv4Address":"10.0.0.2/24"}}}',
        Network,
    )
    assert network.enable_ipv6
    assert network.ipam.config[0].ip_range == "10.0.0.0/25"
    assert network.containers["c"].ipv4_address == "10.0.0.2/24"


def test_an_image_that_was_not_counted_says_so() -> None:
    image = decode('{"Id":"sha256:1","RepoTags":null}', ImageSummary)
    assert (image.containers, image.shared_size, image.repo_tags) == (-1, -1, ())


def test_a_stopped_containers_sample_is_empty() -> None:
    sample = decode(
        '{"read":"0001-01-01T00:00:00Z","memory_stats":{},"networks":null}', StatsSample
    )
    assert sample.memory_stats.usage == 0


@pytest.mark.parametrize("text", ["", "[", '{"Names":["/x"]}', '{"Id":5}', "[]", b"\xff"])
def test_what_is_not_the_record_is_refused_in_words(text: str | bytes) -> None:
    with pytest.raises(UnexpectedAnswer, match="could not be understood"):
        decode(text, ContainerSummary)
