/** A process of its own that exports a lab and tells its parent when half of the file is written; there it waits. */
import type { Revision } from '../sim/contract/ids.ts';
import type { Tick, WallMillis } from '../sim/contract/units.ts';
import { join } from 'node:path';
import { exportLab } from './export-lab.ts';
import { openHistory } from './open-history.ts';
import { openLabStore } from './open-lab-store.ts';

const [folder = '', file = ''] = process.argv.slice(2);
const now = (): WallMillis => 1 as WallMillis;
const store = openLabStore(join(folder, 'world.db'), { whenMissing: 'create', now });
const history = openHistory(join(folder, 'history.db'), { whenMissing: 'create' });
if (!store.ok || !history.ok) throw new Error('cannot be opened');

const facts = {
  product: '0.1.0',
  name: 'Killed',
  seed: '1',
  tick: 0 as Tick,
  revision: 0 as Revision,
  hash: 'x',
  exportedAt: now(),
};
await exportLab({
  store: store.value,
  history: history.value,
  file,
  manifest: () => facts,
  onProgress: (part) => {
    if (part < 0.7) return;
    process.send?.('half');
    // Stands still here, in the middle of the work, until it is killed.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  },
});
