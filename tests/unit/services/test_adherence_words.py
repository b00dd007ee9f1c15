"""What became of the plan, in words."""

from coreapp.domain.adherence import Fate, Figures
from coreapp.services.adherence_words import fate_name, kept_sentence
from tests.each_case import each_case


@each_case(
    ("figures", "sentence"),
    [
        (Figures(), "Nothing was due."),
        (Figures(skipped=2, excused=1, open=3), "Nothing was due."),
        (Figures(on_time=3), "3 of 3 planned sessions done, each on its day."),
        (Figures(on_time=1), "1 of 1 planned session done, on its day."),
        (Figures(on_time=1, moved=1, missed=1), "2 of 3 planned sessions done, 1 on another day."),
        (Figures(missed=2), "2 planned sessions, none done."),
        (Figures(missed=1, extra=2), "1 planned session, not done. 2 besides the plan."),
        (Figures(extra=1), "Nothing was due. 1 besides the plan."),
    ],
)
def test_a_week_is_told_in_whole_sentences(figures: Figures, sentence: str) -> None:
    assert kept_sentence(figures) == sentence


def test_every_fate_has_a_name() -> None:
    assert len({fate_name(each) for each in Fate}) == len(Fate)
