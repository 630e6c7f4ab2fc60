/** The least that a test of hosts needs: a datacenter, in a lab whose work takes no time. */
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { VmwareLab } from './vmware-lab.fixture.ts';

export async function makeDatacenter(lab: VmwareLab): Promise<EntityId> {
  await lab.does({ type: 'lab.work', takes: 'no-time' });
  const site = await lab.make({ kind: 'site', name: 'site', parent: null, spec: { timezone: 'UTC' } });
  return lab.make({ kind: 'datacenter', name: 'DC', parent: site, spec: {} });
}

/** In no cluster. */
export const makeLoneHost = async (lab: VmwareLab): Promise<EntityId> =>
  lab.make({ kind: 'host', name: 'esx-1', parent: await makeDatacenter(lab), spec: {} });
