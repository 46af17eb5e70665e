"""The real program under a watch: python -m tests.bench.marked filled|load|use QUERIES SECONDS OPTION…

`filled`: writes "mark filled" once the first paint of the table with rows in it is over, and ends.
`load`: goes on until the whole book is here, with a person (person.py) at work all the while; stalls and memory.
`use`: of a book that is whole: how long answers to so many QUERIES take to be painted, and each page when scrolling;
stalls during SECONDS in which it is being refreshed.
Then closes the window, as a person would. Nothing of the program is replaced: it is listened to, and asked (watch.py).
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType

from addressbook import cli

PROGRAM = "addressbook.app"


class ProgramImported:
    """Begins the watch when the program has imported its window: in its own order, of which the start depends.

    Not a `MetaPathFinder` of importlib.abc, which brings 50 modules that the program itself does without.
    """

    def __init__(self, wanted: str, queries: int, seconds: float) -> None:
        self._watch = wanted, queries, seconds

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != PROGRAM:
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(fullname)
        assert spec is not None
        assert spec.loader is not None
        load = spec.loader.exec_module

        def load_and_watch(module: ModuleType) -> None:
            load(module)
            from tests.bench import watch

            watch.begin(*self._watch)

        spec.loader.exec_module = load_and_watch
        return spec


def main() -> int:
    wanted, queries, seconds, *options = sys.argv[1:]
    sys.meta_path.insert(0, ProgramImported(wanted, int(queries), float(seconds)))
    return cli.main(options)


if __name__ == "__main__":
    sys.exit(main())
