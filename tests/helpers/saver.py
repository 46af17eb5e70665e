"""A session that saves one contact, in a process of its own to be killed: python -m tests.helpers.saver FOLDER URL WHAT

WHAT is "create", or the userid of a contact whose title becomes "CEO". Prints "saving" and then what came of it.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from tests.helpers.desk import open_desk


async def save(folder: Path, url: str, what: str) -> None:
    async with open_desk(url, folder) as desk:
        item = desk.new() if what == "create" else desk.edit(what, title="CEO")
        await desk.session.work.keep_draft(item)
        print("saving", flush=True)  # noqa: T201
        result = await desk.session.saving.save(item)
        print(type(result).__name__, flush=True)  # noqa: T201
        await asyncio.sleep(60)  # alive until it is killed


if __name__ == "__main__":
    asyncio.run(save(Path(sys.argv[1]), sys.argv[2], sys.argv[3]))
