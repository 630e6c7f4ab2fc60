/** `/vcenter/vm/{vm}/hardware/…`: read, and changed by the one reconfiguration there is. */
import { configOf } from '../../objects/machine/config.ts';
import type { Data } from '../../wire/value.ts';
import { bySoap } from '../by-soap.ts';
import { madeNew, noSuch, told } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { fieldsIn, flagIn, isFields, param, specIn, textIn } from '../rest-call.ts';
import type { Fields, Operation, RestCall } from '../rest-call.ts';
import { adapters, cdromShown, cdromsIn, diskShown, disksIn, nicShown, nicsIn } from './hardware.ts';
import type { Device } from './hardware.ts';
import { bootOf, cpuOf, hardwareVersion, memoryOf, withMachine } from './machines.ts';
import type { Vm } from './machines.ts';
import { cpuSpec, memorySpec } from './machine-specs.ts';
import { diskDevice, nicBacking, nicDevice } from './new-devices.ts';

const hardware = '/vcenter/vm/{vm}/hardware';

async function reconfigured(call: RestCall, vm: Vm, spec: Data): Promise<Reply<undefined>> {
  const args = { spec: { _type: 'VirtualMachineConfigSpec', ...spec } };
  const did = await bySoap(call, { self: call.vc.refs.of(vm), method: 'ReconfigVM_Task', args });
  return did.ok ? told(undefined) : did;
}

const patch = (of: (spec: Fields) => Data) =>
  withMachine((call, vm) => reconfigured(call, vm, of(specIn(call))));

const bootSpec = (spec: Fields): Data => ({
  firmware: textIn(spec, 'type')?.toLowerCase(),
  bootOptions: {
    _type: 'VirtualMachineBootOptions',
    enterBIOSSetup: flagIn(spec, 'enter_setup_mode'),
    bootRetryEnabled: flagIn(spec, 'retry'),
  },
});

type Kind = {
  readonly name: string;
  /** The word of the list: `disk`, `nic`. */
  readonly word: string;
  readonly list: (call: RestCall, vm: Vm) => readonly Device[];
  readonly shown: (call: RestCall, vm: Vm, device: Device) => object;
};

const reading = ({ name, word, list, shown }: Kind): readonly Operation[] => [
  {
    on: `GET ${hardware}/${name}`,
    run: withMachine((call, vm) => told(list(call, vm).map(({ key }) => ({ [word]: key })))),
  },
  {
    on: `GET ${hardware}/${name}/{device}`,
    run: withDevice(list, (call, vm, device) => told(shown(call, vm, device))),
  },
];

type Run = (call: RestCall, vm: Vm, device: Device) => Reply | Promise<Reply>;

function withDevice(list: Kind['list'], run: Run): Operation['run'] {
  return withMachine((call, vm) => {
    const key = param(call, 'device');
    const device = list(call, vm).find((each) => each.key === key);
    return device === undefined ? noSuch('device', key) : run(call, vm, device);
  });
}

const disks: Kind = {
  name: 'disk',
  word: 'disk',
  list: ({ vc }, vm) => disksIn(vc, vm),
  shown: ({ vc }, vm, device) => diskShown(vc, vm, device),
};
const nics: Kind = {
  name: 'ethernet',
  word: 'nic',
  list: ({ vc }, vm) => nicsIn(vc, vm),
  shown: ({ vc }, _, device) => nicShown(vc, device),
};
const cdroms: Kind = {
  name: 'cdrom',
  word: 'cdrom',
  list: ({ vc }, vm) => cdromsIn(vc, vm),
  shown: ({ vc }, vm, device) => cdromShown(vc, vm, device),
};
const adapterKinds: readonly Kind[] = Object.entries(adapters).map(([name, { of, shown }]) => ({
  name: `adapter/${name}`,
  word: 'adapter',
  list: ({ vc }, vm) => of(vc, vm),
  shown: (_call, _vm, device) => shown(device),
}));

/** What is there afterwards and was not before. */
async function added(
  call: RestCall,
  vm: Vm,
  { list, change }: { list: Kind['list']; change: Data },
): Promise<Reply> {
  const before = new Set(list(call, vm).map(({ key }) => key));
  const did = await reconfigured(call, vm, { deviceChange: [change] });
  if (!did.ok) return did;
  const now = call.vc.world().inventory.get(vm.id);
  const fresh = now?.kind === 'vm' ? list(call, now).find(({ key }) => !before.has(key)) : undefined;
  return madeNew(fresh?.key ?? '');
}

const removed: Run = (call, vm, { device }) =>
  reconfigured(call, vm, {
    deviceChange: [
      {
        _type: 'VirtualDeviceConfigSpec',
        operation: 'remove',
        ...(device._type === 'VirtualDisk' ? { fileOperation: 'destroy' } : {}),
        device,
      },
    ],
  });

const edited = (call: RestCall, vm: Vm, device: Data): Promise<Reply> =>
  reconfigured(call, vm, { deviceChange: [{ _type: 'VirtualDeviceConfigSpec', operation: 'edit', device }] });

const plugged =
  (connected: boolean): Run =>
  (call, vm, { device }) =>
    edited(call, vm, {
      ...device,
      connectable: { ...(device.connectable as Data), connected, startConnected: connected },
    });

const updateNic: Run = (call, vm, { device }) => {
  const spec = specIn(call);
  const connectable = { ...(device.connectable as Data), ...startOf(spec) };
  if (!isFields(spec.backing)) return edited(call, vm, { ...device, connectable });
  const backing = nicBacking(call.vc, fieldsIn(spec, 'backing'));
  return backing.ok ? edited(call, vm, { ...device, connectable, backing: backing.value }) : backing;
};

const startOf = (spec: Fields): Data =>
  flagIn(spec, 'start_connected') === undefined ? {} : { startConnected: flagIn(spec, 'start_connected') };

const addDisk = withMachine((call, vm) => {
  const taken = new Set(disksIn(call.vc, vm).map(({ device }) => Number(device.unitNumber)));
  const unit = Array.from({ length: 16 }, (_, at) => at).find((at) => at !== 7 && !taken.has(at));
  const controller = adapters.scsi.of(call.vc, vm)[0];
  const slot = { key: -1, controller: controller === undefined ? undefined : Number(controller.key), unit };
  return added(call, vm, { list: disks.list, change: diskDevice(specIn(call), slot) });
});

const addNic = withMachine((call, vm) => {
  const change = nicDevice(call.vc, specIn(call), -1);
  return change.ok ? added(call, vm, { list: nics.list, change: change.value }) : change;
});

const plugs = ({ name, list }: Kind): readonly Operation[] =>
  (['connect', 'disconnect'] as const).map((action) => ({
    on: `POST ${hardware}/${name}/{device}`,
    action,
    run: withDevice(list, plugged(action === 'connect')),
  }));

export const hardwareOperations: readonly Operation[] = [
  { on: `GET ${hardware}`, run: withMachine(({ vc }, vm) => told(hardwareVersion(configOf(vc, vm)))) },
  { on: `GET ${hardware}/cpu`, run: withMachine(({ vc }, vm) => told(cpuOf(vm, configOf(vc, vm)))) },
  { on: `PATCH ${hardware}/cpu`, run: patch((spec) => cpuSpec(spec)) },
  { on: `GET ${hardware}/memory`, run: withMachine(({ vc }, vm) => told(memoryOf(vm, configOf(vc, vm)))) },
  { on: `PATCH ${hardware}/memory`, run: patch((spec) => memorySpec(spec)) },
  { on: `GET ${hardware}/boot`, run: withMachine(({ vc }, vm) => told(bootOf(configOf(vc, vm)))) },
  { on: `PATCH ${hardware}/boot`, run: patch(bootSpec) },
  ...[disks, nics, cdroms, ...adapterKinds].flatMap(reading),
  { on: `POST ${hardware}/disk`, run: addDisk },
  { on: `DELETE ${hardware}/disk/{device}`, run: withDevice(disks.list, removed) },
  { on: `POST ${hardware}/ethernet`, run: addNic },
  { on: `PATCH ${hardware}/ethernet/{device}`, run: withDevice(nics.list, updateNic) },
  { on: `DELETE ${hardware}/ethernet/{device}`, run: withDevice(nics.list, removed) },
  { on: `DELETE ${hardware}/cdrom/{device}`, run: withDevice(cdroms.list, removed) },
  ...[nics, cdroms].flatMap(plugs),
];
