"""The stages of one build at work, side by side as far as they do not wait for each other."""

import asyncio

from davit_engine.build.job import Job, Outcome
from davit_engine.build.stages import Plan
from davit_engine.build.steps import StageBuild
from davit_engine.build.transcript import Section, Send, Transcript


class StageRuns:
    def __init__(self, planned: Plan) -> None:
        loop = asyncio.get_running_loop()
        self._planned = planned
        self._outcomes: dict[int, asyncio.Future[Outcome]] = {
            stage.index: loop.create_future() for stage in planned.stages
        }

    async def outcome(self, index: int) -> Outcome:
        return await asyncio.shield(self._outcomes[index])

    async def build(self, job: Job, send: Send) -> list[Outcome]:
        stages = self._planned.stages
        transcript = Transcript(send, len(stages))
        failed: list[tuple[Section, Exception]] = []
        over = asyncio.Event()
        left = len(stages)

        def ended(_task: asyncio.Task[Outcome | None]) -> None:
            nonlocal left
            left -= 1
            if failed or not left:
                over.set()

        tasks: list[asyncio.Task[Outcome | None]] = []
        for place in range(len(stages)):
            tasks.append(asyncio.create_task(self._stage(job, place, transcript, failed)))
            tasks[-1].add_done_callback(ended)
        try:
            await over.wait()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            for future in self._outcomes.values():
                future.cancel()
        if failed:
            section, error = failed[0]
            await transcript.tell(section)
            raise error
        return [outcome for task in tasks if (outcome := task.result()) is not None]

    async def _stage(
        self,
        job: Job,
        place: int,
        transcript: Transcript,
        failed: list[tuple[Section, Exception]],
    ) -> Outcome | None:
        planned = self._planned.stages[place]
        section = transcript.sections[place]
        try:
            outcome = await StageBuild(job, planned, section).run()
        except Exception as error:  # noqa: BLE001 - raised again once the others have ended
            failed.append((section, error))
            return None
        self._outcomes[planned.index].set_result(outcome)
        section.ended = True
        await transcript.advance()
        return outcome
