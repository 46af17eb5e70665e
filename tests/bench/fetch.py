"""Fetches a whole book: python -m tests.bench.fetch plain|loader URL LIMIT. Prints "mark whole SECONDS".

`plain` is the floor: one requests.Session, page after page, LIMIT of them. `loader` is ours, with client, loader and
copy, at LIMIT calls a second.
"""

from __future__ import annotations

import asyncio
import gc
import secrets
import sys
import tempfile
import time
from pathlib import Path

import requests

from addressbook.app import SWITCH_SECONDS
from addressbook.dingtalk.client import DingTalkClient
from addressbook.dingtalk.pace import Pace
from addressbook.dingtalk.region import other_address
from addressbook.services.book import BookService
from addressbook.services.events import Events, LoadProgress
from addressbook.services.loader_times import LoaderTimes
from addressbook.services.threads import RequestThreads
from tests.bench.marks import mark

KEY, SECRET = "sample-key", "sample-secret"


def plain(url: str, pages: int) -> None:
    """What anyone would write first."""
    with requests.Session() as session:
        token = session.get(f"{url}/gettoken", params={"appkey": KEY, "appsecret": SECRET}, timeout=60).json()
        for page in range(pages):
            answer = session.post(
                f"{url}/topapi/extcontact/list",
                params={"access_token": token["access_token"]},
                json={"size": 100, "offset": page * 100},
                timeout=60,
            ).json()
            assert answer["errcode"] == 0, answer


async def loader(url: str, rate: float) -> None:
    """As the program does it, without the window."""
    events, whole = Events(), asyncio.Event()
    with tempfile.TemporaryDirectory() as folder:
        client = DingTalkClient(other_address(url), KEY, SECRET, pace=Pace(rate, rate))
        threads = RequestThreads()
        times = LoaderTimes(first_pass_calls=rate)
        book, _ = await BookService.open(Path(folder), secrets.token_bytes(32), client, threads, events, times)
        events.subscribe(LoadProgress, lambda progress: whole.set() if progress.complete else None)
        gc.disable()  # nor does the program let any thread collect: ui/garbage.py does, twice a second
        collecting = asyncio.create_task(_collect())
        book.start()
        await whole.wait()
        collecting.cancel()
        await book.close(within=10)
        await threads.close()
        client.close()


async def _collect() -> None:
    while True:
        await asyncio.sleep(0.5)
        gc.collect(0)


def main(how: str, url: str, limit: str) -> None:
    sys.setswitchinterval(SWITCH_SECONDS)
    began = time.monotonic()
    if how == "plain":
        plain(url, int(limit))
    else:
        asyncio.run(loader(url, float(limit)))
    mark("whole", time.monotonic() - began)


if __name__ == "__main__":
    main(*sys.argv[1:])
