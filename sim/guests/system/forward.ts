import { messageOf } from '../answer.ts';
import type { Bytes } from '../bytes.ts';
import type { Program, Step, System } from '../kernel/program.ts';
import { lookUp, whyUnknown } from './names.ts';

type Forwarding = {
  readonly host: Bytes;
  readonly port: number;
  /** Null: somebody answers; else why not, as sshd says it. */
  readonly opened: (fault: Bytes | null) => void;
};

const most = 32_768;

/** What sshd does for `ssh -L`: goes where the guest would get, and hands on both ways. */
export const forwardProgram = ({ host, port, opened }: Forwarding): Program =>
  function* (system) {
    const found = lookUp(system, host === '' ? 'localhost' : host);
    if (!found.ok) {
      opened(whyUnknown(found));
      return 1;
    }
    const connected = yield* system.network.connect({ address: found.address, port });
    if (!connected.ok) {
      opened(messageOf(connected.errno));
      return 1;
    }
    opened(null);
    system.processes.fork({
      name: 'sshd: forward',
      descriptors: new Map([
        [0, 0],
        [1, connected.value],
      ]),
      group: 'parent',
      program: (own) => handOn(own, 0),
    });
    return yield* handOn(system, connected.value);
  };

function* handOn(system: System, from: number): Step<number> {
  for (;;) {
    const bytes = yield* system.descriptors.read(from, most);
    if (!bytes.ok || bytes.value === '') return 0;
    if (!(yield* system.descriptors.write(1, bytes.value)).ok) return 1;
  }
}
