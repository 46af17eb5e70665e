"""The copy of the book, as others use it: one writer on the store thread, a reader for each thread that reads."""

from addressbook.store.files import set_aside
from addressbook.store.merging import Merged
from addressbook.store.passes import PassState
from addressbook.store.pending import Change
from addressbook.store.reader import BookReader
from addressbook.store.records import Made, make
from addressbook.store.writer import BookWriter

__all__ = ["BookReader", "BookWriter", "Change", "Made", "Merged", "PassState", "make", "set_aside"]
