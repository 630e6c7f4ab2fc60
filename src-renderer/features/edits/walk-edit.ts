import type { EditView } from '../../../sim/contract/edits.ts';
import { perform } from '../../app/perform.ts';
import { query } from '../../data/client.ts';
import { text } from '../../text/text.ts';
import { showToast } from '../../ui/toasts.ts';
import { editTitle } from './edit-words.ts';

/** The receipt has only its id; it stands among the last ones. */
async function namedBy(id: string): Promise<EditView | null> {
  const last = await query('edits', { limit: 20 });
  return last.ok ? (last.value.items.find((one) => one.id === id) ?? null) : null;
}

/** Without an edit, the host takes this page's own next one. */
export async function walkEdit(way: 'undo' | 'redo', edit: EditView | null): Promise<void> {
  const receipt = await perform({
    type: `edit.${way}`,
    ...(edit === null ? {} : { edit: edit.id }),
  });
  if (receipt === null || !('ids' in receipt)) return;
  const words = text().edits;
  const walked = edit ?? (await namedBy(receipt.ids[0] ?? ''));
  const title = walked === null ? (receipt.ids[0] ?? '') : editTitle(words, walked.what);
  const back = way === 'undo' ? 'redo' : 'undo';
  showToast({
    kind: 'done',
    title: way === 'undo' ? words.undone(title) : words.redone(title),
    hint: null,
    ...(walked === null ? {} : { action: { label: words[back], run: () => void walkEdit(back, walked) } }),
  });
}
