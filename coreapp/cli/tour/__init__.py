"""`coreapp tour`: the real windows through the main job, with a picture of each stage."""

from coreapp.cli.tour.guide import run_tour

__all__ = ["run_tour"]
