"""How the tables came to be what they are, one step a file; read by Alembic in the process."""
