import type { EditView } from '../../../sim/contract/edits.ts';
import { perform } from '../../app/perform.ts';
import { text } from '../../text/text.ts';
import { showToast } from '../../ui/toasts.ts';
import { editTitle } from './edit-words.ts';

/** Without an edit, the host takes this page's own next one. */
export async function walkEdit(way: 'undo' | 'redo', edit: EditView | null): Promise<void> {
  const receipt = await perform({
    type: `edit.${way}`,
    ...(edit === null ? {} : { edit: edit.id }),
  });
  if (receipt === null || !('ids' in receipt)) return;
  const words = text().edits;
  // Not among those that were looked at: the receipt has only its id.
  const title = edit === null ? (receipt.ids[0] ?? '') : editTitle(words, edit.what);
  const back = way === 'undo' ? 'redo' : 'undo';
  showToast({
    kind: 'done',
    title: way === 'undo' ? words.undone(title) : words.redone(title),
    hint: null,
    ...(edit === null ? {} : { action: { label: words[back], run: () => void walkEdit(back, edit) } }),
  });
}
