/** A process of its own that appends so many readings to the history given, tells its parent, and holds on. */
import { setTimeout as passed } from 'node:timers/promises';
import { branchName } from './lines.ts';
import { openHistory } from './open-history.ts';

const [file = '', count = '0', way = 'flushed'] = process.argv.slice(2);
const opened = openHistory(file, { whenMissing: 'create' });
if (!opened.ok) throw new Error(opened.refusal.message);
for (let index = 0; index < Number(count); index += 1) {
  const at = 20_000 * 86_400_000 + index * 1000;
  opened.value.append(branchName(1), [{ sensor: 'sensor-1', at, value: index / 10 }]);
  if (way === 'flushed' && (index % 7 === 0 || index === Number(count) - 1)) opened.value.flush();
}
const before = opened.value.bytes();
if (way === 'unflushed') {
  while (opened.value.bytes() === before) await passed(20);
}
process.send?.('done');
setInterval(() => undefined, 60_000);
