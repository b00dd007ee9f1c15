"""Run by Alembic for every command; the connection is handed in by `coreapp.storage.upgrade`."""

from alembic import context

# The connection's transaction goes around all steps: either all are made, or none.
context.configure(connection=context.config.attributes["connection"], render_as_batch=True)

with context.begin_transaction():
    context.run_migrations()
