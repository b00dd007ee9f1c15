"""A morning at the desk for tests that hand the engine its readings one by one."""

import json
from datetime import UTC, datetime

from coreapp.domain.clock import Reading
from coreapp.domain.sitting.engine import Engine
from coreapp.domain.sitting.facts import FactKind, Step
from coreapp.domain.sitting.settings import BreakSettings
from tests.unit.domain.sitting.days import ALWAYS

MORNING = Reading(datetime(2026, 11, 23, 8, 0, tzinfo=UTC), 500.0, 1000.0)
SETTINGS = BreakSettings.from_mapping({"working_hours": ALWAYS})
BERLIN = "Europe/Berlin"


def after(minutes: float, seconds: float = 0) -> Reading:
    return MORNING.later(minutes * 60 + seconds)


def started(settings: BreakSettings = SETTINGS) -> Engine:
    engine = Engine.start(settings, MORNING, BERLIN, "boot")
    engine.input_active(MORNING)
    return engine


def kinds(step: Step) -> list[FactKind]:
    return [each.kind for each in step.facts]


def restored(engine: Engine, saved_at: Reading, now: Reading, boot_id: str = "boot") -> Engine:
    saved = json.loads(json.dumps(engine.save(saved_at)))
    return Engine.restore(engine.settings, saved, now, BERLIN, boot_id)
