/** `HostAccessManager`: lockdown and who is excepted from it. */
import type { Vc } from '../../vc.ts';
import { textAt, textListAt } from '../../wire/ask.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import type { AnyManaged, Call, Method } from '../managed.ts';
import { hostSystem } from './config-desk.ts';
import type { Host } from './host.ts';
import { hostKey, settingOf, writePaper } from './settings.ts';

type Access = {
  readonly lockdown: string;
  readonly exceptions: readonly string[];
  readonly system: readonly string[];
};
const usual: Access = { lockdown: 'lockdownDisabled', exceptions: [], system: ['dcui', 'vpxuser'] };
const keyOf = ({ id }: Host): string => hostKey(id, 'access');
const accessOf = (vc: Vc, host: Host): Access => settingOf(vc, keyOf(host), usual);

export const lockdownOf = (vc: Vc, host: Host): string => accessOf(vc, host).lockdown;

const modes = ['lockdownDisabled', 'lockdownNormal', 'lockdownStrict'];

const set = (call: Call, host: Host, change: Partial<Access>) =>
  writePaper(call, keyOf(host), { ...accessOf(call.vc, host), ...change });

const changeLockdown: Method<Host> = (call, host) => {
  const lockdown = textAt(call.args, 'mode') ?? '';
  return modes.includes(lockdown)
    ? set(call, host, { lockdown })
    : invalidArgument('mode', `There is no lockdown mode ${lockdown}.`);
};

/** The older calls, of the host itself. */
export const lockdownMethods: Readonly<Record<string, Method<Host>>> = {
  EnterLockdownMode: (call, host) =>
    lockdownOf(call.vc, host) === 'lockdownDisabled'
      ? set(call, host, { lockdown: 'lockdownNormal' })
      : faulted('HostConfigFault', `${host.name} is in lockdown mode already.`),
  ExitLockdownMode: (call, host) =>
    lockdownOf(call.vc, host) === 'lockdownDisabled'
      ? faulted('HostConfigFault', `${host.name} is not in lockdown mode.`)
      : set(call, host, { lockdown: 'lockdownDisabled' }),
};

export const accessManager = (): AnyManaged =>
  hostSystem('hostAccessManager', {
    properties: { lockdownMode: (host, { vc }) => lockdownOf(vc, host) },
    methods: {
      ChangeLockdownMode: changeLockdown,
      QueryLockdownExceptions: ({ vc }, host) => done([...accessOf(vc, host).exceptions]),
      UpdateLockdownExceptions: (call, host) =>
        set(call, host, { exceptions: textListAt(call.args, 'users') }),
      QuerySystemUsers: ({ vc }, host) => done([...accessOf(vc, host).system]),
      UpdateSystemUsers: (call, host) => set(call, host, { system: textListAt(call.args, 'users') }),
    },
  });
