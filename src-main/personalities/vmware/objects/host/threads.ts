/** `HostCpuSchedulerSystem`: whether the cores of a host have a second thread, from its next start on. */
import type { Vc } from '../../vc.ts';
import type { Data } from '../../wire/value.ts';
import { faulted } from '../fault.ts';
import type { AnyManaged, Method } from '../managed.ts';
import { inUse, setAtStart } from './at-start.ts';
import type { AtStart } from './at-start.ts';
import { hostSystem } from './config-desk.ts';
import type { Host } from './host.ts';
import { hostKey, settingOf, writePaper } from './settings.ts';

type Lab = Pick<Vc, 'papers' | 'world' | 'now'>;
const usual: AtStart<boolean> = { wanted: true, before: true, at: 0 };
const keyOf = ({ id }: Host): string => hostKey(id, 'threads');
const keptOf = (vc: Pick<Vc, 'papers'>, host: Host): AtStart<boolean> => settingOf(vc, keyOf(host), usual);

const isAvailable = ({ spec }: Host): boolean => spec.threadsPerCore > 1;

export function threadingOf(vc: Lab, host: Host): { readonly isActive: boolean; readonly isWanted: boolean } {
  const kept = keptOf(vc, host);
  return {
    isActive: isAvailable(host) && inUse(vc, host, kept),
    isWanted: isAvailable(host) && kept.wanted,
  };
}

/** Of each core, as its kernel counts them now. */
export const threadsPerCore = (vc: Lab, host: Host): number =>
  threadingOf(vc, host).isActive ? host.spec.threadsPerCore : 1;

export function hyperThreadOf(vc: Lab, host: Host): Data {
  const { isActive, isWanted } = threadingOf(vc, host);
  return { available: isAvailable(host), active: isActive, config: isWanted };
}

const set =
  (wanted: boolean): Method<Host> =>
  (call, host) =>
    isAvailable(host)
      ? writePaper(call, keyOf(host), setAtStart({ vc: call.vc, host }, keptOf(call.vc, host), wanted))
      : faulted('NotSupported', `The processors of ${host.name} have one thread a core.`);

export const cpuScheduler = (): AnyManaged =>
  hostSystem('cpuScheduler', {
    properties: {
      hyperthreadInfo: (host, { vc }) => ({
        _type: 'HostHyperThreadScheduleInfo',
        ...hyperThreadOf(vc, host),
      }),
      cpuSchedulerInfo: () => ({ _type: 'HostCpuSchedulerInfo', policy: 'systemDefault' }),
    },
    methods: { EnableHyperThreading: set(true), DisableHyperThreading: set(false) },
  });
