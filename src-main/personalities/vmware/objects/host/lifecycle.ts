/** What is done to a host: maintenance, power, connection. */
import type { Worked } from '../../tasks/tasks.ts';
import { dataAt, flagAt } from '../../wire/ask.ts';
import type { CommandInput } from '../../../../../sim/contract/commands.ts';
import type { Answer } from '../fault.ts';
import { done, faulted } from '../fault.ts';
import type { Call, Method } from '../managed.ts';
import { begin, does, worksAs } from '../machine/doing.ts';
import type { Host } from './host.ts';
import { bootedAt } from './booted.ts';
import { summaryOf } from './summary.ts';
import { hostCapability } from './capability.table.ts';

type Wish = {
  readonly may: (call: Call, host: Host) => Answer<unknown>;
  readonly command: (call: Call, host: Host) => CommandInput;
};

const task =
  (descriptionId: string, { may, command }: Wish): Method<Host> =>
  (call, host) =>
    begin(call, {
      descriptionId,
      entity: host,
      work: async (): Promise<Answer<Worked>> => {
        const allowed = may(call, host);
        return allowed.ok ? worksAs(call, command(call, host)) : allowed;
      },
    });

const fine = (): Answer<null> => done(null);
const state = (host: Host, message: string): Answer<never> =>
  faulted('InvalidState', `${host.name} ${message}.`);

const inMode =
  (mode: 'normal' | 'maintenance', message: string) =>
  (_: Call, host: Host): Answer<unknown> =>
    (host.spec.mode === 'normal') === (mode === 'normal') ? done(null) : state(host, message);

/** Without force only a host in maintenance goes down. */
const mayGoDown = (call: Call, host: Host): Answer<unknown> => {
  if (flagAt(call.args, 'force') === true || host.spec.mode === 'maintenance') return done(null);
  return state(host, 'is not in maintenance mode: enter it first, or use force');
};

const down =
  (verb: 'off' | 'reboot') =>
  ({ args }: Call, { id }: Host): CommandInput => ({
    type: 'host.power',
    id,
    verb,
    machines: flagAt(args, 'force') === true ? 'force' : 'refuse',
  });

const connect =
  (to: 'connected' | 'disconnected'): Method<Host> =>
  (call, host) =>
    begin(call, {
      descriptionId: to === 'connected' ? 'HostSystem.reconnect' : 'HostSystem.disconnect',
      entity: host,
      work: async () => {
        if (host.spec.state === 'not-responding')
          return faulted('HostCommunication', `${host.name} does not answer: its server may have no power.`);
        if (to === 'disconnected' && host.spec.state === to) return state(host, 'is disconnected already');
        return worksAs(call, { type: 'inventory.change', id: host.id, spec: { state: to } });
      },
    });

/** Its machines go with it out of the inventory; one that is connected and works stays. */
const destroy: Method<Host> = (call, host) =>
  begin(call, {
    descriptionId: 'HostSystem.destroy',
    entity: host,
    work: async () => {
      if (call.vc.members().ofHost(host.id).length > 0)
        return faulted('ResourceInUse', `${host.name} has machines: move or unregister them first.`, {
          type: 'VirtualMachine',
          name: host.name,
        });
      const isLoose = host.spec.mode === 'maintenance' || host.spec.state !== 'connected';
      const inCluster =
        host.parent !== null && call.vc.world().inventory.get(host.parent)?.kind === 'cluster';
      if (inCluster && !isLoose)
        return state(host, 'must be in maintenance mode or disconnected to leave its cluster');
      const did = await does(call, { type: 'inventory.remove', id: host.id, contents: 'cascade' });
      return did.ok ? done({}) : did;
    },
  });

export const lifecycleMethods: Readonly<Record<string, Method<Host>>> = {
  EnterMaintenanceMode_Task: task('EnterMaintenanceMode', {
    may: inMode('normal', 'is in maintenance mode already'),
    command: (_, { id }) => ({ type: 'host.mode', id, mode: 'maintenance' }),
  }),
  ExitMaintenanceMode_Task: task('ExitMaintenanceMode', {
    may: inMode('maintenance', 'is not in maintenance mode'),
    command: (_, { id }) => ({ type: 'host.mode', id, mode: 'normal' }),
  }),
  RebootHost_Task: task('HostSystem.reboot', { may: mayGoDown, command: down('reboot') }),
  ShutdownHost_Task: task('HostSystem.shutdown', { may: mayGoDown, command: down('off') }),
  PowerDownHostToStandBy_Task: task('HostSystem.powerDownToStandBy', { may: fine, command: down('off') }),
  PowerUpHostFromStandBy_Task: task('HostSystem.powerUpFromStandBy', {
    may: fine,
    command: (_, { id }) => ({ type: 'host.power', id, verb: 'on' }),
  }),
  DisconnectHost_Task: connect('disconnected'),
  ReconnectHost_Task: connect('connected'),
  Destroy_Task: destroy,
  // A change of its agent's settings is what is asked for; there is no agent that could lag behind.
  ReconfigureHostForDAS_Task: (call, host) =>
    begin(call, { descriptionId: 'HostSystem.reconfigureDAS', entity: host, work: async () => done({}) }),
  RetrieveHardwareUptime: ({ vc }, host) =>
    done(Math.max(0, Math.floor((vc.now() - bootedAt(vc, host)) / 1000))),
  QueryMemoryOverhead: ({ args }) => done(Math.round(Number(args.memorySize ?? 0) * 0.02)),
  QueryMemoryOverheadEx: ({ args }) =>
    done(Math.round(Number(dataAt(args, 'vmConfigInfo.hardware')?.memoryMB ?? 0) * 1_048_576 * 0.02)),
  QueryHostConnectionInfo: ({ vc }, host) =>
    done({
      _type: 'HostConnectInfo',
      inDasCluster: false,
      host: summaryOf(vc, host),
      vm: [],
      clusterSupported: true,
      capability: hostCapability,
    }),
  QueryProductLockerLocation: () => done('/locker/packages/vmtoolsRepo/'),
  // Servers here have no trusted platform module: there is nothing to report.
  Reload: () => done(undefined),
};
