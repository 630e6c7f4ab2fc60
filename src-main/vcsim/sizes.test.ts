import { expect, it } from 'vitest';
import type { Actor } from '../../sim/contract/actors.ts';
import { wallClock } from '../host/clock-face.ts';
import { silentLog } from '../host/log.ts';
import { foundModel } from './found-model.ts';
import { readCommandLine } from './go-flags.ts';
import { openLightHost } from './light-host.ts';
import { planModel } from './model.ts';

const user: Actor = { origin: 'system', name: 'test', role: 'admin' };

it('FR-020-333 in vcsim a machine of any size runs on any host, and takes more while it runs', async () => {
  const read = readCommandLine([]);
  const host = await openLightHost({ wall: wallClock, log: silentLog });
  if (!read.ok || !host.ok) throw new Error('no lab');
  const { world, execute, close } = host.value;
  expect((await foundModel(execute, planModel(read.value.flags, 0))).ok).toBe(true);
  const [vm] = world().inventory.ofKind('vm');
  const [server] = world().inventory.ofKind('host');
  expect(server?.spec).toMatchObject({ coresPerSocket: 2, sockets: 1 });
  if (vm === undefined) throw new Error('no machine');
  const wish = { type: 'machine.configure' as const, id: vm.id, cpus: 32, memory: 524_288 };
  expect(await execute(wish, user)).toMatchObject({ ok: true });
  expect(world().inventory.get(vm.id)).toMatchObject({
    spec: { power: 'on', cpus: 32, memory: 524_288, host: server?.id },
  });
  await close();
});
