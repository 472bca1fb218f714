"""How long nobody needed the machine."""

from davit_vm.idle import IdleClock


def test_idleness_counts_from_the_first_quiet_look() -> None:
    clock = IdleClock()
    assert clock.look(10.0, moved_at=2.0, busy=False) == 0.0
    assert clock.look(40.0, moved_at=2.0, busy=False) == 30.0


def test_work_and_bytes_begin_it_anew() -> None:
    clock = IdleClock()
    clock.look(10.0, moved_at=0.0, busy=False)
    assert clock.look(20.0, moved_at=15.0, busy=False) == 5.0
    assert clock.look(30.0, moved_at=15.0, busy=True) == 0.0
    assert clock.look(40.0, moved_at=15.0, busy=False) == 0.0


def test_a_machine_that_stopped_in_between_is_not_idle_for_that_time() -> None:
    clock = IdleClock()
    clock.look(10.0, moved_at=0.0, busy=False)
    clock.reset()
    assert clock.look(100.0, moved_at=0.0, busy=False) == 0.0
