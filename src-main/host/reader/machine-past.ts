import type { EntityId } from '../../../sim/contract/ids.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { asSimMillis, tickMillis } from '../../../sim/contract/units.ts';
import { pastUseOfHost, pastUse, readyBefore } from '../../../sim/index.ts';
import type { PastUse, World } from '../../../sim/index.ts';
import type { Session } from '../session.ts';
import { isListed } from './machine-rows.ts';
import type { Listed } from './machine-rows.ts';
import type { Params } from './params.ts';

type Deps = { readonly session: () => Pick<Session, 'world'> };

/** Seconds between two points: as often as workloads change for an hour, and about 300 points for more. */
const everySeconds = (hours: number): number => (hours <= 1 ? 20 : Math.ceil((hours * 12) / 60) * 60);
/** Of a host, machines that are reckoned together: with more it would keep the host busy. */
const mostReckoned = 400;

export function readMachineHistory(
  { session }: Deps,
  { id, hours }: Params<'machine-history'>,
): Result<QueryAnswer<'machine-history'>> {
  const { world } = session();
  const one = world.inventory.get(id);
  if (one === undefined) return refused('unknown-entity', `There is no ${id}`, { where: 'id' });
  if (!isListed(one))
    return refused('wrong-kind', `${one.name} is a ${one.kind}`, {
      where: 'id',
      hint: 'Ask for a virtual machine, a blade or a host.',
    });
  const { tick, epoch } = world.clock;
  const every = everySeconds(hours);
  const from = Math.ceil((tick - hours * 3600) / every) * every;
  const crew = one.kind === 'host' ? crewOf(world, one.id) : [];
  const span = { from, to: tick, every };
  const points = pastOf(world, one, { crew, span });
  const ready = readyOf(world, one, span);
  const timeAt = (at: number) => asSimMillis(epoch + at * tickMillis);
  const column = (name: keyof PastUse): number[] => points.map((point) => point[name]);
  return accepted({
    from: timeAt(tick - hours * 3600),
    to: timeAt(tick),
    at: points.map((point) => timeAt(point.tick)),
    share: column('share'),
    memory: column('memory'),
    read: column('read'),
    write: column('write'),
    receive: column('receive'),
    send: column('send'),
    ready: points.map((point) => ready.get(point.tick) ?? 0),
    counted: Math.min(crew.length, mostReckoned),
    carried: crew.length,
  });
}

type Crew = ReturnType<typeof crewOf>;

const crewOf = ({ inventory }: World, host: EntityId) =>
  inventory.ofKind('vm').filter(({ spec }) => spec.host === host && spec.power === 'on');

type Span = { readonly from: number; readonly to: number; readonly every: number };

/** What else its host carries says how long it waited; bare metal waits for nobody. */
function readyOf(world: World, one: Listed, span: Span): ReadonlyMap<number, number> {
  const id = one.kind === 'vm' ? one.spec.host : one.id;
  const host = id === null ? undefined : world.inventory.get(id);
  if (host?.kind !== 'host') return new Map();
  const others = crewOf(world, host.id).filter((vm) => vm.id !== one.id);
  const machines = [...(one.kind === 'vm' ? [one] : []), ...others].slice(0, mostReckoned);
  return readyBefore(world, { host, machines }, { ...span, of: one.kind === 'host' ? 'all' : one.id });
}

function pastOf(
  world: World,
  one: Listed,
  { crew, span }: { readonly crew: Crew; readonly span: Span },
): PastUse[] {
  if (one.kind !== 'host') return pastUse(world, one, span);
  return pastUseOfHost(world, one, { machines: crew.slice(0, mostReckoned), ...span });
}
