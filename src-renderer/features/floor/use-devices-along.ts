/** How many devices stand in what is to be removed; the page does not hold them. Null until all are counted. */
import { useEffect, useState } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { query } from '../../data/client.ts';

const mostInOne = 5000;

export function useDevicesAlong(ids: readonly EntityId[]): number | null {
  const [count, setCount] = useState<number | null>(null);
  const question = ids.join(',');
  useEffect(() => {
    let live = true;
    const ask = async (): Promise<void> => {
      let sum = 0;
      for (const within of question.split(',').filter(Boolean) as EntityId[]) {
        const answer = await query('entities', { within, kinds: ['device'], limit: mostInOne });
        if (!live || !answer.ok) return;
        sum += answer.value.items.length;
      }
      setCount(sum);
    };
    setCount(null);
    void ask();
    return () => {
      live = false;
    };
  }, [question]);
  return count;
}
