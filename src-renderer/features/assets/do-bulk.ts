/** Editing many devices: the host plans, the door does it, two thousand at a time. */
import type { AssetEdit, AssetFilterInput } from '../../../sim/contract/assets.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Refusal, Result } from '../../../sim/contract/result.ts';
import type { Client } from '../../data/requests.ts';
import type { Pick } from './asset-pick.ts';

/** As many changes as one command carries, and one undo takes back. */
export const stepSize = 2000;

export type Meant = { readonly pick: Pick; readonly filter: AssetFilterInput };
export type Bulk = { readonly meant: Meant; readonly edit: AssetEdit; readonly from: number };

const idsIn = (ids: ReadonlySet<string>): EntityId[] => [...ids] as EntityId[];

/** Those that are ticked, as the host is told. */
export const meantParams = ({ pick, filter }: Meant): object =>
  pick.mode === 'some' ? { ids: idsIn(pick.ids) } : { filter, without: idsIn(pick.without) };

async function allIds({ query }: Client, { pick, filter }: Meant): Promise<Result<readonly EntityId[]>> {
  if (pick.mode === 'some') return { ok: true, value: idsIn(pick.ids) };
  const answer = await query('asset-ids', filter);
  if (!answer.ok) return answer;
  return { ok: true, value: answer.value.ids.filter((id) => !pick.without.has(id)) };
}

export type BulkEnd = {
  readonly changed: number;
  /** Of those that were not changed, the first why. */
  readonly refusal: Refusal | null;
};

type Hands = {
  readonly client: Client;
  readonly onProgress: (share: number) => void;
  readonly isStopped: () => boolean;
};

/** What was done before a refusal stays done, and is said. */
export async function doBulk({ meant, edit, from }: Bulk, hands: Hands): Promise<BulkEnd> {
  const { client, onProgress, isStopped } = hands;
  const ids = await allIds(client, meant);
  if (!ids.ok) return { changed: 0, refusal: ids.refusal };
  let changed = 0;
  for (let begin = 0; begin < ids.value.length && !isStopped(); begin += stepSize) {
    const step = ids.value.slice(begin, begin + stepSize);
    const plan = await client.query('asset-edit', { ids: step, edit, from: from + begin, limit: stepSize });
    if (!plan.ok) return { changed, refusal: plan.refusal };
    const { changes } = plan.value;
    if (changes.length > 0) {
      const done = await client.execute({ type: 'inventory.change-many', changes });
      if (!done.ok) return { changed, refusal: done.refusal };
      changed += changes.length;
    }
    onProgress(Math.min(1, (begin + step.length) / ids.value.length));
  }
  return { changed, refusal: null };
}
