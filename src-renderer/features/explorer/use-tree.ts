/** What of the tree has been read: a page of a node's children at a time, again when the lab changed. */
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { TreeWay } from '../../../sim/contract/machine-tree.ts';
import type { Refusal } from '../../../sim/contract/result.ts';
import { phaseOf, query } from '../../data/client.ts';
import type { QueryState } from '../../data/client.ts';
import { useWorld } from '../../data/world.ts';
import { emptyForest, treePage, withPage } from './tree-model.ts';
import type { Forest, Missing } from './tree-model.ts';

/** Wall milliseconds in which changes of the lab are gathered before the tree is read again. */
const restMillis = 1500;
/** Pages that are read again then; what is folded away is read when it is opened. */
const mostRenewed = 24;

type Tree = QueryState<Forest> & {
  readonly need: (missing: readonly Missing[]) => void;
};

type Reading = {
  forest: Forest;
  readonly asked: Set<string>;
  /** Of one way, lab and try: answers of an earlier one are dropped. */
  turn: string;
};

const keyOf = ({ parent, page }: Missing): string => `${parent}#${page}`;

type Shelf = {
  readonly reading: RefObject<Reading>;
  readonly setForest: (forest: Forest | null) => void;
  readonly setRefusal: (refusal: Refusal | null) => void;
};

async function readPage(shelf: Shelf, missing: Missing, by: TreeWay): Promise<void> {
  const { current } = shelf.reading;
  const mine = current.turn;
  const { parent, page } = missing;
  const answer = await query('tree', {
    by,
    ...(parent === '' ? {} : { node: parent }),
    offset: page * treePage,
    limit: treePage,
  });
  if (current.turn !== mine) return;
  current.asked.delete(keyOf(missing));
  // A node that is gone is not wrong: its parent's page, read again, has it no more.
  if (!answer.ok && parent !== '') return;
  shelf.setRefusal(answer.ok ? null : answer.refusal);
  if (!answer.ok) return;
  current.forest = withPage(current.forest, missing, answer.value);
  shelf.setForest(current.forest);
}

/** Pages of what stands open, to be read anew. */
const pagesShown = (forest: Forest, open: ReadonlySet<string>): readonly Missing[] =>
  [...forest]
    .filter(([parent]) => parent === '' || open.has(parent))
    .flatMap(([parent, { pages }]) => [...pages.keys()].map((page) => ({ parent, page })))
    .slice(0, mostRenewed);

export function useTree(by: TreeWay, open: ReadonlySet<string>): Tree {
  const layout = useWorld((state) => state.layout);
  const story = useWorld((state) => state.story);
  const isConnected = useWorld((state) => state.phase !== 'lost' && state.phase !== 'connecting');
  const [tries, setTries] = useState(0);
  const [forest, setForest] = useState<Forest | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const turn = `${by} ${story} ${tries}`;
  const reading = useRef<Reading>({ forest: emptyForest, asked: new Set(), turn });

  const need = useCallback(
    (missing: readonly Missing[]): void => {
      const shelf = { reading, setForest, setRefusal };
      for (const one of missing) {
        if (reading.current.asked.has(keyOf(one))) continue;
        reading.current.asked.add(keyOf(one));
        void readPage(shelf, one, by);
      }
    },
    [by],
  );

  useEffect(() => {
    Object.assign(reading.current, { forest: emptyForest, turn });
    reading.current.asked.clear();
    setForest(null);
    need([{ parent: '', page: 0 }]);
  }, [turn, need]);

  const renew = useEffectEvent(() => need(pagesShown(reading.current.forest, open)));
  useEffect(() => {
    const timer = setTimeout(renew, restMillis);
    return () => clearTimeout(timer);
  }, [layout]);

  const retry = useCallback(() => setTries((last) => last + 1), []);
  const phase = phaseOf({ data: forest, refusal }, isConnected);
  return { data: forest, phase, refusal, retry, need };
}
