import { expect, test } from 'vitest';
import type { CommandInput } from '../contract/commands.ts';
import type { EntityId } from '../contract/ids.ts';
import type { World } from '../kernel/world.ts';
import { did } from '../testing/small-lab.ts';
import { clusterOf, make, newVm, pass } from './compute.fixture.ts';
import { carrierLost, cutBetween } from './cuts.ts';
import type { WireEnd } from './cuts.ts';

/** Two machines on the first host, one on the second, all on one network. */
function threeMachines() {
  const lab = clusterOf({ hosts: 2 });
  const { world, network, hosts } = lab;
  const end = (name: string, host: string | undefined): WireEnd => ({
    machine: newVm(lab, name, { afterwards: 'start', host }) as EntityId,
    network: network as EntityId,
  });
  const [one, two, far] = [end('one', hosts[0]), end('two', hosts[0]), end('far', hosts[1])];
  const hears = (from: WireEnd, to: WireEnd): boolean => {
    const there = cutBetween(world, { from, to, router: null });
    expect(cutBetween(world, { from: to, to: from, router: null })).toBe(there);
    return there === null;
  };
  return { ...lab, one, two, far, hears };
}

const run = (world: World, more: object): void => {
  did(world, { type: 'scenario.run', duration: 60, ...more } as CommandInput);
  pass(world, 1);
};

test('FR-010-160 a network that is cut between hosts leaves those of one host together, one that is cut altogether nobody', () => {
  const { world, network, one, two, far, hears } = threeMachines();
  expect(hears(one, far)).toBe(true);
  run(world, { name: 'NETWORK_PARTITION', target: network, severity: 'partial' });
  expect([hears(one, two), hears(one, far), hears(one, one)]).toEqual([true, false, true]);
  pass(world, 60);
  expect(hears(one, far)).toBe(true);
  did(world, { type: 'scenario.stop', id: 'scenario-1' });
  run(world, { name: 'NETWORK_PARTITION', target: network, severity: 'total' });
  expect([hears(one, two), hears(one, far), hears(one, one)]).toEqual([false, false, true]);
});

test('FR-010-160 a router that is cut parts networks, and a switch that is cut the machines on it', () => {
  const { world, datacenter, one, far, hears } = threeMachines();
  const wide = make(world, { kind: 'vswitch', name: 'dvs-1', parent: datacenter, spec: {} });
  const network = make(world, { kind: 'network', name: 'on-dvs', parent: wide, spec: {} }) as EntityId;
  const other: WireEnd = { machine: far.machine, network };
  const router = 'router-1' as EntityId;
  const outside: WireEnd = { machine: null, network: null };
  run(world, { name: 'NETWORK_PARTITION', target: wide, severity: 'total' });
  expect(hears(one, other)).toBe(false);
  expect(hears(one, far)).toBe(true);
  expect(cutBetween(world, { from: one, to: outside, router })).toBe(null);
  expect(cutBetween(world, { from: other, to: outside, router })?.target).toBe(wide);
});

test('FR-010-161 a link that flaps is down and up in turn', () => {
  const { world, one, far, hears } = threeMachines();
  run(world, { name: 'LINK_FLAP', target: one.machine, size: 3 });
  const seen: boolean[] = [];
  for (let second = 0; second < 12; second += 1) {
    seen.push(hears(one, far));
    expect(carrierLost(world, one) === null).toBe(hears(one, far));
    pass(world, 1);
  }
  const turn = [false, false, false, true, true, true];
  expect(seen).toEqual([...turn, ...turn]);
});

test('FR-010-162 a machine that lost its first adapter, or all, hears nobody there; a host without adapters keeps its own together', () => {
  const { world, hosts, one, two, far, hears } = threeMachines();
  run(world, { name: 'NIC_LOSS', target: one.machine, severity: 'partial' });
  expect([hears(one, two), hears(two, far)]).toEqual([false, true]);
  expect(carrierLost(world, one)?.name).toBe('NIC_LOSS');
  expect(carrierLost(world, { ...one, network: 'network-99' as EntityId })).toBe(null);
  did(world, { type: 'scenario.stop', id: 'scenario-1' });
  run(world, { name: 'NIC_LOSS', target: hosts[0] });
  expect([hears(one, two), hears(two, far)]).toEqual([true, false]);
  expect(carrierLost(world, one)).toBe(null);
});
