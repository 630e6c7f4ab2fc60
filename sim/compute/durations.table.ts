/** How long work takes in lab time. Seconds, MiB/s and MiB. */
import type { EntityOf } from '../contract/entities.ts';
import type { GuestOs } from '../contract/machine-specs.ts';

/** What one stream reads or writes of a store: a share of what 10 GbE, 16 Gb FC or a local SSD bears. */
export const streamSpeed = {
  vmfs: 400,
  nfs: 250,
  vsan: 500,
  local: 300,
  lvm: 350,
  ceph: 350,
} as const satisfies Record<EntityOf<'datastore'>['spec']['type'], number>;

/** Where no store is named: a cloud's own. */
export const cloudSpeed = 350;

/** 10 Gbit/s less what its frames take. */
export const migrationLink = 1_100;
/** MiB that a busy core dirties in a second: sent again in the last pass. */
export const dirtiedByCore = 60;

/** Until the guest answers: loader, kernel, units. */
export const bootSeconds = {
  'debian-12': 15,
  'ubuntu-22.04': 20,
  'rhel-9': 25,
  'alpine-3.19': 6,
  'windows-2022': 60,
  other: 30,
} as const satisfies Record<GuestOs, number>;

export const shutdownSeconds = {
  'debian-12': 5,
  'ubuntu-22.04': 6,
  'rhel-9': 8,
  'alpine-3.19': 2,
  'windows-2022': 20,
  other: 10,
} as const satisfies Record<GuestOs, number>;

/** Firmware of a server with its memory test, and the hypervisor. */
export const hostBootSeconds = {
  esxi: 300,
  kvm: 180,
} as const satisfies Record<EntityOf<'host'>['spec']['product'], number>;

/** Bookkeeping of any operation. */
export const setupSeconds = 2;

/** Heartbeats missed until a host is held for dead, and what each lower order waits for the one above. */
export const failureDetection = 45;
export const restartWait = {
  highest: 0,
  high: 15,
  medium: 30,
  low: 45,
  lowest: 60,
} as const;

/** By DRS's threshold, 1 … 5: a gap between the busiest and the idlest host up to which nothing is moved. */
export const balanceGaps = [null, 0.4, 0.25, 0.15, 0.08] as const;
