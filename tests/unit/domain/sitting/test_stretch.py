from coreapp.domain.sitting.stretch import Stretch


def test_what_turns_out_to_have_been_rest_is_taken_back_while_it_runs():
    stretch = Stretch()
    stretch.run(100)
    stretch.stop(160)
    assert stretch.at(500) == 60


def test_it_is_taken_back_when_it_stands_still_already():
    stretch = Stretch()
    stretch.run(100)
    stretch.stop(200)
    stretch.stop(160)
    assert stretch.at(500) == 60
    stretch.stop(180)
    assert stretch.at(500) == 60


def test_no_more_is_taken_back_than_the_last_piece():
    stretch = Stretch()
    stretch.run(0)
    stretch.stop(50)
    stretch.run(100)
    stretch.stop(120)
    stretch.stop(10)
    assert stretch.at(500) == 50


def test_what_a_credit_left_is_not_taken_back():
    stretch = Stretch()
    stretch.run(0)
    stretch.begin_again(30, 60, 1000)
    stretch.stop(10)
    assert stretch.at(500) == 30
