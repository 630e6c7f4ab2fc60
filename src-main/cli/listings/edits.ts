import type { EditView } from '../../../sim/contract/edits.ts';
import { labTime } from '../lab-time.ts';
import { listing, onEvents } from './listing.ts';

export const editListing = listing<EditView>({
  name: 'edits',
  singular: 'edit',
  summary: 'What was changed in the lab by whom, newest first, and whether it may be undone now',
  narrowings: ['limit'],
  columns: [
    { title: 'ID', cell: ({ id }) => id },
    { title: 'TIME', cell: ({ at }) => labTime(at) },
    { title: 'BY', atLeast: 18, cell: ({ by }) => ({ text: `${by.origin}/${by.name}`, tone: 'quiet' }) },
    { title: 'WHAT', atLeast: 40, cell: ({ title }) => title },
    { title: 'STATE', cell: ({ state }) => (state === 'done' ? { text: state, tone: 'quiet' } : state) },
    { title: 'NOW', cell: mayNow },
    { title: 'UNDONE BY', wide: true, cell: ({ undoneBy }) => undoneBy?.name ?? '' },
    { title: 'COMMAND', wide: true, cell: ({ command }) => command },
  ],
  rows: async ({ client }, { limit }) => {
    const edits = await client.query('edits', limit === undefined ? {} : { limit });
    return edits.ok ? { ok: true, value: edits.value.items } : edits;
  },
  of: (edit) => ({
    reference: edit.id,
    id: edit.id,
    value: { ...edit, at: new Date(edit.at).toISOString() },
  }),
  watch: onEvents('edit'),
});

function mayNow({ state, refusal, judged }: EditView): string {
  if (refusal !== null) return refusal.message;
  const may = state === 'done' ? 'may be undone' : 'may be redone';
  return judged === 'whole' ? may : `${may}, if places and names are free`;
}
