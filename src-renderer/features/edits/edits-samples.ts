import type { EditView, EditWhat } from '../../../sim/contract/edits.ts';
import type { EditId } from '../../../sim/contract/ids.ts';
import { sampleNow } from '../states/samples.ts';

const here = { origin: 'ui', name: 'local' } as const;
const anna = { origin: 'cli', name: 'anna' } as const;

type Made = readonly [what: Partial<EditWhat> & Pick<EditWhat, 'verb'>, more?: Partial<EditView>];

const made: readonly Made[] = [
  [
    { verb: 'move', kind: 'rack', name: 'B03', things: 1 },
    { state: 'undone', undoneBy: here, turn: 'next' },
  ],
  [{ verb: 'create', kind: 'device', things: 12 }, { turn: 'next' }],
  [
    { verb: 'change', kind: 'crac', name: 'CRAC-02', things: 1 },
    { by: anna, turn: 'next' },
  ],
  [
    { verb: 'change', kind: 'crac', name: 'CRAC-02', things: 1 },
    {
      refusal: {
        code: 'changed-since',
        message: 'crac CRAC-02 (crac-2) was changed since by anna (Change crac CRAC-02, edit-5)',
        hint: 'Undo edit-5 first.',
      },
    },
  ],
  [{ verb: 'remove', kind: 'rack', name: 'B07', things: 15 }],
  [{ verb: 'rename-lab', to: 'Training room' }],
  [{ verb: 'to-hardware', kind: 'room', name: 'Room 1', things: 4 }],
];

const minute = 60_000;

export const sampleEdits: readonly EditView[] = made.map(([what, more], at) => ({
  id: `edit-${made.length - at}` as EditId,
  by: here,
  command: 'inventory.change',
  what: { kind: null, name: '', to: null, things: 0, ...what },
  title: '',
  tick: (86_400 - at * 60) as EditView['tick'],
  at: (sampleNow - (at + 1) * minute) as EditView['at'],
  state: 'done',
  undoneBy: null,
  turn: 'later',
  judged: 'whole',
  refusal: null,
  ...more,
}));
