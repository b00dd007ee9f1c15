"""Activities that were entered by hand, shoes, and what one says of a day."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

OF_EXERCISES = "ix_performed_set_exercise_skipped_side_actual_seconds"


def upgrade() -> None:
    """Make the tables, and let sets be found by exercise, and what was planned by its time."""
    _make_activities()
    op.create_table(
        "shoe",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("bought", sa.Date(), nullable=True),
        sa.Column("start_metres", sa.Integer(), nullable=False),
        sa.Column("retired", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_shoe"),
    )
    _make_days()
    op.create_index(
        OF_EXERCISES, "performed_set", ["exercise", "skipped", "side", "actual_seconds"]
    )
    op.create_index("ix_session_planned_start", "session", ["planned_start"])


def downgrade() -> None:
    """Drop the tables and the index."""
    op.drop_index("ix_session_planned_start", "session")
    op.drop_index(OF_EXERCISES, "performed_set")
    for table in ("day_record", "shoe", "activity"):
        op.drop_table(table)


def _make_activities() -> None:
    op.create_table(
        "activity",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("type", sa.String(20), nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("metres", sa.Integer(), nullable=True),
        sa.Column("effort", sa.Double(), nullable=True),
        sa.Column("surface", sa.String(20), nullable=True),
        sa.Column("hills", sa.String(20), nullable=True),
        sa.Column("shoe", sa.String(36), nullable=True),
        sa.Column("warmed_up", sa.Boolean(), nullable=True),
        sa.Column("cooled_down", sa.Boolean(), nullable=True),
        sa.Column("pain_before", sa.Integer(), nullable=True),
        sa.Column("pain_during", sa.Integer(), nullable=True),
        sa.Column("pain_after", sa.Integer(), nullable=True),
        sa.Column("pain_next_morning", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("planned_entry", sa.String(36), nullable=True),
        sa.Column("planned_start", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_activity"),
    )
    op.create_index("ix_activity_started_at", "activity", ["started_at"])
    op.create_index("ix_activity_shoe_metres", "activity", ["shoe", "metres"])
    op.create_index("ix_activity_planned_start", "activity", ["planned_start"])


def _make_days() -> None:
    op.create_table(
        "day_record",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("mark", sa.String(20), nullable=True),
        sa.Column("sleep_hours", sa.Double(), nullable=True),
        sa.Column("sleep_quality", sa.Integer(), nullable=True),
        sa.Column("stress", sa.Integer(), nullable=True),
        sa.Column("sit_hours", sa.Double(), nullable=True),
        sa.Column("longest_sit_min", sa.Integer(), nullable=True),
        sa.Column("stand_hours", sa.Double(), nullable=True),
        sa.Column("lifted", sa.Boolean(), nullable=True),
        sa.Column("household", sa.Boolean(), nullable=True),
        sa.Column("steps", sa.Integer(), nullable=True),
        sa.Column("pain_worst", sa.Integer(), nullable=True),
        sa.Column("pain_places", sa.Text(), nullable=False),
        sa.Column("pain_triggers", sa.Text(), nullable=False),
        sa.Column("tingled", sa.Boolean(), nullable=False),
        sa.Column("reliefs", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("day", name="pk_day_record"),
    )
