import { afterAll, beforeAll, expect, test } from 'vitest';
import { accepted, refused } from '../../../../../sim/contract/result.ts';
import type { Result } from '../../../../../sim/contract/result.ts';
import { emptyHouse } from '../../console/empty-house.ts';
import { buildEstate } from '../../small-estate.fixture.ts';
import type { Estate } from '../../small-estate.fixture.ts';
import { openVmwareLab, textIn } from '../../vmware-lab.fixture.ts';
import type { VmwareLab } from '../../vmware-lab.fixture.ts';
import type { XmlElement } from '../../wire/xml.ts';

let lab: VmwareLab;
let estate: Estate;
let answer: Result<null> = refused('not-found', 'No such image: nginx', { hint: 'Nothing is pulled.' });

beforeAll(async () => {
  lab = await openVmwareLab({
    deps: {
      guests: {
        open: () => Promise.resolve(refused('wrong-state', 'nobody opens it')),
        look: () => null,
        isBacked: () => false,
        boxOf: () => Promise.resolve(accepted(null)),
        house: emptyHouse,
        admits: 'known',
        ready: () => Promise.resolve(answer),
      },
    },
  });
  estate = await buildEstate(lab);
  await lab.does({ type: 'lab.work', takes: 'no-time' });
});
afterAll(() => lab.close());

async function powerOn(): Promise<XmlElement | undefined> {
  const client = await lab.login();
  const self = `VirtualMachine:${lab.world.inventory.get(estate.machines[0])?.aliases.moRef}`;
  const begun = await client.call('PowerOnVM_Task', self);
  for (;;) {
    await lab.run(1);
    const asked = await client.call('Fetch', `Task:${begun.values[0]?.text ?? ''}`, '<prop>info</prop>');
    const [info] = asked.values;
    if (!['queued', 'running'].includes(textIn(info, 'state') ?? '')) return info;
  }
}

test('FR-020-287 a machine whose container is not to be had stays off: its task fails with GenericVmConfigFault and the reason', async () => {
  const info = await powerOn();
  const error = info?.children.find(({ name }) => name === 'error');
  const fault = error?.children.find(({ name }) => name === 'fault');
  expect([textIn(info, 'state'), fault?.type?.name]).toEqual(['error', 'GenericVmConfigFault']);
  expect(textIn(fault, 'reason')).toBe('No such image: nginx. Nothing is pulled.');
  expect(textIn(error, 'localizedMessage')).toBe('No such image: nginx. Nothing is pulled.');
  answer = accepted(null);
  expect(textIn(await powerOn(), 'state')).toBe('success');
});
