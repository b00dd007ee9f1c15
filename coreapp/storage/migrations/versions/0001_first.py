"""The first tables: sessions with their sets, the plan with its exceptions, spans of sitting."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    _make_log()
    _make_plan()
    op.create_table(
        "break_span",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_break_span"),
    )
    op.create_index("ix_break_span_started_at", "break_span", ["started_at"])
    op.create_index("ix_break_span_ended_at", "break_span", ["ended_at"])


def downgrade() -> None:
    """Drop the tables, children first."""
    for table in ("break_span", "schedule_exception", "schedule_entry", "performed_set", "session"):
        op.drop_table(table)


def _make_log() -> None:
    op.create_table(
        "session",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("outcome", sa.String(20), nullable=False),
        sa.Column("routine", sa.String(100), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("effort", sa.Double(), nullable=True),
        sa.Column("pain_before", sa.Integer(), nullable=True),
        sa.Column("pain_after", sa.Integer(), nullable=True),
        sa.Column("planned_entry", sa.String(36), nullable=True),
        sa.Column("planned_start", sa.DateTime(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("timeline", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_session"),
    )
    op.create_index("ix_session_outcome", "session", ["outcome"])
    op.create_index("ix_session_started_at", "session", ["started_at"])
    op.create_table(
        "performed_set",
        sa.Column("session_id", sa.String(36), nullable=False),
        sa.Column("phase", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("exercise", sa.String(100), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("side", sa.String(20), nullable=False),
        sa.Column("set_number", sa.Integer(), nullable=False),
        sa.Column("planned_seconds", sa.Double(), nullable=False),
        sa.Column("actual_seconds", sa.Double(), nullable=False),
        sa.Column("planned_reps", sa.Integer(), nullable=True),
        sa.Column("actual_reps", sa.Integer(), nullable=True),
        sa.Column("skipped", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["session.id"],
            name="fk_performed_set_session_id_session",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("session_id", "phase", name="pk_performed_set"),
    )


def _make_plan() -> None:
    op.create_table(
        "schedule_entry",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("routine", sa.String(100), nullable=False),
        sa.Column("rrule", sa.Text(), nullable=False),
        sa.Column("at_time", sa.Time(), nullable=False),
        sa.Column("start_date", sa.Date(), nullable=False),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_schedule_entry"),
    )
    op.create_table(
        "schedule_exception",
        sa.Column("entry_id", sa.String(36), nullable=False),
        sa.Column("original_date", sa.Date(), nullable=False),
        sa.Column("moved_to", sa.DateTime(), nullable=True),
        sa.Column("skipped", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["schedule_entry.id"],
            name="fk_schedule_exception_entry_id_schedule_entry",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("entry_id", "original_date", name="pk_schedule_exception"),
    )
