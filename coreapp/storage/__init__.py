"""Where the log, the plan and the settings are kept.

Only `state_file` and `identities` are light: everything else here imports SQLAlchemy, and must be
imported late.
"""
