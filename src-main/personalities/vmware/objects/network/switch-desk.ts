/** `DistributedVirtualSwitchManager`. */
import { refAt, textAt } from '../../wire/ask.ts';
import { done, faulted } from '../fault.ts';
import { networksOn } from '../inventory/tree.ts';
import { service } from '../managed.ts';
import type { AnyManaged, Method } from '../managed.ts';
import { switchBackups } from './switch-export.ts';
import { productOf } from './switch-info.ts';
import { noSwitch, switchBy } from './switch-lookup.ts';
import { membersOf } from './switch-members.ts';

const byUuid: Method<null> = (call) => {
  const uuid = textAt(call.args, 'uuid') ?? '';
  const vswitch = switchBy(call.vc, uuid);
  return vswitch === undefined ? noSwitch(uuid) : done(call.vc.refs.of(vswitch));
};

const lookup: Method<null> = (call) => {
  const uuid = textAt(call.args, 'switchUuid') ?? '';
  const key = textAt(call.args, 'portgroupKey') ?? '';
  const vswitch = switchBy(call.vc, uuid);
  if (vswitch === undefined) return noSwitch(uuid);
  const group = networksOn(call.vc, vswitch.id).find((each) => call.vc.refs.of(each).value === key);
  return group === undefined
    ? faulted('NotFound', `${vswitch.name} has no port group ${key}.`)
    : done(call.vc.refs.of(group));
};

const versions = ['8.0.3', '8.0.0', '7.0.3', '7.0.2', '7.0.0', '6.6.0', '6.5.0'];

export const switchManager = (): AnyManaged =>
  service('DistributedVirtualSwitchManager', {
    methods: {
      ...switchBackups,
      QueryDvsByUuid: byUuid,
      DVSManagerLookupDvPortGroup: lookup,
      QueryAvailableDvsSpec: () =>
        done(
          versions.map((version) => ({
            ...productOf(version),
            _type: 'DistributedVirtualSwitchProductSpec',
          })),
        ),
      QueryCompatibleHostForNewDvs: ({ vc }) =>
        done(
          vc
            .world()
            .inventory.ofKind('host')
            .filter(({ spec }) => spec.product === 'esxi')
            .map(vc.refs.of),
        ),
      QueryCompatibleHostForExistingDvs: (call) => {
        const ref = refAt(call.args, 'dvs');
        const vswitch = ref === undefined ? undefined : call.vc.refs.entity(ref);
        return vswitch?.kind === 'vswitch'
          ? done(membersOf(call.vc, vswitch).map(({ host }) => call.vc.refs.of(host)))
          : noSwitch(ref?.value ?? '');
      },
    },
  });
