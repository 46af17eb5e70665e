"""The command line of the simulator."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from addressbook.simulator.options import ORDERS, SCOPES, UPDATES, SimulatorOptions


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m addressbook.simulator",
        description="A stand-in for DingTalk's server with an invented organisation in it, for trying and testing the "
        "address book without an account. It listens on this computer only, prints its address as the first line, "
        "and runs until it is stopped (Ctrl+C).",
        epilog="The organisation: Harbour Trading Co., 300 employees; sign in with the mobile number 13800138000 to be "
        "Mia Chen. The same --seed always makes the same people.",
    )
    add = parser.add_argument
    add("--port", type=int, default=0, help="port to listen on; 0 (the default) takes any free one")
    add(
        "--contacts",
        type=int,
        default=2000,
        metavar="N",
        help="how many sample contacts (default 2000; a million start at once)",
    )
    add("--seed", type=int, default=1, metavar="S", help="which sample people (default 1)")
    add(
        "--language",
        choices=("en", "zh"),
        default="en",
        help="language of the organisation: labels, departments, colleagues",
    )
    add("--order", choices=ORDERS, default="oldest", help="order of the list (default oldest first)")
    add(
        "--update",
        choices=UPDATES,
        default="replace",
        help="whether an update empties the optional fields it does not name (replace), keeps them (merge), or keeps "
        "even those that it names with nothing in them (keep_empty)",
    )
    add(
        "--db",
        type=Path,
        metavar="FILE",
        help="keep what is written in this SQLite file; otherwise it is lost at the end",
    )
    add("--app-key", default="sample-key", metavar="K", help="app key that is accepted (default sample-key)")
    add(
        "--app-secret", default="sample-secret", metavar="S", help="app secret that is accepted (default sample-secret)"
    )
    add(
        "--third-party",
        action="store_true",
        help="answer as to a third-party app: no mobile numbers, no writing; takes the token sample-third-party-token",
    )
    add(
        "--qps",
        type=int,
        default=0,
        metavar="Q",
        help="calls per second to each path before 88/90018 (default 0: no limit)",
    )
    add("--latency-ms", type=int, default=0, metavar="L", help="wait so long before each answer")
    add("--jitter-ms", type=int, default=0, metavar="J", help="and up to so much longer")
    add("--token-lifetime", type=float, default=7200.0, metavar="SECONDS", help="how long a token lives (default 7200)")
    add("--max-contacts", type=int, default=0, metavar="N", help="refuse more contacts than this with 60203")
    add("--feature-off", action="store_true", help="external contacts are not enabled in the organisation (60205)")
    add("--no-new-token", action="store_true", help="the call v1.0/oauth2/accessToken does not exist, only gettoken")
    add("--refuse-escapes", action="store_true", help="answer 40033 to \\uXXXX in a request")
    add(
        "--without-permission",
        action="append",
        default=[],
        choices=SCOPES,
        metavar="SCOPE",
        help="a permission that the app does not have; may be repeated: " + ", ".join(SCOPES),
    )
    add("--permission-code", choices=("60011", "43007"), default="60011", help="how a missing permission is told")
    add("--full-pages", action="store_true", help="no hidden rows: every page but the last is full")
    add("--extra-label-groups", type=int, default=0, metavar="N", help="so many more label groups")
    add(
        "--fault",
        action="append",
        default=[],
        metavar="KIND[,name=value…]",
        help="switch a fault on, such as html,times=3 or reset,endpoint=extcontact/list,after=5 (see --list-faults)",
    )
    add("--list-faults", action="store_true", help="list the kinds of fault and end")
    add("--print-events", action="store_true", help="print a line when a call is received, committed and answered")
    return parser


def parse(arguments: Sequence[str] | None = None) -> tuple[SimulatorOptions, argparse.Namespace]:
    """Options from a command line, and the rest of it (faults, list_faults, print_events). Exits on a wrong one."""
    parser = _parser()
    given = parser.parse_args(arguments)
    try:
        options = SimulatorOptions(
            port=given.port,
            contacts=given.contacts,
            seed=given.seed,
            language=given.language,
            order=given.order,
            update=given.update,
            db=given.db,
            app_key=given.app_key,
            app_secret=given.app_secret,
            third_party=given.third_party,
            qps=given.qps,
            latency_ms=given.latency_ms,
            jitter_ms=given.jitter_ms,
            token_lifetime=given.token_lifetime,
            max_contacts=given.max_contacts,
            feature_on=not given.feature_off,
            new_token=not given.no_new_token,
            refuse_escapes=given.refuse_escapes,
            without_scopes=frozenset(given.without_permission),
            permission_code=given.permission_code,
            hidden_rows=not given.full_pages,
            extra_label_groups=given.extra_label_groups,
            control=True,
        )
    except ValueError as error:
        parser.error(str(error))
    return options, given
