"""What of a session is on the bus: it holds the screen awake and answers media keys."""

import sys

from PySide6.QtCore import QCoreApplication

from coreapp.desktop.clock import SystemClock
from coreapp.desktop.keep_awake import WakepyAwake
from coreapp.desktop.media_session import MprisSession
from coreapp.services.media_session import MediaStatus, NowPlaying

app = QCoreApplication([])
awake = WakepyAwake()
awake.hold()
session = MprisSession(SystemClock())
session.show(NowPlaying("Plank", "Evening", MediaStatus.PLAYING, 20, length=165, runs_until=165))
sys.exit(app.exec())
