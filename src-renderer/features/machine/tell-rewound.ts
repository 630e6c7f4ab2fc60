import { query } from '../../data/client.ts';
import { text } from '../../text/text.ts';
import { showToast } from '../../ui/toasts.ts';

/** After the lab went back in time: what did not go with it. */
export async function tellRewound(): Promise<void> {
  const answer = await query('engine', {});
  if (!answer.ok) return;
  const names = answer.value.machines.filter(({ state }) => state !== 'stopped').map(({ name }) => name);
  if (names.length === 0) return;
  showToast({ kind: 'done', title: text().backing.rewound(names.join(', ')), hint: null });
}
