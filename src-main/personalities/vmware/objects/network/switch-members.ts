/** The hosts that take part in a distributed switch, and which of their cards are on its uplinks. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { Vc } from '../../vc.ts';
import { dataListAt, refAt, textAt } from '../../wire/ask.ts';
import type { Data } from '../../wire/value.ts';
import type { Answer, Fault } from '../fault.ts';
import { done, faulted, localized } from '../fault.ts';
import { nicsOf } from '../host/network-paper.ts';
import { settingOf } from '../host/settings.ts';
import { childrenOfKind, datacenterOf } from '../inventory/tree.ts';
import type { Call } from '../managed.ts';
import type { Switch } from './network.ts';

type Host = EntityOf<'host'>;

/** A card, and the port of the uplinks' group that it is on. */
type Card = { readonly device: string; readonly port?: string; readonly group?: string };

/** `slot` says which uplink ports are the host's, and stays while others come and go. */
type Member = { readonly slot: number; readonly cards: readonly Card[] };

export type SwitchPaper = {
  readonly version?: string;
  readonly config?: Data;
  readonly changes?: number;
  /** All hosts of the datacenter where nobody named any. */
  readonly members?: Readonly<Record<string, Member>>;
  readonly createdAt?: number;
};

export const switchKey = ({ id }: Pick<Switch, 'id'>): string => `vswitch/${id}/switch`;
export const switchPaperOf = (vc: Pick<Vc, 'papers'>, vswitch: Switch): SwitchPaper =>
  settingOf<SwitchPaper>(vc, switchKey(vswitch), {});

type SwitchMember = Member & { readonly host: Host };

/** Those that were named, or the hosts of its datacenter. */
export function membersOf(vc: Vc, vswitch: Switch): readonly SwitchMember[] {
  const { members } = switchPaperOf(vc, vswitch);
  const { inventory } = vc.world();
  if (members !== undefined)
    return Object.entries(members).flatMap(([id, member]) => {
      const host = inventory.get(id as Switch['id']);
      return host?.kind === 'host' ? [{ ...member, host }] : [];
    });
  const datacenter = datacenterOf(vc, vswitch);
  return inventory
    .ofKind('host')
    .filter((host) => datacenterOf(vc, host)?.id === datacenter?.id)
    .map((host, slot) => ({ host, slot, cards: [] }));
}

/** The distributed switches that a host takes part in. */
export const switchesWith = (vc: Vc, { id }: Host): readonly Switch[] =>
  vc
    .world()
    .inventory.ofKind('vswitch')
    .filter(({ spec }) => spec.type === 'distributed')
    .filter((vswitch) => membersOf(vc, vswitch).some(({ host }) => host.id === id));

/** As the cards of a member stand on the wire. */
export const backingOf = ({ cards }: Member): Data => ({
  _type: 'DistributedVirtualSwitchHostMemberPnicBacking',
  pnicSpec: cards.map(({ device, port, group }) => ({
    pnicDevice: device,
    uplinkPortKey: port,
    uplinkPortgroupKey: group,
  })),
});

/** Who takes part after a reconfiguration; what stays as it is comes back as it was. */
export function membersAfter(
  call: Call,
  vswitch: Switch,
  changes: readonly Data[],
): Answer<Readonly<Record<string, Member>>> {
  const members = new Map<string, Member>(
    membersOf(call.vc, vswitch).map(({ host, slot, cards }) => [host.id, { slot, cards }]),
  );
  for (const change of changes) {
    const did = changeMember(call, vswitch, { members, change });
    if (!did.ok) return did;
  }
  return done(Object.fromEntries(members));
}

type Change = { readonly members: Map<string, Member>; readonly change: Data };

function changeMember(call: Call, vswitch: Switch, { members, change }: Change): Answer<unknown> {
  const host = hostIn(call, change);
  if (!host.ok) return host;
  const { id, name } = host.value;
  const before = members.get(id);
  switch (textAt(change, 'operation')) {
    case 'add':
      if (before !== undefined && isNamed(call.vc, vswitch))
        return faulted('AlreadyExists', `${name} is on ${vswitch.name} already.`, { name });
      break;
    case 'remove':
      return members.delete(id) ? done(null) : noSuch(`${name} on ${vswitch.name}`);
    default:
      if (before === undefined) return noSuch(`${name} on ${vswitch.name}`);
  }
  const cards = cardsIn(call, host.value, change);
  const slot = before?.slot ?? freeSlot(members);
  return cards.ok
    ? done(members.set(id, { slot, cards: cards.value }))
    : onHost(call, host.value, cards.fault);
}

/** What a host refuses of its own comes from a vCenter with that host's name to it. */
const onHost = ({ vc }: Call, host: Host, fault: Fault): Answer<never> =>
  faulted(
    'DvsOperationBulkFault',
    `Cannot complete a vSphere Distributed Switch operation for one or more host members: ${host.name}: ${fault.message}`,
    {
      hostFault: [
        {
          _type: 'DvsOperationBulkFaultFaultOnHost',
          host: vc.refs.of(host),
          fault: localized(fault),
        },
      ],
    },
  );

function hostIn({ vc }: Call, change: Data): Answer<Host> {
  const ref = refAt(change, 'host');
  const host = ref === undefined ? undefined : vc.refs.entity(ref);
  return host?.kind === 'host' ? done(host) : noSuch(`host ${ref?.value ?? ''}`);
}

/** Where nobody named any, all take part already, and may still be named. */
const isNamed = (vc: Vc, vswitch: Switch): boolean => switchPaperOf(vc, vswitch).members !== undefined;

const noSuch = (what: string): Answer<never> =>
  faulted('NotFound', `The object or item referred to could not be found: ${what}.`);

function freeSlot(members: ReadonlyMap<string, Member>): number {
  const taken = new Set([...members.values()].map(({ slot }) => slot));
  let slot = 0;
  while (taken.has(slot)) slot += 1;
  return slot;
}

/** A card is on one switch only, and the host has it. */
function cardsIn({ vc }: Call, host: Host, change: Data): Answer<readonly Card[]> {
  const known = new Set(nicsOf(vc, host).map(({ device }) => device));
  const cards: Card[] = [];
  for (const spec of dataListAt(change, 'backing.pnicSpec')) {
    const device = textAt(spec, 'pnicDevice') ?? '';
    if (!known.has(device)) return noSuch(`${device} of ${host.name}`);
    const holder = childrenOfKind(vc, host.id, 'vswitch').find(({ spec: own }) =>
      own.uplinks.includes(device),
    );
    if (holder !== undefined)
      return faulted('ResourceInUse', `${device} is an uplink of ${holder.name}.`, {
        type: 'PhysicalNic',
        name: device,
      });
    const port = textAt(spec, 'uplinkPortKey');
    const group = textAt(spec, 'uplinkPortgroupKey');
    cards.push({
      device,
      ...(port === undefined || port === '' ? {} : { port }),
      ...(group === undefined || group === '' ? {} : { group }),
    });
  }
  return done(cards);
}
