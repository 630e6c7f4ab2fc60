/** What a list of device changes asks for: of the world, and of the paper. */
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import type { Vc } from '../../vc.ts';
import { textAt } from '../../wire/ask.ts';
import { isData, isRef } from '../../wire/value.ts';
import type { Data, Value } from '../../wire/value.ts';
import type { Answer } from '../fault.ts';
import { done, faulted } from '../fault.ts';
import { escapedName } from '../managed-entity.ts';
import { addDisk, changedKilobytes, inGibibytes } from './new-disks.ts';
import { addOwn, unplugged } from './own-devices.ts';
import { badDevice, emptyPlan, isDisk, isNic } from './planning.ts';
import type { DevicePlan, Ground, NewNic, Step, Taking } from './planning.ts';

export function planDevices(ground: Ground, changes: Value): Answer<DevicePlan> {
  let plan = emptyPlan;
  /** Keys that the client made up, as it may: negative, and told apart by what they become. */
  const given = new Map<number, number>();
  for (const [at, change] of (Array.isArray(changes) ? (changes as readonly Value[]) : []).entries()) {
    const step = stepOf(change, at);
    if (!step.ok) return step;
    const next = take({ ...ground, plan, given }, step.value);
    if (!next.ok) return next;
    plan = next.value;
  }
  return done(plan);
}

function stepOf(change: Value, at: number): Answer<Step> {
  if (!isData(change) || !isData(change.device)) return badDevice(at, 'it names no device');
  const { operation, fileOperation, device } = change;
  return done({
    op: typeof operation === 'string' ? operation : 'edit',
    fileOp: typeof fileOperation === 'string' ? fileOperation : undefined,
    device,
    at,
  });
}

function take(taking: Taking, step: Step): Answer<DevicePlan> {
  switch (step.op) {
    case 'add':
      return isDisk(step.device)
        ? addDisk(taking, step)
        : isNic(step.device)
          ? addNic(taking, step)
          : addOwn(taking, step);
    case 'edit':
      return edit(taking, step);
    case 'remove':
      return remove(taking, step);
    default:
      return badDevice(step.at, `there is no operation ${step.op}`);
  }
}

/** The network that a backing names; an answer without one is an adapter that hangs on nothing. */
export function networkIn(vc: Vc, device: Data): Answer<EntityId | null> {
  const backing = isData(device.backing) ? device.backing : {};
  if (isData(backing.port)) {
    const value = textAt(backing.port, 'portgroupKey') ?? '';
    const group = vc.refs.entity({ _ref: 'DistributedVirtualPortgroup', value });
    return group === undefined ? noNetwork(value) : done(group.id);
  }
  if (isRef(backing.network)) {
    const network = vc.refs.entity(backing.network);
    return network === undefined ? noNetwork(backing.network.value) : done(network.id);
  }
  const name = typeof backing.deviceName === 'string' ? backing.deviceName : '';
  if (name === '') return done(null);
  const found = vc
    .world()
    .inventory.ofKind('network')
    .find((network) => network.name === escapedName(name));
  return found === undefined ? noNetwork(name) : done(found.id);
}

const noNetwork = (name: string): Answer<never> =>
  faulted('InvalidDeviceBacking', `There is no network ${name}.`, { deviceIndex: 0, property: 'backing' });

const isPlugged = ({ connectable }: Data): boolean =>
  !isData(connectable) || connectable.startConnected !== false || connectable.connected === true;

function addNic({ vc, plan }: Taking, { device }: Step): Answer<DevicePlan> {
  const network = networkIn(vc, device);
  if (!network.ok) return network;
  const nic: NewNic = { network: network.value, isConnected: isPlugged(device), device };
  return done({ ...plan, newNics: [...plan.newNics, nic] });
}

const keyOf = ({ key }: Data): number => Number(key ?? Number.NaN);

function edit(taking: Taking, step: Step): Answer<DevicePlan> {
  const { plan, existing, vc } = taking;
  const before = existing.find((device) => keyOf(device) === keyOf(step.device));
  if (before === undefined) return badDevice(step.at, `there is no device ${keyOf(step.device)}`);
  if (isDisk(before)) {
    const size = inGibibytes(changedKilobytes(before, step.device));
    return done({
      ...plan,
      editedDisks: [...plan.editedDisks, { key: keyOf(before), size, device: step.device }],
    });
  }
  if (isNic(before)) {
    const network = networkIn(vc, step.device.backing === undefined ? before : step.device);
    if (!network.ok) return network;
    const nic = {
      key: keyOf(before),
      network: network.value,
      isConnected: isPlugged(step.device),
      device: step.device,
    };
    return done({ ...plan, editedNics: [...plan.editedNics, nic] });
  }
  const whole = unplugged({ ...before, ...step.device });
  return done({ ...plan, own: [...plan.own.filter((each) => keyOf(each) !== keyOf(before)), whole] });
}

function remove({ plan, existing }: Taking, { device, fileOp, at }: Step): Answer<DevicePlan> {
  const before = existing.find((each) => keyOf(each) === keyOf(device));
  if (before === undefined) return badDevice(at, `there is no device ${keyOf(device)}`);
  if (!isDisk(before) && !isNic(before)) return done({ ...plan, ownGone: [...plan.ownGone, keyOf(before)] });
  const files = fileOp === 'destroy' ? 'destroy' : 'keep';
  return done({ ...plan, gone: [...plan.gone, { key: keyOf(before), files }] });
}
