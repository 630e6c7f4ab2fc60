/** Clusters whose name begins with WCP- have namespaces from their birth: tests written for vcsim count on it. */
import type { Entity } from '../../sim/contract/entities.ts';
import type { Dispose } from '../host/announcement.ts';
import { newestVersion, supervisorKey } from '../personalities/vmware/namespaces/supervisor.ts';
import type { LightHost } from './light-host.ts';

const actor = { origin: 'system', name: 'vcsim', role: 'admin' } as const;

export function watchNamedClusters({ listen, execute, world }: LightHost): Dispose {
  const give = async (entity: Entity): Promise<void> => {
    if (entity.kind !== 'cluster' || !entity.name.startsWith('WCP-')) return;
    const value = { spec: {}, since: world().now(), phase: 'given', version: newestVersion };
    const items = [{ key: supervisorKey(entity.id), value }];
    await execute({ type: 'papers.write', face: 'vmware', items }, actor);
  };
  return listen((announcement) => {
    if (announcement.kind !== 'events') return;
    for (const { event } of announcement.items) if (event.type === 'entity.created') void give(event.entity);
  });
}
