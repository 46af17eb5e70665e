"""One simulated organisation: its settings, its book, and the doors in front of them."""

from __future__ import annotations

from addressbook.simulator.book import Book
from addressbook.simulator.gateway import Speed, Tokens
from addressbook.simulator.options import SimulatorOptions
from addressbook.simulator.sample.labels import label_groups


class Organisation:
    """What the handlers of the calls work on."""

    def __init__(self, options: SimulatorOptions) -> None:
        self.options = options
        self.book = Book(options)
        self.tokens = Tokens(options)
        self.speed = Speed(options)
        self.label_groups = label_groups(options.language, options.extra_label_groups)
