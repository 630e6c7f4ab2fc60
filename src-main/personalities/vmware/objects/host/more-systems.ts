/** Systems of a host that have little to tell: no graphics card, two ways to start, memory that parts itself. */
import { dataListAt, textAt } from '../../wire/ask.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import type { AnyManaged, Method } from '../managed.ts';
import { hostSystem } from './config-desk.ts';
import { mebibyte } from './hardware.ts';
import type { Host } from './host.ts';
import { hostKey, settingOf, writePaper } from './settings.ts';

const usualGraphics = { hostDefaultGraphicsType: 'shared', sharedPassthruAssignmentPolicy: 'performance' };
const graphicsTypes = ['shared', 'sharedDirect'];
const policies = ['performance', 'consolidation'];

const setGraphics: Method<Host> = (call, host) => {
  const key = hostKey(host.id, 'graphics');
  const before = settingOf(call.vc, key, usualGraphics);
  const type = textAt(call.args, 'config.hostDefaultGraphicsType') ?? before.hostDefaultGraphicsType;
  const policy =
    textAt(call.args, 'config.sharedPassthruAssignmentPolicy') ?? before.sharedPassthruAssignmentPolicy;
  if (!graphicsTypes.includes(type) || !policies.includes(policy))
    return invalidArgument('config', `There is no graphics type ${type} with the policy ${policy}.`);
  const [device] = dataListAt(call.args, 'config.deviceType');
  if (device !== undefined)
    return invalidArgument(
      'config.deviceType',
      `${host.name} has no graphics card ${textAt(device, 'deviceId')}.`,
    );
  return writePaper(call, key, {
    hostDefaultGraphicsType: type,
    sharedPassthruAssignmentPolicy: policy,
  });
};

const graphicsManager = (): AnyManaged =>
  hostSystem('graphicsManager', {
    properties: {
      graphicsInfo: () => [],
      sharedPassthruGpuTypes: () => [],
      sharedGpuCapabilities: () => [],
      graphicsConfig: (host, { vc }) => ({
        _type: 'HostGraphicsConfig',
        ...settingOf(vc, hostKey(host.id, 'graphics'), usualGraphics),
        deviceType: [],
      }),
    },
    methods: {
      IsSharedGraphicsActive: () => done(false),
      RefreshGraphicsManager: () => done(undefined),
      UpdateGraphicsConfig: setGraphics,
      RetrieveVgpuDeviceInfo: () => done([]),
      RetrieveVgpuProfileInfo: () => done([]),
    },
  });

const bootDevices = [
  { key: 'disk', description: 'Local disk of the host' },
  { key: 'network', description: 'Network card with PXE' },
] as const;

const setBootDevice: Method<Host> = (call, host) => {
  const key = textAt(call.args, 'key') ?? '';
  return bootDevices.some((each) => each.key === key)
    ? writePaper(call, hostKey(host.id, 'boot-device'), { key })
    : invalidArgument(
        'key',
        `${host.name} cannot start from ${key}: ${bootDevices.map((one) => one.key).join(', ')}.`,
      );
};

const bootDeviceSystem = (): AnyManaged =>
  hostSystem('bootDeviceSystem', {
    methods: {
      QueryBootDevices: ({ vc }, host) =>
        done({
          _type: 'HostBootDeviceInfo',
          bootDevices: bootDevices.map((each) => ({ ...each })),
          currentBootDeviceKey: settingOf(vc, hostKey(host.id, 'boot-device'), { key: 'disk' }).key,
        }),
      UpdateBootDevice: setBootDevice,
    },
  });

/** ESXi has no service console, and gives machines what they ask for as it comes. */
const memorySystem = (): AnyManaged =>
  hostSystem('memoryManager', {
    properties: {
      virtualMachineReservationInfo: ({ spec }) => ({
        _type: 'VirtualMachineMemoryReservationInfo',
        virtualMachineMin: 0,
        virtualMachineMax: spec.memory * mebibyte,
        virtualMachineReserved: spec.memory * mebibyte,
        allocationPolicy: 'swapSome',
      }),
    },
    methods: {
      ReconfigureServiceConsoleReservation: (_, host) =>
        faulted('NotSupported', `${host.name} is an ESXi: it has no service console.`),
      ReconfigureVirtualMachineReservation: (_, host) =>
        faulted('NotSupported', `${host.name} is an ESXi: it parts its memory by itself.`),
    },
  });

export const moreSystems = (): readonly AnyManaged[] => [
  graphicsManager(),
  bootDeviceSystem(),
  memorySystem(),
];
