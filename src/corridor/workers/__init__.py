"""Heavy work in processes of their own: so many at once, with limits, and gone when unwanted."""

from corridor.workers.pool import Pool, pool
from corridor.workers.process import LostError, TooLargeError, TooLongError, WorkError
from corridor.workers.task import Task

__all__ = ["LostError", "Pool", "Task", "TooLargeError", "TooLongError", "WorkError", "pool"]
