/** A process of its own that opens the lab given, writes so many entries, tells its parent, and holds on or exits. */
import type { Actor } from '../sim/contract/actors.ts';
import type { EntityId, Revision } from '../sim/contract/ids.ts';
import type { Tick, WallMillis } from '../sim/contract/units.ts';
import { openLabStore } from './open-lab-store.ts';

const [file = '', count = '0', end = 'hold'] = process.argv.slice(2);
const opened = openLabStore(file, { whenMissing: 'create', now: () => 1 as WallMillis });
if (!opened.ok) throw new Error(opened.refusal.message);
const actor: Actor = { origin: 'system', name: 'a process', role: 'admin' };
for (let number = 1; number <= Number(count); number += 1) {
  opened.value.append([
    {
      key: null,
      tick: number as Tick,
      firstRevision: number as Revision,
      actor,
      command: { type: 'inventory.remove', id: `rack-${number}` },
      events: [{ type: 'entity.removed', id: `rack-${number}` as EntityId }],
      ids: [],
      at: 1 as WallMillis,
    },
  ]);
}
opened.value.heartbeat((Number(count) + 1000) as Tick);
process.send?.(Number(count));
if (end === 'exit') process.exit(0);
setInterval(() => undefined, 60_000);
