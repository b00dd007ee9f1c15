from coreapp.domain.sitting.settings import BreakSettings
from coreapp.services.break_rules import hours_text, rules


def plain(text: str) -> str:
    return text.replace("\N{NARROW NO-BREAK SPACE}", " ")


def test_the_main_rules_are_told():
    told = {name: plain(value) for name, value in rules(BreakSettings())}

    assert told == {
        "Break after": "30 min of sitting",
        "Length": "2 min",
        "Warning": "30 s before",
        "Later": "5 min, 15 min in all",
        "Hours": "Mon to Fri, 8:00 AM–6:00 PM",
        "Lunch walk": "off",
    }


def test_the_walk_at_lunch_has_its_time():
    settings = BreakSettings.from_mapping({"lunch_walk": "12:30"})

    assert plain(dict(rules(settings))["Lunch walk"]) == "12:30 PM"


def test_days_with_the_same_hours_stand_together():
    settings = BreakSettings.from_mapping(
        {
            "working_hours": {
                "mon": ["08:00-12:00", "13:00-17:00"],
                "tue": ["08:00-12:00", "13:00-17:00"],
                "thu": ["08:00-12:00"],
                "fri": ["20:00-24:00"],
            }
        }
    )

    assert plain(hours_text(settings.working_hours.days)).split("\n") == [
        "Mon and Tue, 8:00 AM–12:00 PM and 1:00 PM–5:00 PM",
        "Thu, 8:00 AM–12:00 PM",
        "Fri, 8:00 PM–12:00 AM",
    ]


def test_no_hours_at_all_are_said():
    settings = BreakSettings.from_mapping({"working_hours": {}})

    assert hours_text(settings.working_hours.days) == "none"
