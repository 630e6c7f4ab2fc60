"""The steps of a tour through a library: each says, in a line of JSON, whether it went well and what it found."""
import json


def step(name, act):
    try:
        found = act()
        print(json.dumps({'step': name, 'ok': True, 'found': found}, default=str), flush=True)
        return found
    except Exception as error:
        print(json.dumps({'step': name, 'ok': False, 'found': repr(error)}), flush=True)
        return None
