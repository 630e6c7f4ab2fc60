import type { EntityId } from '../../../sim/contract/ids.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { Kind } from '../../../sim/contract/entities.ts';
import type { Session } from '../session.ts';
import { lineOf, type Storyline } from './history.ts';

type Bench = Storyline & {
  readonly history: Pick<Session['history'], 'page'>;
  readonly world: {
    readonly now: () => number;
    readonly inventory: { readonly get: (id: EntityId) => { readonly kind: Kind } | undefined };
  };
};

type ReadingsAsked = {
  readonly sensors: readonly EntityId[];
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly limit: number;
};

type ReadingsAnswer = {
  readonly columns: { sensor: EntityId; at: number[]; value: number[] }[];
  readonly next: number | null;
};

/** Readings as they were made, a page of time for all sensors at once. */
export function readReadings(
  { session }: { readonly session: () => Bench },
  { sensors, from, to, limit }: ReadingsAsked,
): Result<ReadingsAnswer> {
  const { world, history } = session();
  const stranger = sensors.find((id) => world.inventory.get(id)?.kind !== 'sensor');
  if (stranger !== undefined)
    return refused('unknown-entity', `There is no sensor ${stranger}`, { where: 'sensors' });
  const end = Math.min(to ?? world.now() + 1, world.now() + 1);
  const start = Math.min(from ?? Number.MIN_SAFE_INTEGER, end);
  const asked = { line: lineOf(session()), from: start, to: end, limit };
  const columns: ReadingsAnswer['columns'] = [];
  const page = history.page({ sensors, ...asked });
  for (const [index, sensor] of sensors.entries()) {
    const { at = [], value = [] } = page.columns[index] ?? {};
    columns.push({ sensor, at, value });
  }
  return accepted({ columns, next: page.next });
}
