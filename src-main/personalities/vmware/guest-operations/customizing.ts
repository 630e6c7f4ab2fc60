/** A machine that shall be somebody else starts: its tools make it so, or, where nothing runs in it, it simply is. */
import type { EntityOf } from '../../../../sim/contract/entities.ts';
import type { Announcement } from '../../../host/announcement.ts';
import type { NewEvent } from '../events/event.ts';
import type { Vc } from '../vc.ts';
import { ordersKey } from './orders.ts';

type Vm = EntityOf<'vm'>;

export function watchCustomizing(vc: Vc): () => void {
  const hear = (announcement: Announcement): void => {
    if (announcement.kind !== 'events') return;
    for (const { event } of announcement.items) {
      if (event.type !== 'entity.changed' || event.entity.kind !== 'vm') continue;
      if (event.entity.spec.power === 'on' && vc.papers.get(ordersKey(event.entity.id)) !== undefined)
        void carryOut(vc, event.entity).catch((error: unknown) =>
          vc.log.error('a machine could not be customized', { machine: event.entity.id, error }),
        );
    }
  };
  return vc.listen(hear);
}

async function carryOut({ guests: { guests }, papers }: Vc, { id }: Vm): Promise<void> {
  const isSimulated = guests !== null && !guests.isBacked(id);
  // Opened, its system starts, and with it the tools, which do it.
  if (isSimulated && (await guests.open(id)).ok) return;
  if (papers.get(ordersKey(id)) !== undefined)
    await papers.write([{ key: ordersKey(id), value: null }], null);
}

const ofMachine = /^vm\/([^/]+)\/customization$/;

/** The paper is gone: it is done. */
export function customizedBy(
  vc: Vc,
  items: readonly { readonly key: string; readonly value: unknown }[],
): readonly NewEvent[] {
  return items.flatMap(({ key, value }) => {
    const id = value === null ? ofMachine.exec(key)?.[1] : undefined;
    const vm = id === undefined ? undefined : vc.world().inventory.get(id as Vm['id']);
    if (vm?.kind !== 'vm') return [];
    const of = { user: '', about: [vc.refs.of(vm)], fields: { template: vm.spec.isTemplate } };
    const fields = { ...of.fields, logLocation: '/var/log/vmware-imc/toolsDeployPkg.log' };
    return [
      {
        ...of,
        fields,
        type: 'CustomizationStartedEvent',
        message: `Started customization of VM ${vm.name}. Customization log located at ${fields.logLocation} in the guest OS.`,
      },
      {
        ...of,
        fields,
        type: 'CustomizationSucceeded',
        message: `Customization of VM ${vm.name} succeeded. Customization log located at ${fields.logLocation} in the guest OS.`,
      },
    ];
  });
}
