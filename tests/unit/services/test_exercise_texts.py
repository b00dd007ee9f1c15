"""Texts of an exercise as they are shown."""

from dataclasses import replace

from coreapp.services.exercise_texts import stop_signs
from tests.fakes.languages import shown_in
from tests.fakes.session_content import SIDE_PLANK


def test_signs_to_stop_are_never_missing(tmp_path):
    texts = {(SIDE_PLANK.text_context, SIDE_PLANK.stop_if[0]): "Es zieht ins Bein."}
    with shown_in(tmp_path, "de", texts):
        assert stop_signs(SIDE_PLANK) == ["Es zieht ins Bein."]
    assert stop_signs(replace(SIDE_PLANK, stop_if=())) == ["Something hurts, or you feel unwell."]
