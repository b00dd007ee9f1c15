"""What the shipped routines are called in three languages."""

from pathlib import Path

from coreapp.domain.routine import Routine
from coreapp.i18n import install, names_in_all_languages

LONGEST_NAME = 34

ROUTINE_NAMES = {
    "cooldown-stretch": (
        "Cool-down stretch",
        "Cool-down mit Dehnen",
        "Cooling-down met rekken",
    ),
    "core-basics-runners": (
        "Core basics for runners",
        "Rumpf-Basis für Läufer",
        "Core-basis voor lopers",
    ),
    "core-four": (
        "The core four",
        "Vier für den Rumpf",
        "Vier voor de core",
    ),
    "desk-1min-micro": (
        "Micro break",
        "Mikropause",
        "Micropauze",
    ),
    "desk-2min-a-reset": (
        "Desk break A – reset",
        "Schreibtischpause A – Aufrichten",
        "Bureaupauze A – oprichten",
    ),
    "desk-2min-b-legs": (
        "Desk break B – legs",
        "Schreibtischpause B – Beine",
        "Bureaupauze B – benen",
    ),
    "desk-2min-c-hips": (
        "Desk break C – hips",
        "Schreibtischpause C – Hüfte",
        "Bureaupauze C – heupen",
    ),
    "desk-2min-d-upper": (
        "Desk break D – upper body",
        "Schreibtischpause D – Oberkörper",
        "Bureaupauze D – bovenlichaam",
    ),
    "desk-2min-e-back-line": (
        "Desk break E – back line",
        "Schreibtischpause E – Rückseite",
        "Bureaupauze E – achterzijde",
    ),
    "desk-2min-f-walk": (
        "Desk break F – walk",
        "Schreibtischpause F – Gehen",
        "Bureaupauze F – wandelen",
    ),
    "desk-3min-energy": (
        "Desk break 3 min",
        "Schreibtischpause 3\N{NO-BREAK SPACE}Min.",
        "Bureaupauze 3\N{NO-BREAK SPACE}min",
    ),
    "easy-day-mobility": (
        "Easy day",
        "Leichter Tag",
        "Rustige dag",
    ),
    "foam-roll-recovery": (
        "Foam roll recovery",
        "Rollen zur Erholung",
        "Foamrollen voor herstel",
    ),
    "hips-piriformis": (
        "Hips & piriformis",
        "Hüfte und Piriformis",
        "Heupen en piriformis",
    ),
    "mcgill-big-three": (
        "McGill big three",
        "McGill Big Three",
        "McGill big three",
    ),
    "runner-dynamic-warmup": (
        "Runner's dynamic warm-up",
        "Dynamisches Aufwärmen für Läufer",
        "Dynamische warming-up voor lopers",
    ),
    "runners-five": (
        "Five for runners",
        "Fünf für Läufer",
        "Vijf voor lopers",
    ),
    "runners-six": (
        "Six for runners",
        "Sechs für Läufer",
        "Zes voor lopers",
    ),
    "strength-30": (
        "Strength 30 minutes",
        "Kraft 30 Minuten",
        "Kracht 30 minuten",
    ),
    "sun-salutation-10": (
        "Sun salutation 10",
        "Sonnengruß 10",
        "Zonnegroet 10",
    ),
    "sun-salutation-5": (
        "Sun salutation 5",
        "Sonnengruß 5",
        "Zonnegroet 5",
    ),
    "two-to-start": (
        "Two to start with",
        "Zwei für den Anfang",
        "Twee om mee te beginnen",
    ),
}
"""In English, German and Dutch; those that the brief gives are its own."""


def test_names_in_three_languages_are_those_of_the_brief(
    routines: dict[str, Routine], catalogues: Path
) -> None:
    install(catalogues, "en")
    try:
        found = {
            each.id: tuple(names_in_all_languages(each.text_context, each.name).values())
            for each in routines.values()
        }
    finally:
        install(Path(), "en")

    assert found == ROUTINE_NAMES


def test_names_of_routines_are_short(catalogues: Path, routines: dict[str, Routine]) -> None:
    install(catalogues, "en")
    try:
        for each in routines.values():
            for name in names_in_all_languages(each.text_context, each.name).values():
                assert len(name) <= LONGEST_NAME, name
    finally:
        install(Path(), "en")
