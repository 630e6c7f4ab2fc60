/** What a `VirtualMachineConfigSpec` says beside devices: fields of the world, and of the paper. */
import type { Allocation } from '../../../../../sim/contract/machine-specs.ts';
import { isData } from '../../wire/value.ts';
import type { Data, Value } from '../../wire/value.ts';
import { numberOf, textOf } from './doing.ts';
import { systemFor } from './guest-ids.table.ts';
import type { Answer } from '../fault.ts';
import { done, invalidArgument } from '../fault.ts';
import type { MachinePaper } from './paper.ts';

export type WorldFields = {
  readonly cpus?: number;
  readonly coresPerSocket?: number;
  readonly memory?: number;
  readonly cpu?: Allocation;
  readonly reserved?: Allocation;
};

const given = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

export function worldFieldsIn(spec: Data, before: { cpu: Allocation; reserved: Allocation }): WorldFields {
  return given({
    cpus: numberOf(spec.numCPUs) || undefined,
    coresPerSocket: numberOf(spec.numCoresPerSocket) || undefined,
    memory: numberOf(spec.memoryMB) || undefined,
    cpu: allocationIn(spec.cpuAllocation, before.cpu),
    reserved: allocationIn(spec.memoryAllocation, before.reserved),
  }) as WorldFields;
}

const levels: Readonly<Record<string, number>> = { low: 500, normal: 1000, high: 2000 };

function allocationIn(value: Value, before: Allocation): Allocation | undefined {
  if (!isData(value)) return undefined;
  const shares = isData(value.shares) ? value.shares : undefined;
  const level = levels[textOf(shares?.level) ?? ''];
  return {
    reservation: numberOf(value.reservation) ?? before.reservation,
    limit: numberOf(value.limit) ?? before.limit,
    shares: level ?? numberOf(shares?.shares) ?? before.shares,
  };
}

/** Parts of `config` that are kept as they came. */
const kept = [
  'flags',
  'tools',
  'bootOptions',
  'powerOpInfo',
  'latencySensitivity',
  'managedBy',
  'consolePreferences',
] as const;
const keptPlain = [
  'memoryHotAddEnabled',
  'cpuHotAddEnabled',
  'cpuHotRemoveEnabled',
  'changeTrackingEnabled',
  'nestedHVEnabled',
  'vPMCEnabled',
  'swapPlacement',
  'memoryReservationLockedToMax',
  'maxMksConnections',
  'guestAutoLockEnabled',
  'messageBusTunnelEnabled',
  'sevEnabled',
] as const;

export function paperFieldsIn(spec: Data, before: MachinePaper): Partial<MachinePaper> {
  const guestId = textOf(spec.guestId);
  return given({
    guestId,
    alternateName:
      textOf(spec.alternateGuestName) ?? (guestId === undefined ? undefined : before.alternateName),
    version: textOf(spec.version),
    firmware: textOf(spec.firmware),
    uuid: textOf(spec.uuid)?.toLowerCase(),
    instanceUuid: textOf(spec.instanceUuid)?.toLowerCase(),
    extra: extraAfter(spec.extraConfig, before.extra),
    config: configAfter(spec, before.config),
  }) as Partial<MachinePaper>;
}

/** An option without a value is taken away. */
function extraAfter(value: Value, before: MachinePaper['extra']): MachinePaper['extra'] {
  if (!Array.isArray(value) || value.length === 0) return before;
  const after: Record<string, string> = { ...before };
  for (const option of value as readonly Value[]) {
    if (!isData(option) || typeof option.key !== 'string') continue;
    const text = option.value === undefined || option.value === null ? '' : plainText(option.value);
    if (text === '') delete after[option.key];
    else after[option.key] = text;
  }
  return after;
}

const plainText = (value: Value): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value);

function configAfter(spec: Data, before: MachinePaper['config']): MachinePaper['config'] {
  const after: Record<string, Data> = { ...before };
  for (const part of kept) {
    const value = spec[part];
    if (isData(value)) after[part] = { ...after[part], ...value };
  }
  if (isData(spec.bootOptions)) after.bootOptions = withOrder({ ...after.bootOptions });
  const plain = keptPlain.flatMap((name) => (spec[name] === undefined ? [] : [[name, spec[name]] as const]));
  if (plain.length > 0) after.plain = { ...after.plain, ...Object.fromEntries(plain) };
  const vApp = vAppAfter(spec, after.vAppConfig);
  if (vApp === undefined) delete after.vAppConfig;
  else after.vAppConfig = vApp;
  return Object.keys(after).length === 0 ? undefined : after;
}

/** A device of no kind in the order stands for none: so clients take an order back. */
function withOrder({ bootOrder, ...options }: Data): Data {
  const order = Array.isArray(bootOrder) ? (bootOrder as readonly Value[]) : [];
  const known = order.filter(
    (device) => isData(device) && device._type !== 'VirtualMachineBootOptionsBootableDevice',
  );
  return known.length === 0 ? options : { ...options, bootOrder: known };
}

function vAppAfter(spec: Data, before: Data | undefined): Data | undefined {
  if (spec.vAppConfigRemoved === true) return undefined;
  const { vAppConfig } = spec;
  if (!isData(vAppConfig)) return before;
  const kept = (name: string, usual: Value): Value => vAppConfig[name] ?? before?.[name] ?? usual;
  return {
    ...before,
    ...Object.fromEntries(Object.entries(vAppConfig).filter(([name]) => name !== '_type')),
    _type: 'VmConfigInfo',
    product: infosAfter(vAppConfig.product, before?.product),
    property: infosAfter(vAppConfig.property, before?.property),
    ipAssignment: kept('ipAssignment', {}),
    eula: kept('eula', []),
    ovfSection: [],
    ovfEnvironmentTransport: kept('ovfEnvironmentTransport', []),
    installBootRequired: vAppConfig.installBootRequired === true,
    installBootStopDelay: numberOf(vAppConfig.installBootStopDelay) ?? 0,
  };
}

/** Added, edited and removed by their keys. */
function infosAfter(changes: Value, before: Value): Value {
  const list = Array.isArray(before) ? [...(before as readonly Data[])] : [];
  for (const item of Array.isArray(changes) ? (changes as readonly Value[]) : []) {
    if (!isData(item)) continue;
    const info = isData(item.info) ? item.info : {};
    const at = list.findIndex(({ key }) => key === (info.key ?? item.removeKey));
    if (item.operation === 'remove') list.splice(at, at < 0 ? 0 : 1);
    else if (at < 0) list.push(info);
    else list[at] = { ...list[at], ...info };
  }
  return list;
}

/** What no machine can be: told before anything is done. */
export function sensible(spec: Data, before: MachinePaper): Answer<null> {
  const { version } = spec;
  if (typeof version === 'string' && version !== '' && !/^vmx-\d{2}$/.test(version))
    return invalidArgument('configSpec.version', `There is no hardware version ${version}.`);
  const boot = isData(spec.bootOptions) ? spec.bootOptions : {};
  const firmware = textOf(spec.firmware) ?? before.firmware ?? 'bios';
  if (boot.efiSecureBootEnabled === true && firmware !== 'efi')
    return invalidArgument(
      'configSpec.bootOptions.efiSecureBootEnabled',
      'Only EFI firmware boots securely.',
    );
  return done(null);
}

export const systemIn = (spec: Data): ReturnType<typeof systemFor> | undefined => {
  const guestId = textOf(spec.guestId);
  return guestId === undefined ? undefined : systemFor(guestId);
};
