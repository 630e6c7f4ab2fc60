/** `HostServiceSystem`. */
import type { Vc } from '../../vc.ts';
import { textAt } from '../../wire/ask.ts';
import type { Data } from '../../wire/value.ts';
import { faulted, invalidArgument } from '../fault.ts';
import type { AnyManaged, Call, Method } from '../managed.ts';
import { done } from '../fault.ts';
import { hostSystem } from './config-desk.ts';
import type { Host } from './host.ts';
import { services } from './services.table.ts';
import { hostKey, settingOf, writePaper } from './settings.ts';

type Service = { readonly running: boolean; readonly policy: string };
type Changed = Readonly<Record<string, Service>>;

const keyOf = ({ id }: Host): string => hostKey(id, 'services');
const changedOf = (vc: Vc, host: Host): Changed => settingOf<Changed>(vc, keyOf(host), {});

export const servicesOf = (vc: Vc, host: Host): Data => {
  const changed = changedOf(vc, host);
  return {
    _type: 'HostServiceInfo',
    service: services.map(({ key, label, required, ruleset, running, policy }) => ({
      key,
      label,
      required,
      uninstallable: false,
      running: host.spec.power === 'on' && (changed[key]?.running ?? running),
      ruleset: [...ruleset],
      policy: changed[key]?.policy ?? policy,
      sourcePackage: {
        sourcePackageName: 'esx-base',
        description: 'This VIB contains all of the base functionality of vSphere ESXi.',
      },
    })),
  };
};

type Change = (now: Service, id: string) => Partial<Service> | string;

const change =
  (to: Change): Method<Host> =>
  async (call: Call, host) => {
    const id = textAt(call.args, 'id') ?? '';
    const known = services.find(({ key }) => key === id);
    if (known === undefined) return faulted('NotFound', `There is no service ${id} on ${host.name}.`);
    const before = changedOf(call.vc, host);
    const now = before[id] ?? { running: known.running, policy: known.policy };
    const after = to(now, id);
    if (typeof after === 'string') return faulted('InvalidState', after);
    return writePaper(call, keyOf(host), { ...before, [id]: { ...now, ...after } });
  };

const setPolicy: Method<Host> = (call, host) => {
  const policy = textAt(call.args, 'policy') ?? '';
  if (!['on', 'off', 'automatic'].includes(policy))
    return invalidArgument('policy', `There is no policy ${policy}.`);
  return change(() => ({ policy }))(call, host);
};

export const serviceSystem = (): AnyManaged =>
  hostSystem('serviceSystem', {
    properties: { serviceInfo: (host, { vc }) => servicesOf(vc, host) },
    methods: {
      StartService: change(({ running }, id) =>
        running ? `The service ${id} runs already.` : { running: true },
      ),
      StopService: change(({ running }, id) =>
        running ? { running: false } : `The service ${id} does not run.`,
      ),
      RestartService: change(() => ({ running: true })),
      UpdateServicePolicy: setPolicy,
      UninstallService: () => faulted('NotSupported', 'Services of this host belong to its image.'),
      // Read anew with each question.
      RefreshServices: () => done(undefined),
    },
  });
