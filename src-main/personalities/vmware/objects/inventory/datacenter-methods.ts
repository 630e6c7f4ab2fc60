/** What a datacenter can be told. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import { dataAt, refListAt } from '../../wire/ask.ts';
import { isData } from '../../wire/value.ts';
import { done, faulted } from '../fault.ts';
import type { Answer } from '../fault.ts';
import type { Call, Method } from '../managed.ts';
import { settingOf, writePaper } from '../host/settings.ts';
import { configOptionDescriptors } from '../cluster/environment.table.ts';
import { begin, does } from '../machine/doing.ts';
import { destroyed, renamed } from './entity-methods.ts';

type Datacenter = EntityOf<'datacenter'>;

const reconfigure: Method<Datacenter> = (call, datacenter) =>
  begin(call, {
    descriptionId: 'Datacenter.reconfigure',
    entity: datacenter,
    work: async () => {
      const key = `datacenter/${datacenter.id}/config`;
      const { _type, ...given } = dataAt(call.args, 'spec') ?? {};
      const kept = await writePaper(call, key, { ...settingOf(call.vc, key, {}), ...given });
      return kept.ok ? done({}) : kept;
    },
  });

/** All of them: one task's worth of attempts, each told as it went. */
const powerOnMany: Method<Datacenter> = (call, datacenter) =>
  begin(call, {
    descriptionId: 'Datacenter.powerOnVm',
    entity: datacenter,
    work: async () => {
      const attempted: object[] = [];
      const notAttempted: object[] = [];
      const follows: string[] = [];
      for (const ref of refListAt(call.args, 'vm')) {
        const started = await powerOn(call, ref);
        if (!started.ok) {
          notAttempted.push({
            _type: 'ClusterNotAttemptedVmInfo',
            vm: ref,
            fault: {
              fault: { _type: started.fault.type, ...started.fault.fields },
              localizedMessage: started.fault.message,
            },
          });
          continue;
        }
        attempted.push({ _type: 'ClusterAttemptedVmInfo', vm: ref });
        follows.push(...started.value);
      }
      const value = { _type: 'ClusterPowerOnVmResult', attempted, notAttempted };
      const told = async (): Promise<Answer> => done(value as never);
      return done({ follows, after: told });
    },
  });

async function powerOn(
  call: Call,
  ref: { readonly _ref: string; readonly value: string },
): Promise<Answer<readonly string[]>> {
  const vm = call.vc.refs.entity(ref);
  if (vm?.kind !== 'vm') return faulted('ManagedObjectNotFound', `There is no ${ref.value}.`, { obj: ref });
  const did = await does(call, { type: 'machine.power', id: vm.id, verb: 'on' });
  return did.ok ? done(did.value.follows) : did;
}

/** A datacenter that holds machines or hosts goes with all of them. */
export const datacenterMethods: Readonly<Record<string, Method<Datacenter>>> = {
  Rename_Task: renamed('Datacenter'),
  Destroy_Task: destroyed('Datacenter'),
  ReconfigureDatacenter_Task: reconfigure,
  PowerOnMultiVM_Task: powerOnMany,
  queryDatacenterConfigOptionDescriptor: () => done(configOptionDescriptors([])),
  Reload: () => done(undefined),
};

export const datacenterConfigOf = (call: Pick<Call, 'vc'>, { id }: Datacenter) => {
  const kept = settingOf(call.vc, `datacenter/${id}/config`, {});
  return {
    defaultHardwareVersionKey: 'vmx-21',
    ...(isData(kept) ? kept : {}),
    _type: 'DatacenterConfigInfo',
  };
};
