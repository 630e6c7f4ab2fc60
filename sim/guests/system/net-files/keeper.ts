import type { Bytes } from '../../bytes.ts';
import type { System } from '../../kernel/program.ts';
import { writeResolver } from '../../network/resolver.ts';
import { firstInterfaces, firstNetplan, netplanFile, usualCard } from './first-files.ts';
import { interfacesFile, plansOrNone, readInterfaces } from './interfaces-file.ts';
import { readNetplan } from './netplan-file.ts';
import type { CardPlan, Plans } from './plan.ts';
import { emptyPlan, withPlan } from './plan.ts';

/** Who brings a distribution's cards up at its start, by what its files say. */
type Keeper = 'ifupdown' | 'netplan';

function keeperOf({ files }: System): Keeper | null {
  if (files.stat('/etc/netplan').ok) return 'netplan';
  return files.stat('/etc/network').ok ? 'ifupdown' : null;
}

export function plansOf(system: System): Plans {
  const keeper = keeperOf(system);
  if (keeper === null) return [];
  return keeper === 'netplan' ? readNetplan(system) : readInterfaces(system);
}

/** Where an image's file still is as it came, it is made to name the cards that are there. */
export function writeNetworkFiles({ files, network }: System): void {
  const cards = network.wire.given().interfaces.map(({ name }) => name);
  if (cards.length === 0) return;
  for (const { path, textOf, usual, mode } of firstFiles) {
    const before = files.readFile(path);
    const text = textOf(cards);
    const isAsItCame = before.ok && usual.some((card) => before.value === textOf([card]));
    if (isAsItCame && before.value !== text) files.writeFile(path, text, mode);
  }
}

const firstFiles = [
  {
    path: interfacesFile,
    textOf: firstInterfaces,
    usual: [usualCard.debian, usualCard.alpine],
    mode: 0o644,
  },
  { path: netplanFile, textOf: firstNetplan, usual: [usualCard.ubuntu], mode: 0o600 },
] as const;

/** Cards that no file speaks of keep what the lab gives them. */
export function bringUp(system: System, plans: readonly CardPlan[]): void {
  const { wire } = system.network;
  let own = wire.own();
  for (const plan of plans) own = withPlan(wire, own, plan);
  system.network.change(own);
  const servers = plans.flatMap((plan) => plan.servers);
  const told = { servers, search: plans.flatMap((plan) => plan.search) };
  writeResolver(system, servers.length > 0 ? told : undefined);
}

/** At a start: a file that cannot be read leaves the cards as the lab gives them. */
export function bringUpAll(system: System): void {
  const automatic = plansOrNone(plansOf(system)).filter((plan) => plan.isAutomatic);
  if (automatic.some((plan) => !isPlain(plan))) bringUp(system, automatic);
}

const isPlain = (plan: CardPlan): boolean =>
  plan.method === 'given' &&
  plan.addresses.length === 0 &&
  plan.routes.length === 0 &&
  plan.mtu === null &&
  plan.servers.length === 0;

/** A card that is switched on again has its ways back where somebody watches over it, and else not. */
export function restoreWays(system: System, card: Bytes): void {
  if (keeperOf(system) === 'ifupdown') return;
  const plan = plansOrNone(plansOf(system)).find((one) => one.card === card);
  bringUp(system, [plan ?? emptyPlan(card)]);
}
