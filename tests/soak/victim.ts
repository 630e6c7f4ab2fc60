/**
 * A host to be killed. First it proves that what the last kill left behind is whole; then it does commands
 * from its standard input, a line each, and acknowledges each that is done.
 */
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openLabStore } from '../../db/open-lab-store.ts';
import type { WallMillis } from '../../sim/contract/units.ts';
import { advanceTo, applyEvents, createWorld, worldHash } from '../../sim/index.ts';
import { worldAt } from '../../src-main/host/session.ts';
import { ask, doing, openTestHost, someone } from '../../src-main/host/testing/test-host.ts';

const [, , folder = '', resources = ''] = process.argv;
const say = (what: object): void => void process.stdout.write(`${JSON.stringify(what)}\n`);

/** Recovery (snapshot and what follows) against a replay of the whole log from nothing. */
function proveWhole(): void {
  const opened = openLabStore(join(folder, 'labs', 'starter', 'world.db'), {
    whenMissing: 'refuse',
    now: () => 0 as WallMillis,
  });
  if (!opened.ok) return say({ kind: 'fresh', code: opened.refusal.code });
  const store = opened.value;
  const { id, headTick } = store.currentBranch();
  const recovered = worldAt(store, id, headTick);
  const replayed = createWorld();
  const keys: string[] = [];
  for (const entry of store.entriesAfter(id, 0 as never)) {
    advanceTo(replayed, entry.tick);
    applyEvents(replayed, entry.events);
    if (entry.key !== null) keys.push(entry.key);
  }
  advanceTo(replayed, headTick);
  say({
    kind: 'whole',
    recovered: worldHash(recovered),
    replayed: worldHash(replayed),
    tick: headTick,
    keys: keys.length,
  });
  store.close();
}

proveWhole();
const host = await openTestHost({ dataDirectory: folder, resources });
await doing(host, { type: 'clock.speed', speed: 1000 });
const sites = await ask(host, 'entities', { kinds: ['site'], limit: 20_000 });
// Whoever is killed leaves nothing behind that he would have left at his end.
flushCompileCache();
say({ kind: 'ready', names: sites.items.map(({ name }) => name) });
createInterface({ input: process.stdin }).on('line', (line) => {
  const { key, command } = JSON.parse(line) as { key: string; command: unknown };
  void host.execute(command, someone, key).then((done) => say({ kind: 'ack', key, ...done }));
});
