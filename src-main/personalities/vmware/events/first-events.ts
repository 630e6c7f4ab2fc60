/** An endpoint that opens finds its hosts and machines: that is what its log begins with. */
import { isManaged } from '../objects/refs.ts';
import type { Vc } from '../vc.ts';
import type { NewEvent } from './event.ts';

export function* connectedEvents(vc: Vc): Generator<NewEvent> {
  const { inventory } = vc.world();
  for (const host of inventory.ofKind('host')) {
    if (host.spec.state !== 'connected' || !isManaged(vc.world(), host)) continue;
    yield {
      type: 'HostConnectedEvent',
      message: `Connected to ${host.name}`,
      user: '',
      about: [vc.refs.of(host)],
      fields: {},
    };
  }
  for (const vm of inventory.ofKind('vm')) {
    if (!isManaged(vc.world(), vm)) continue;
    yield {
      type: 'VmConnectedEvent',
      message: `Virtual machine ${vm.name} is connected`,
      user: '',
      about: [vc.refs.of(vm)],
      fields: { template: vm.spec.isTemplate },
    };
  }
}
