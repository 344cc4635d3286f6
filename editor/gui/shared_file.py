"""Shared file: how a file may be opened that somebody else has, and what may be done to one they have changed."""

from enum import Enum


class Admission(Enum):
    """How a file may be opened."""

    WHOLE = "whole"
    READ_ONLY = "read only"
    COPY = "copy"
    NOT = "not"


class Saving(Enum):
    """What is to be done about a file that somebody else has changed."""

    WRITE = "write"
    COPY = "copy"
    STOP = "stop"
