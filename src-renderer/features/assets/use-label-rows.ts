/** The devices that labels are printed for: those that are ticked, in the order of the table. */
import { useEffect, useState } from 'react';
import type { AssetRow } from '../../../sim/contract/assets.ts';
import type { Refusal, Result } from '../../../sim/contract/result.ts';
import { query } from '../../data/client.ts';
import type { Client } from '../../data/requests.ts';
import type { Meant } from './do-bulk.ts';

/** More would hold page and printer for minutes; the dialog says so. */
export const mostLabels = 1000;
const pageSize = 500;

async function page(
  ask: Client['query'],
  meant: Meant,
  offset: number,
): Promise<Result<readonly AssetRow[]>> {
  const { pick, filter } = meant;
  const window = { offset, limit: pageSize };
  const answer = await ask(
    'assets',
    pick.mode === 'some' ? { ids: [...pick.ids].slice(0, mostLabels), ...window } : { ...filter, ...window },
  );
  return answer.ok ? { ok: true, value: answer.value.items } : answer;
}

export async function labelRows(ask: Client['query'], meant: Meant): Promise<Result<readonly AssetRow[]>> {
  const rows: AssetRow[] = [];
  const { pick } = meant;
  for (let offset = 0; rows.length < mostLabels; offset += pageSize) {
    const next = await page(ask, meant, offset);
    if (!next.ok) return next;
    rows.push(...next.value.filter(({ id }) => pick.mode === 'some' || !pick.without.has(id)));
    if (next.value.length < pageSize) break;
  }
  return { ok: true, value: rows.slice(0, mostLabels) };
}

type Held = { readonly rows: readonly AssetRow[] | null; readonly refusal: Refusal | null };

export function useLabelRows(meant: Meant): Held {
  const [held, setHeld] = useState<Held>({ rows: null, refusal: null });
  useEffect(() => {
    let live = true;
    const load = async (): Promise<void> => {
      const found = await labelRows(query, meant);
      if (!live) return;
      setHeld(found.ok ? { rows: found.value, refusal: null } : { rows: null, refusal: found.refusal });
    };
    void load();
    return () => {
      live = false;
    };
  }, [meant]);
  return held;
}
