/** Places from sites down to racks: each level is asked for when its parent is opened. */
import { useCallback, useEffect, useState } from 'react';
import type { CapacityLevel, CapacityOrder, CapacityPlace } from '../../../sim/contract/capacity.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Refusal } from '../../../sim/contract/result.ts';
import { useScope } from '../../app/scope.ts';
import { phaseOf, query } from '../../data/client.ts';
import type { QueryState } from '../../data/client.ts';
import { useWorld } from '../../data/world.ts';

export type CapacityLine = {
  readonly place: CapacityPlace;
  readonly depth: number;
  readonly isOpen: boolean;
};

const below: Readonly<Record<CapacityLevel, CapacityLevel | null>> = {
  site: 'room',
  room: 'row',
  row: 'rack',
  rack: null,
};
export const levelBelow = (place: CapacityPlace): CapacityLevel | null => below[place.kind];

const renewMillis = 10_000;
const mostOfOne = 1000;

type Asked = { readonly level: CapacityLevel; readonly within?: EntityId };

async function placesIn(asked: Asked, order: CapacityOrder) {
  return query('capacity', { ...asked, order, limit: mostOfOne });
}

type Tree = { readonly lines: readonly CapacityLine[]; readonly refusal: Refusal | null };

/** Depth first. A branch that cannot be read ends the tree with its refusal. */
async function grow(
  asked: Asked,
  { open, order, depth }: { open: ReadonlySet<string>; order: CapacityOrder; depth: number },
): Promise<Tree> {
  const answer = await placesIn(asked, order);
  if (!answer.ok) return { lines: [], refusal: answer.refusal };
  const branches = await Promise.all(
    answer.value.items.map(async (place): Promise<Tree> => {
      const level = levelBelow(place);
      const isOpen = level !== null && open.has(place.id);
      const line = { place, depth, isOpen };
      if (level === null || !isOpen) return { lines: [line], refusal: null };
      const under = await grow({ level, within: place.id }, { open, order, depth: depth + 1 });
      return { lines: [line, ...under.lines], refusal: under.refusal };
    }),
  );
  return {
    lines: branches.flatMap(({ lines }) => lines),
    refusal: branches.find(({ refusal }) => refusal !== null)?.refusal ?? null,
  };
}

export function useCapacity(
  open: ReadonlySet<string>,
  order: CapacityOrder,
): QueryState<readonly CapacityLine[]> {
  const site = useScope().site?.id ?? null;
  const layout = useWorld((state) => state.layout);
  const story = useWorld((state) => state.story);
  const isConnected = useWorld((state) => state.phase !== 'lost' && state.phase !== 'connecting');
  const [turn, setTurn] = useState(0);
  const [lines, setLines] = useState<readonly CapacityLine[] | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const opened = [...open].toSorted().join(',');
  useEffect(() => {
    let live = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      const top: Asked = site === null ? { level: 'site' } : { level: 'room', within: site };
      const tree = await grow(top, { open: new Set(opened.split(',')), order, depth: 0 });
      if (!live) return;
      setRefusal(tree.refusal);
      if (tree.refusal === null) setLines(tree.lines);
      timer = setTimeout(() => void ask(), renewMillis);
    };
    void ask();
    return () => {
      live = false;
      clearTimeout(timer);
    };
  }, [opened, order, site, layout, story, turn]);
  const retry = useCallback(() => setTurn((last) => last + 1), []);
  return { data: lines, phase: phaseOf({ data: lines, refusal }, isConnected), refusal, retry };
}
