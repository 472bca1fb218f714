"""Both layouts of the control group file system, read from files as the kernel writes them."""

from pathlib import Path

from davit_engine.kernel.cgroups import BlockCounter, Legacy, Unified


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def test_the_unified_layout(tmp_path: Path) -> None:
    write(
        tmp_path / "davit/x",
        {
            "cgroup.procs": "7\n3\n",
            "cpu.stat": "usage_usec 5000\nuser_usec 3000\nsystem_usec 2000\nnr_periods 4\n"
            "nr_throttled 2\nthrottled_usec 9\n",
            "memory.current": "4096\n",
            "memory.peak": "8192\n",
            "memory.max": "max\n",
            "memory.stat": "anon 100\nfile 200\ninactive_file 50\n",
            "memory.events": "low 0\noom 3\noom_kill 2\n",
            "pids.current": "2\n",
            "pids.max": "2048\n",
            "io.stat": "254:0 rbytes=10 wbytes=20 rios=1 wios=2 dbytes=0 dios=0\n8:0 \n",
        },
    )
    sample = Unified(tmp_path).sample("/davit/x")
    assert (sample.cpu_ns, sample.cpu_user_ns, sample.cpu_kernel_ns) == (5e6, 3e6, 2e6)
    assert (sample.periods, sample.throttled_periods, sample.throttled_ns) == (4, 2, 9000)
    assert (sample.memory, sample.memory_peak, sample.memory_limit) == (4096, 8192, None)
    assert sample.memory_details["inactive_file"] == 50
    assert (sample.pids, sample.pids_limit, sample.oom_kills) == (2, 2048, 2)
    assert sample.io_bytes[:2] == (
        BlockCounter(major=254, minor=0, operation="read", value=10),
        BlockCounter(major=254, minor=0, operation="write", value=20),
    )
    assert Unified(tmp_path).processes("/davit/x") == [3, 7]


def test_the_older_layout(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "cpuacct/davit/x/cpuacct.usage": "123\n",
            "cpuacct/davit/x/cpuacct.usage_percpu": "100 23 \n",
            "cpuacct/davit/x/cpuacct.stat": "user 2\nsystem 3\n",
            "cpu/davit/x/cpu.stat": "nr_periods 5\nnr_throttled 1\nthrottled_time 77\n",
            "memory/davit/x/memory.usage_in_bytes": "4096\n",
            "memory/davit/x/memory.limit_in_bytes": "67108864\n",
            "memory/davit/x/memory.failcnt": "6\n",
            "memory/davit/x/memory.oom_control": "oom_kill_disable 0\nunder_oom 0\noom_kill 1\n",
            "pids/davit/x/cgroup.procs": "9\n",
            "pids/davit/x/pids.current": "1\n",
            "pids/davit/x/pids.max": "max\n",
            "blkio/davit/x/blkio.throttle.io_service_bytes": "254:0 Read 4096\n254:0 Write 0\n"
            "254:0 Total 4096\nTotal 4096\n",
        },
    )
    sample = Legacy(tmp_path).sample("davit/x")
    assert (sample.cpu_ns, sample.cpu_per_core_ns) == (123, (100, 23))
    assert (sample.cpu_user_ns, sample.cpu_kernel_ns) == (20_000_000, 30_000_000)
    assert (sample.periods, sample.throttled_periods, sample.throttled_ns) == (5, 1, 77)
    assert (sample.memory_limit, sample.memory_failures, sample.oom_kills) == (67108864, 6, 1)
    assert (sample.pids, sample.pids_limit) == (1, None)
    assert sample.io_bytes[0].value == 4096
    assert len(sample.io_bytes) == 2


def test_a_limit_as_large_as_memory_itself_is_no_limit(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "memory/x/memory.limit_in_bytes": "9223372036854771712\n",
            "pids/x/cgroup.procs": "",
        },
    )
    assert Legacy(tmp_path).sample("x").memory_limit is None


def test_processes_of_groups_below_are_counted(tmp_path: Path) -> None:
    write(tmp_path, {"pids/x/cgroup.procs": "1\n", "pids/x/sub/deep/cgroup.procs": "5\n"})
    assert Legacy(tmp_path).processes("x") == [1, 5]


def test_a_group_goes_with_the_empty_groups_below_it(tmp_path: Path) -> None:
    (tmp_path / "c1/docker/buildkit").mkdir(parents=True)
    (tmp_path / "c1/other").mkdir()
    Unified(tmp_path).remove("c1")
    assert list(tmp_path.iterdir()) == []
    Unified(tmp_path).remove("c1")


def test_a_group_in_use_below_stays(tmp_path: Path) -> None:
    write(tmp_path, {"c1/used/cgroup.procs": "7\n"})
    Unified(tmp_path).remove("c1")
    assert (tmp_path / "c1/used").is_dir()
