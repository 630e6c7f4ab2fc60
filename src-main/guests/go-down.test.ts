import { afterEach, expect, test } from 'vitest';
import type { EntityId } from '../../sim/contract/ids.ts';
import { createInn, lab, worldWith } from './inn.fixture.ts';
import type { Inn } from './inn.fixture.ts';
import { createGuestMaker } from './make-guest.ts';

const machine = 'vm-1' as EntityId;
let inn: Inn | null = null;
afterEach(async () => {
  await inn?.runtime.close();
  inn = null;
});

const until = async (isIt: () => boolean): Promise<void> => {
  while (!isIt()) await new Promise((done) => setImmediate(done));
};
const journalOf = ({ world }: Inn): string =>
  [...(world.guests.get(machine)?.files ?? [])]
    .filter(([path]) => path.startsWith('/var/log/journal/'))
    .map(([, record]) => record?.content ?? '')
    .join('');

async function up(): Promise<Inn> {
  const one = createInn(createGuestMaker(), worldWith(1));
  inn = one;
  await one.execute({ type: 'inventory.change', id: machine, spec: { tools: 'running' } }, lab);
  one.passSeconds(60);
  const opened = await one.runtime.open(machine);
  if (!opened.ok) throw new Error(opened.refusal.message);
  await until(() => journalOf(one).includes('Started ssh.service'));
  await until(() => !opened.value.isBusy());
  return one;
}

test.each([
  ['shutdown', 'off'],
  ['reboot', 'on'],
] as const)(
  'FR-190-356 a machine asked for its %s stops its units first, and its journal says so',
  async (verb, power) => {
    const one = await up();
    const asked = await one.execute({ type: 'machine.power', id: machine, verb }, lab);
    expect(asked).toMatchObject({ ok: true });
    await until(() => journalOf(one).includes('Stopped ssh.service'));
    expect(one.world.inventory.get(machine)).toMatchObject({ spec: { power: 'on' } });
    const [task] = [...one.world.tasks.running()];
    one.passSeconds(30);
    await one.execute({ type: 'task.finish', id: task?.id }, lab);
    await until(() => one.runtime.live() === 0);
    await until(() => (one.world.guests.get(machine)?.bootedAt ?? null) === null);
    expect(one.world.inventory.get(machine)).toMatchObject({ spec: { power } });
    expect(
      one.runtime
        .console(machine)
        .shown()
        .match(/reboot: (Power down|Restarting system)/g),
    ).toHaveLength(1);
  },
);
