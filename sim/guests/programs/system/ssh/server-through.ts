import { messageOf } from '../../../answer.ts';
import type { Bytes } from '../../../bytes.ts';
import type { Step, System } from '../../../kernel/program.ts';
import { lookUp, whyUnknown } from '../../../system/names.ts';
import type { ServerSettings } from './settings.ts';
import type { Frame, Transport } from './transport.ts';

type Door = {
  readonly system: System;
  readonly transport: Transport;
  readonly settings: Pick<ServerSettings, 'forwards'>;
};

const failed = 255;

/** Who came in wants to talk to somebody behind: all that both say is handed on, until one of them ends. */
export function* handThrough({ system, transport, settings }: Door, { fields }: Frame): Step<number> {
  const [host = '', port = ''] = fields;
  if (!settings.forwards) return yield* decline(transport, 'administratively prohibited: open failed');
  const found = lookUp(system, host);
  if (!found.ok) return yield* decline(transport, `connect failed: ${whyUnknown(found)}`);
  const connected = yield* system.network.connect({ address: found.address, port: Number(port) });
  if (!connected.ok) return yield* decline(transport, `connect failed: ${messageOf(connected.errno)}`);
  yield* transport.send('y');
  const begun = yield* system.descriptors.read(0, 1);
  if (!begun.ok || begun.value === '') return failed;
  yield* handOn(system, connected.value);
  return 0;
}

function* decline(transport: Transport, why: Bytes): Step<number> {
  yield* transport.send('n', why);
  return failed;
}

function* handOn(system: System, there: number): Step<void> {
  for (;;) {
    const ready = yield* system.descriptors.poll([0, there], null);
    if (!ready.ok && ready.errno === 'EINTR') continue;
    if (!ready.ok) return;
    for (const from of ready.value) {
      const bytes = yield* system.descriptors.read(from, 65_536);
      if (!bytes.ok || bytes.value === '') return;
      const written = yield* system.descriptors.write(from === 0 ? there : 0, bytes.value);
      if (!written.ok) return;
    }
  }
}
