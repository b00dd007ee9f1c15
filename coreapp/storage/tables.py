"""The tables as typed rows. Types are named, since migrations must say the same ones.

Nothing here is SQLite's alone. Every instant is stored in UTC with its zone beside it.
"""

from datetime import UTC, date, datetime, time

from sqlalchemy import (
    Boolean,
    Date,
    DateTime,
    Dialect,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Text,
    Time,
    TypeDecorator,
    false,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
"""Constraints have names, so that a migration can change them."""

ID = String(36)
"""A UUID as text."""
SLUG = String(100)
"""The id of a routine or an exercise."""
ZONE = String(64)
"""The IANA name of a time zone."""
WORD = String(20)
"""A value of one of the domain's enumerations."""


class UtcDateTime(TypeDecorator[datetime]):
    """An aware datetime, stored in UTC; a naive one is a mistake and is refused."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return what is stored."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"naive datetime: {value}")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return what was stored."""
        return None if value is None else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """What all rows have in common."""

    metadata = MetaData(naming_convention=NAMING)


class SessionRow(Base):
    """A performed session."""

    __tablename__ = "session"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    kind: Mapped[str] = mapped_column(WORD)
    outcome: Mapped[str] = mapped_column(WORD, index=True)
    routine: Mapped[str] = mapped_column(SLUG)
    title: Mapped[str] = mapped_column(Text)
    started_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    ended_at: Mapped[datetime] = mapped_column(UtcDateTime)
    zone: Mapped[str] = mapped_column(ZONE)
    position: Mapped[int] = mapped_column(Integer)
    effort: Mapped[float | None] = mapped_column(Double)
    pain_before: Mapped[int | None] = mapped_column(Integer)
    pain_during: Mapped[int | None] = mapped_column(Integer)
    pain_after: Mapped[int | None] = mapped_column(Integer)
    pain_next_morning: Mapped[int | None] = mapped_column(Integer)
    form_ok: Mapped[bool | None] = mapped_column(Boolean)
    # Rows from before this column was there say no.
    stop_sign: Mapped[bool] = mapped_column(Boolean, server_default=false())
    # No foreign key: the log stays as it was when the entry leaves the plan.
    planned_entry: Mapped[str | None] = mapped_column(ID)
    planned_start: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    note: Mapped[str] = mapped_column(Text)
    timeline: Mapped[str] = mapped_column(Text)
    # Last, as the step that added it could only put it there.
    spent_seconds: Mapped[float | None] = mapped_column(Double)
    sets: Mapped[list["PerformedSetRow"]] = relationship(
        cascade="all, delete-orphan",
        passive_deletes=True,
        lazy="selectin",
        order_by="PerformedSetRow.phase",
    )


class PerformedSetRow(Base):
    """One work phase of a performed session."""

    __tablename__ = "performed_set"
    # What bests and the balance of sides are counted from, without reading the rows.
    __table_args__ = (Index(None, "exercise", "skipped", "side", "actual_seconds"),)

    session_id: Mapped[str] = mapped_column(
        ID, ForeignKey("session.id", ondelete="CASCADE"), primary_key=True
    )
    phase: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    exercise: Mapped[str] = mapped_column(SLUG)
    name: Mapped[str] = mapped_column(Text)
    side: Mapped[str] = mapped_column(WORD)
    set_number: Mapped[int] = mapped_column(Integer)
    planned_seconds: Mapped[float] = mapped_column(Double)
    actual_seconds: Mapped[float] = mapped_column(Double)
    planned_reps: Mapped[int | None] = mapped_column(Integer)
    actual_reps: Mapped[int | None] = mapped_column(Integer)
    skipped: Mapped[bool] = mapped_column(Boolean)
    rest_seconds: Mapped[float | None] = mapped_column(Double)


class ScheduleEntryRow(Base):
    """A recurring session in the plan."""

    __tablename__ = "schedule_entry"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    routine: Mapped[str] = mapped_column(SLUG)
    rrule: Mapped[str] = mapped_column(Text)
    at_time: Mapped[time] = mapped_column(Time)
    start_date: Mapped[date] = mapped_column(Date)
    zone: Mapped[str] = mapped_column(ZONE)
    exceptions: Mapped[list["ScheduleExceptionRow"]] = relationship(
        cascade="all, delete-orphan",
        passive_deletes=True,
        lazy="selectin",
        order_by="ScheduleExceptionRow.original_date",
    )


class ScheduleExceptionRow(Base):
    """One occurrence of an entry that was moved or skipped."""

    __tablename__ = "schedule_exception"

    entry_id: Mapped[str] = mapped_column(
        ID, ForeignKey("schedule_entry.id", ondelete="CASCADE"), primary_key=True
    )
    original_date: Mapped[date] = mapped_column(Date, primary_key=True)
    moved_to: Mapped[datetime | None] = mapped_column(UtcDateTime)
    skipped: Mapped[bool] = mapped_column(Boolean)


class BreakSpanRow(Base):
    """A stretch of a day at the desk."""

    __tablename__ = "break_span"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    started_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    ended_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    zone: Mapped[str] = mapped_column(ZONE)
    kind: Mapped[str] = mapped_column(WORD)
    reason: Mapped[str] = mapped_column(Text)


class ActivityRow(Base):
    """A run, a walk or a sport that was entered by hand."""

    __tablename__ = "activity"
    # With kind and distance in it the index alone says how far each pair has run.
    __table_args__ = (Index(None, "shoe", "type", "metres"),)

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    type: Mapped[str] = mapped_column(WORD)
    started_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    zone: Mapped[str] = mapped_column(ZONE)
    minutes: Mapped[int] = mapped_column(Integer)
    metres: Mapped[int | None] = mapped_column(Integer)
    effort: Mapped[float | None] = mapped_column(Double)
    surface: Mapped[str | None] = mapped_column(WORD)
    hills: Mapped[str | None] = mapped_column(WORD)
    # No foreign key: a run stays as it was when the pair is deleted.
    shoe: Mapped[str | None] = mapped_column(ID)
    warmed_up: Mapped[bool | None] = mapped_column(Boolean)
    cooled_down: Mapped[bool | None] = mapped_column(Boolean)
    pain_before: Mapped[int | None] = mapped_column(Integer)
    pain_during: Mapped[int | None] = mapped_column(Integer)
    pain_after: Mapped[int | None] = mapped_column(Integer)
    pain_next_morning: Mapped[int | None] = mapped_column(Integer)
    note: Mapped[str] = mapped_column(Text)
    planned_entry: Mapped[str | None] = mapped_column(ID)
    planned_start: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)


class ShoeRow(Base):
    """A pair of shoes."""

    __tablename__ = "shoe"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    bought: Mapped[date | None] = mapped_column(Date)
    start_metres: Mapped[int] = mapped_column(Integer)
    retired: Mapped[date | None] = mapped_column(Date)


class DayRow(Base):
    """What one said of a day; lists of words are kept with a space between them."""

    __tablename__ = "day_record"

    day: Mapped[date] = mapped_column(Date, primary_key=True)
    mark: Mapped[str | None] = mapped_column(WORD)
    sleep_hours: Mapped[float | None] = mapped_column(Double)
    sleep_quality: Mapped[int | None] = mapped_column(Integer)
    stress: Mapped[int | None] = mapped_column(Integer)
    sit_hours: Mapped[float | None] = mapped_column(Double)
    longest_sit_min: Mapped[int | None] = mapped_column(Integer)
    stand_hours: Mapped[float | None] = mapped_column(Double)
    lifted: Mapped[bool | None] = mapped_column(Boolean)
    household: Mapped[bool | None] = mapped_column(Boolean)
    steps: Mapped[int | None] = mapped_column(Integer)
    pain_worst: Mapped[int | None] = mapped_column(Integer)
    pain_places: Mapped[str] = mapped_column(Text)
    pain_triggers: Mapped[str] = mapped_column(Text)
    tingled: Mapped[bool] = mapped_column(Boolean)
    reliefs: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
