"""Drives a vCenter with pyvmomi, step by step: `ok <step>` or `FAIL <step>: <why>` each on a line.

Usage: PYTHONPATH=<pyvmomi> python3 probe.py https://user:password@host:port/sdk
"""

import sys

import inventory_steps  # noqa: F401  each registers its steps in the order of the imports
import machine_steps  # noqa: F401
import lifecycle_steps  # noqa: F401
import estate_steps  # noqa: F401
import host_steps  # noqa: F401
import guest_steps  # noqa: F401
import web_steps  # noqa: F401
from lab import STEPS, Lab


def reason(error):
    words = getattr(error, "msg", None) or str(error).strip().splitlines()[:1] or [""]
    text = words if isinstance(words, str) else words[0]
    return f"{type(error).__name__}: {text}"[:400].replace("\n", " ")


def main():
    lab = Lab(sys.argv[1])
    failed = 0
    for name, action in STEPS:
        try:
            action(lab)
        except Exception as error:  # noqa: BLE001  a step may fail with anything; the next still runs
            failed += 1
            print(f"FAIL {name}: {reason(error)}", flush=True)
        else:
            print(f"ok {name}", flush=True)
    print(f"{len(STEPS) - failed} of {len(STEPS)} steps", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
