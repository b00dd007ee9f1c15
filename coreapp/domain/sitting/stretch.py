"""A clock of accrued time: sitting, or standing. It is never ticked, only asked."""

from dataclasses import dataclass


@dataclass(slots=True)
class Stretch:
    """Time accrued, and since when it accrues on.

    `due` counts how often the accrued time passed a multiple of the interval: for a stretch
    without credits that is the floor of sitting by interval (95 minutes: 3). A credit lowers the
    accrued time, and what is passed a second time is due a second time.

    Attributes:
        accrued: microseconds up to `since`, or in all when it stands still.
        since: the moment it runs from, or None when it stands still.
        begun_with: the accrued time the present stretch began with, after a credit.
        due: breaks that came due in stretches that are over.
        longest: the most that was ever accrued before the present stretch.
        began: when the piece that ran last began.
        until: when it ended.
    """

    accrued: int = 0
    since: int | None = None
    begun_with: int = 0
    due: int = 0
    longest: int = 0
    began: int = 0
    until: int = 0

    def at(self, moment: int) -> int:
        """Return what is accrued at a moment."""
        if self.since is None or moment < self.since:
            return self.accrued
        return self.accrued + moment - self.since

    def reaches(self, level: int) -> int | None:
        """Return the moment the accrued time is at a level, None while it stands still."""
        return None if self.since is None else self.since + level - self.accrued

    def run(self, moment: int) -> None:
        """Accrue from a moment on."""
        if self.since is None:
            self.since = moment

    def stop(self, moment: int) -> None:
        """Stand still; what was accrued after `moment` is taken back.

        That also holds where it stands still already: working hours may end while resting hands
        have not been found to be an absence yet.
        """
        if self.since is not None:
            self.accrued = self.at(moment)
            self.began, self.until = self.since, max(self.since, moment)
            self.since = None
            return
        end = max(self.began, moment)
        if end < self.until:
            self.accrued -= self.until - end
            self.until = end

    def begin_again(self, accrued: int, moment: int, interval: int) -> None:
        """End the present stretch and begin the next one with what a credit left of it.

        It stands still afterwards until it is run.
        """
        self.stop(moment)
        self.due = self.due_at(moment, interval)
        self.longest = max(self.longest, self.accrued)
        self.accrued = self.begun_with = accrued
        self.began = self.until = moment

    def due_at(self, moment: int, interval: int) -> int:
        """Return the breaks that came due up to a moment."""
        return self.due + self.at(moment) // interval - self.begun_with // interval

    def longest_at(self, moment: int) -> int:
        """Return the most that was accrued up to a moment."""
        return max(self.longest, self.at(moment))
