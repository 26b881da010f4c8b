"""Measures speed: `dev.py bench [store|sync|window|inbox|triage|assist|labelled|...]`."""

import argparse
import sys

from bench import assist, chart, hostile, inbox, labelled, store, sync, triage, window

SECTIONS = {
    "store": store.run,
    "sync": sync.run,
    "window": window.run,
    "inbox": inbox.run,
    "triage": triage.run,
    "assist": assist.run,
    "labelled": labelled.run,
    "hostile": hostile.run,
    "chart": chart.run,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("sections", nargs="*", default=[], help=", ".join(SECTIONS))
    parser.add_argument("--mails", type=int, default=20_000, help="size of the mailbox")
    arguments = parser.parse_args()
    for name in arguments.sections or SECTIONS:
        print(f"== {name}", flush=True)
        SECTIONS[name](arguments.mails)
    return 0


if __name__ == "__main__":
    sys.exit(main())
