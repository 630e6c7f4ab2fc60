import type { Answer } from '../../answer.ts';
import { done, failed } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Place } from '../../files/file-node.ts';
import { find } from '../../files/walk.ts';
import { callerOf } from '../open.ts';
import type { Desk, Kernel } from '../process.ts';
import { machineAt, running } from '../running.ts';
import type { Device } from './disks.ts';
import { contentOf, deviceAt, devicesOf, isMounted, swapsOf } from './disks.ts';
import type { MountRequest, StorageCalls } from './facts.ts';
import { keepMounts } from './keep-mounts.ts';
import {
  adopt,
  mountDevice,
  mountMade,
  mountMemory,
  mountPart,
  remount,
  unmount,
  usageOf,
} from './mounting.ts';

/** The first that is switched on without a wish; the next are less. */
const usualPriority = -2;

export function storageCalls(desk: Desk): StorageCalls {
  const here = (): Kernel => machineAt(desk);
  return {
    devices: () => devicesOf(here()),
    mount: (request) => changed(here(), () => mount(here(), request)),
    bind: (source, at) =>
      changed(here(), () =>
        withPlace(here(), source, (from) => withPlace(here(), at, (place) => mountPart(here(), from, place))),
      ),
    remount: (at, options) =>
      changed(here(), () => withPlace(here(), at, (place) => remounted(here(), place, options))),
    unmount: (at, how) =>
      changed(here(), () => withPlace(here(), at, (place) => unmount(here(), place, how))),
    adopt: (path) => changed(here(), () => withDevice(here(), path, (device) => adopt(here(), device))),
    swapOn: (path, priority) =>
      changed(here(), () => withDevice(here(), path, (device) => swapOn(here(), device, priority))),
    swapOff: (path) => changed(here(), () => withDevice(here(), path, (device) => swapOff(here(), device))),
    usage: (path) => withDevice(here(), path, (device) => usageOf(here(), device)),
    swaps: () => swapsOf(here()),
  };
}

function changed(kernel: Kernel, act: () => Answer<unknown>): Answer<void> {
  if (running(kernel).who.uid !== 0) return failed('EPERM');
  const answer = act();
  if (!answer.ok) return answer;
  keepMounts(kernel);
  return done(undefined);
}

function withPlace<T>(kernel: Kernel, path: Bytes, act: (place: Place) => Answer<T>): Answer<T> {
  const place = find(kernel.space, callerOf(running(kernel)), { path, last: 'follow' });
  return place.ok ? act(place.value) : place;
}

function withDevice<T>(kernel: Kernel, path: Bytes, act: (device: Device) => Answer<T>): Answer<T> {
  return withPlace(kernel, path, ({ node }) => {
    if (node.kind !== 'block') return failed('ENOTBLK');
    const device = deviceAt(kernel, node.special);
    return device === null ? failed('ENXIO') : act(device);
  });
}

function mount(kernel: Kernel, request: MountRequest): Answer<unknown> {
  const { source, at, type, options } = request;
  return withPlace(kernel, at, (place): Answer<unknown> => {
    const wanted = { place, source, type, options };
    if (type === 'tmpfs' || type === 'ramfs') return mountMemory(kernel, wanted, null);
    if (type === 'proc' || type === 'sysfs') return mountMade(kernel, wanted);
    return withDevice(kernel, source, (device) => mountDevice(kernel, device, wanted));
  });
}

function remounted(kernel: Kernel, place: Place, options: readonly Bytes[]): Answer<void> {
  return place.node === place.source.root() ? remount(kernel, place, options) : failed('EINVAL');
}

function swapOn(kernel: Kernel, { key, facts }: Device, priority: number | null): Answer<void> {
  const { storage } = kernel;
  if (contentOf(kernel, key)?.type !== 'swap') return failed('EINVAL');
  if (isMounted(kernel, key) || storage.swaps.some((swap) => swap.key === key)) return failed('EBUSY');
  const next = usualPriority - storage.swaps.filter((swap) => swap.priority < 0).length;
  const blocks = contentOf(kernel, key)?.blocks ?? 0;
  const sizeBytes = Math.min(facts.sizeBytes, blocks * 4096) - 4096;
  storage.swaps = [...storage.swaps, { key, sizeBytes, priority: priority ?? next }];
  return done(undefined);
}

function swapOff(kernel: Kernel, { key }: Device): Answer<void> {
  const { storage } = kernel;
  if (!storage.swaps.some((swap) => swap.key === key)) return failed('EINVAL');
  storage.swaps = storage.swaps.filter((swap) => swap.key !== key);
  return done(undefined);
}
