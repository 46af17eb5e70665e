"""A stand-in for DingTalk's server: an invented organisation behind a real HTTP server on loopback.

It is a second reading of the documents and shares no code with the client, so that the two can disagree. The
program runs it on threads for the sample book; tests and benchmarks run `python -m addressbook.simulator`.

    connection → faults, control, calls    what goes wrong, how tests steer it, what was asked
               → router → gateway          tokens, permissions, pace
                        → reading, writing, staff_calls, token_calls → organisation → book → order, journal, sample

Where the documents are silent or contradict each other, it decides as follows. Do not learn these from it:

- A list call without both `size` and `offset` gives the first 20 rows. Behind the end, `results` is empty.
- Pages in mid-list may be short, for some rows count without being shown; none before the end is empty.
- `update` replaces or merges the optional fields as the start said; a number sent along is checked (60103, 60200)
  and then ignored. A field of "" is stored as "", unless the start said that nothing can be cleared; null is the same
  as left out.
- More than 20 of a list: 40035 (labels), 40066 (departments), 40032 (employees). A name over 128 characters, or with
  control characters: 60112. A country code with a plus sign, or a number with anything but digits: 60103.
- Labels of one group do not exclude each other; ids of labels, owners and shares are taken as they come.
- With external contacts switched off all six calls answer 60205, not `create` alone.
- A third-party app gets 43007 from the writing calls and from getbymobile, which are for internal apps only.
- A token of a dissolved organisation gets 400043 from listlabelgroups (its document) and 33001 from all others.
"""
