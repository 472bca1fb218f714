"""Figures from samples, as the docker command line computes them."""

from __future__ import annotations

import pytest

from davit_desktop.client.stats import usage
from davit_desktop.client.types import StatsSample, decode

SAMPLE = """{
 "id":"abc","name":"/web",
 "cpu_stats":{"cpu_usage":{"total_usage":3000,"percpu_usage":[1,2]},"system_cpu_usage":20000,
   "online_cpus":4},
 "precpu_stats":{"cpu_usage":{"total_usage":1000},"system_cpu_usage":10000},
 "memory_stats":{"usage":1000,"limit":4000,"stats":{"%s":400}},
 "networks":{"eth0":{"rx_bytes":10,"tx_bytes":20},"eth1":{"rx_bytes":1,"tx_bytes":2}},
 "blkio_stats":{"io_service_bytes_recursive":[{"op":"Read","value":5},{"op":"write","value":7},
   {"op":"Sync","value":100}]},
 "pids_stats":{"current":3}}"""


@pytest.mark.parametrize("cache", ["inactive_file", "total_inactive_file"])
def test_a_running_container(cache: str) -> None:
    figures = usage(decode(SAMPLE % cache, StatsSample))
    assert figures.cpu_percent == pytest.approx(80.0)
    assert (figures.memory_used, figures.memory_limit) == (600, 4000)
    assert figures.memory_percent == pytest.approx(15.0)
    assert (figures.network_received, figures.network_sent) == (11, 22)
    assert (figures.block_read, figures.block_written) == (5, 7)
    assert figures.processes == 3


def test_a_stopped_container_is_all_zeros() -> None:
    figures = usage(StatsSample())
    assert figures.cpu_percent == figures.memory_percent == figures.memory_used == 0


def test_a_cache_larger_than_the_usage_is_not_subtracted() -> None:
    text = '{"memory_stats":{"usage":10,"limit":100,"stats":{"inactive_file":50}}}'
    assert usage(decode(text, StatsSample)).memory_used == 10
