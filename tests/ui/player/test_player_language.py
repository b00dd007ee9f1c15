"""Another language while a session is open: everything that is seen follows, time goes on."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from tests.fakes.languages import shown_in

TEXTS = {
    ("phase", "Hold"): "Halten",
    (None, "End…"): "Beenden…",
    (None, "Small window (W)"): "Kleines Fenster (W)",
    (None, "All keys"): "Alle Tasten",
    (None, "Time line"): "Zeitachse",
    (None, "Slower (−)"): "Langsamer (−)",
    (None, "Large window (W)"): "Großes Fenster (W)",
    (None, "End and keep"): "Beenden und behalten",
}


def switch(scene) -> None:
    QApplication.sendEvent(scene.window, QEvent(QEvent.Type.LanguageChange))
    if scene.window.small.window is not None:
        QApplication.sendEvent(scene.window.small.window, QEvent(QEvent.Type.LanguageChange))


def test_an_open_player_follows_the_language_and_back(scene, tmp_path):
    scene.wait(15)
    session = scene.window.session
    with shown_in(tmp_path, "de", TEXTS):
        switch(scene)
        seen = (
            session.panel.badge.accessibleName(),
            session.top.end.text(),
            session.top.small.toolTip(),
            session.transport._help_word.text(),
            session.time.bar.accessibleName(),
            session.beat.tempo.slower.accessibleName(),
            session.question.end.text(),
        )
    switch(scene)

    assert seen == (
        "Halten",
        "Beenden…",
        "Kleines Fenster (W)",
        "Alle Tasten",
        "Zeitachse",
        "Langsamer (−)",
        "Beenden und behalten",
    )
    assert session.top.end.text() == "End…"
    assert scene.into == 15


def test_the_small_window_follows_too(scene, tmp_path):
    scene.wait(15)
    scene.press(Qt.Key.Key_W)
    small = scene.window.small.window
    with shown_in(tmp_path, "de", TEXTS):
        switch(scene)
        seen = (small.badge.accessibleName(), small.large.toolTip())
    switch(scene)

    assert seen == ("Halten", "Großes Fenster (W)")


def test_silence_stays_silence_in_another_language(scene, tmp_path):
    scene.press(Qt.Key.Key_M)
    with shown_in(tmp_path, "de", {(None, "Tones on (M)"): "Töne an (M)"}):
        switch(scene)
        seen = scene.window.session.top.mute.toolTip()
    switch(scene)

    assert seen == "Töne an (M)"
