"""The page of the plan: a calendar of what is planned and done, and the day that is looked at."""

from coreapp.ui.pages.plan.page import PlanPage

__all__ = ["PlanPage"]
