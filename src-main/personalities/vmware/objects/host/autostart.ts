/** `HostAutoStartManager`: which machines come up with their host, and in what order. */
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import type { Vc } from '../../vc.ts';
import { dataAt, dataListAt, refAt, textAt } from '../../wire/ask.ts';
import { isData } from '../../wire/value.ts';
import type { Data } from '../../wire/value.ts';
import { done } from '../fault.ts';
import type { Answer } from '../fault.ts';
import type { AnyManaged, Call, Method } from '../managed.ts';
import { does } from '../machine/doing.ts';
import { hostSystem } from './config-desk.ts';
import type { Host } from './host.ts';
import { hostKey, settingOf, writePaper } from './settings.ts';

type Kept = { readonly defaults: Data; readonly machines: Readonly<Record<string, Data>> };
const usualDefaults: Data = {
  enabled: false,
  startDelay: 120,
  stopDelay: 120,
  waitForHeartbeat: false,
  stopAction: 'PowerOff',
};
const usual: Kept = { defaults: usualDefaults, machines: {} };
const keyOf = ({ id }: Host): string => hostKey(id, 'autostart');
const keptOf = (vc: Vc, host: Host): Kept => settingOf(vc, keyOf(host), usual);

/** Those that somebody named; the rest go as the defaults say. */
export function autostartOf(vc: Vc, host: Host): Data {
  const { defaults, machines } = keptOf(vc, host);
  return {
    _type: 'HostAutoStartManagerConfig',
    defaults: { ...usualDefaults, ...defaults },
    powerInfo: vc
      .members()
      .ofHost(host.id)
      .flatMap((vm) => {
        const info = machines[vm.id];
        return info === undefined ? [] : [{ ...info, key: vc.refs.of(vm) }];
      }),
  };
}

const usualInfo: Data = {
  startOrder: -1,
  startDelay: -1,
  waitForHeartbeat: 'systemDefault',
  startAction: 'none',
  stopDelay: -1,
  stopAction: 'systemDefault',
};

const reconfigure: Method<Host> = async (call, host) => {
  const spec = dataAt(call.args, 'spec') ?? {};
  const before = keptOf(call.vc, host);
  const machines: Record<string, Data> = { ...before.machines };
  for (const info of dataListAt(spec, 'powerInfo')) {
    const ref = refAt(info, 'key');
    const vm = ref === undefined ? undefined : call.vc.refs.entity(ref);
    if (vm?.kind !== 'vm') continue;
    const { key: _, _type: _t, ...given } = info;
    machines[vm.id] = { ...usualInfo, ...given };
    const starts = await startsWith(call, vm.id, textAt(info, 'startAction')?.toLowerCase() === 'poweron');
    if (!starts.ok) return starts;
  }
  const defaults = isData(spec.defaults) ? { ...before.defaults, ...spec.defaults } : before.defaults;
  return writePaper(call, keyOf(host), { defaults, machines });
};

async function startsWith(call: Call, id: EntityId, startsWithHost: boolean): Promise<Answer<unknown>> {
  const vm = call.vc.world().inventory.get(id);
  if (vm?.kind !== 'vm' || vm.spec.startsWithHost === startsWithHost) return done(null);
  return does(call, { type: 'machine.configure', id, startsWithHost });
}

/** All that would come up with it, now; those that are on stay on. */
const powerAll =
  (verb: 'on' | 'off'): Method<Host> =>
  async (call, host) => {
    const { machines } = keptOf(call.vc, host);
    for (const vm of call.vc.members().ofHost(host.id)) {
      const isNamed = textAt(machines[vm.id], 'startAction')?.toLowerCase() === 'poweron';
      if (!isNamed || vm.spec.power === verb) continue;
      const did = await does(call, { type: 'machine.power', id: vm.id, verb });
      if (!did.ok) return did;
    }
    return done(undefined);
  };

export const autoStartManager = (): AnyManaged =>
  hostSystem('autoStartManager', {
    properties: { config: (host, { vc }) => autostartOf(vc, host) },
    methods: {
      ReconfigureAutostart: reconfigure,
      AutoStartPowerOn: powerAll('on'),
      AutoStartPowerOff: powerAll('off'),
    },
  });
