"""A person who does everything that can be done with contacts, in an order that a number stands for, without end."""

from __future__ import annotations

import random
from itertools import count

from tests.helpers.book_writer import BookWriter, offers


class BusyPerson:
    """`people` are names of contacts in the book that are theirs to change; those they make begin with a number."""

    def __init__(self, writer: BookWriter, seed: int, people: list[str]) -> None:
        self._writer = writer
        self._chance = random.Random(seed)
        self._seed = seed
        self._people = list(people)
        self._numbers = count(1)

    async def work(self) -> None:
        """Never returns."""
        acts = (
            self._create, self._create, self._edit, self._edit, self._keep, self._go_on, self._delete, self._replace,
            self._replace, self._end_replacement,
        )  # fmt: skip
        while True:
            await self._chance.choice(acts)()

    def _text(self, words: str) -> tuple[str, int]:
        number = self._seed % 1000 * 100 + next(self._numbers)
        return f"{number:05} {words}", number

    async def _create(self) -> None:
        name, number = self._text("Kept Ann")
        form = await self._writer.new(name, f"139{number:08}", self._chance.choice(("", "Lee & Sons")))
        await form.save()
        if form.is_open:
            await form.keep()
        else:
            self._people.append(name)

    async def _keep(self) -> None:
        name, number = self._text("Half")
        await (await self._writer.new(name, f"139{number:08}")).keep()

    async def _edit(self) -> None:
        form = await self._writer.edit(self._chance.choice(self._people), self._text("Boss")[0])
        await form.save()
        if form.is_open:
            await form.keep()

    async def _go_on(self) -> None:
        found = await offers(self._writer.person)
        # a name that was typed in part may not tell whose it is
        whole = [
            offer
            for offer in found
            if not offer.startswith("Go on: ") and (" Kept" in offer or " Half" in offer or "Changes of " in offer)
        ]
        if not whole:
            return
        offer = self._chance.choice(whole)
        if offer.startswith("Save again"):
            await self._writer.save_again(offer)
            return
        form = await self._writer.go_on(offer, self._text("Chief")[0])
        await form.save()
        if form.is_open:
            await form.keep()

    async def _delete(self) -> None:
        if len(self._people) < 6:
            return
        name = self._people.pop(self._chance.randrange(len(self._people)))
        await self._writer.delete(name)
        if self._chance.random() < 0.4:
            await self._writer.undo()

    async def _replace(self) -> None:
        number = self._text("")[1]
        await self._writer.replace(self._chance.choice(self._people), f"138{number:08}")

    async def _end_replacement(self) -> None:
        found = [offer for offer in await offers(self._writer.person) if offer.startswith("Go on: ")]
        if found:
            await self._writer.end_replacement(found[0], undo=self._chance.random() < 0.5)
