"""Help says something of every topic, with the figures of the rules, and leads to real articles."""

import string
from pathlib import Path

from coreapp import i18n
from coreapp.desktop.paths import find_paths
from coreapp.domain.load import over_10
from coreapp.domain.progression import PainLight, pain_light
from coreapp.domain.sitting.settings import BreakSettings
from coreapp.i18n import LANGUAGES
from coreapp.services.help_topics import HelpTopic
from coreapp.services.help_words import ARTICLES, MORE_PERCENT, help_name, help_text

GUIDE = Path(__file__).resolve().parents[3] / "assets" / "guide"


def is_well_said(topic: HelpTopic) -> bool:
    """Tell whether it has a title, which its name has too, and a few whole sentences."""
    said, name = help_text(topic), help_name(topic)
    return bool(
        said.title
        and said.title in name
        and said.text.count(". ") + 1 <= 5
        and 40 < len(said.text) < 420
        and not [field for _text, field, *_rest in string.Formatter().parse(said.text) if field]
    )


def test_every_topic_has_a_title_and_a_few_sentences() -> None:
    translations = find_paths().translations
    wrong = []
    try:
        for language in LANGUAGES:
            i18n.install(translations, language)
            wrong += [(language, topic) for topic in HelpTopic if not is_well_said(topic)]
    finally:
        i18n.install(translations, "en")
    assert wrong == []


def test_what_is_linked_to_is_in_the_guide() -> None:
    for topic, article in ARTICLES.items():
        assert (GUIDE / f"{article}.toml").is_file(), topic
        assert help_text(topic).article == article
    assert help_text(HelpTopic.EFFORT).article == ""


def test_the_tenth_is_the_one_of_the_rule() -> None:
    assert MORE_PERCENT == 10
    assert not over_10(1000, 1000 + 10 * MORE_PERCENT)
    assert over_10(1000, 1001 + 10 * MORE_PERCENT)
    assert "10%" in help_text(HelpTopic.TENTH).text


def test_the_steps_of_pain_are_those_of_the_rule() -> None:
    assert pain_light(3) is PainLight.GREEN
    assert pain_light(4) is pain_light(5) is PainLight.AMBER
    assert pain_light(6) is PainLight.RED
    assert "Up to 3, go on; at 4 or 5," in help_text(HelpTopic.PAIN).text
    assert "from 6 on" in help_text(HelpTopic.PAIN).text


def test_the_ring_is_told_with_the_usual_settings() -> None:
    rules = BreakSettings()
    text = help_text(HelpTopic.SITTING).text

    assert f"after {rules.interval_min} minutes" in text
    assert f"{rules.break_min} minutes away" in text
