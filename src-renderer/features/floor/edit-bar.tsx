/** Over the floor while it is edited: what is chosen, how far it is moved, why it may not stand there. */
import { Check, Grid3x3, Plus, RotateCw, Tags, Trash2, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { FloorPlan } from '../../canvas/floor/floor-plan.ts';
import { useWorld } from '../../data/world.ts';
import { useText } from '../../text/text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { numberText } from '../../ui/numbers.ts';
import { Select } from '../../ui/select.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { putDown } from './floor-deeds.ts';
import { openForm, turn, useFloorEdit } from './floor-edit.ts';
import { isMoved, type Snap, type Wanted } from './lift.ts';
import { MoveForm } from './move-form.tsx';
import { problemText } from './problem-text.ts';
import { editRope, newRope } from './rope-deeds.ts';

const signed = (metres: number): string => `${metres > 0 ? '+' : ''}${numberText(metres, 2)}`;

/** Said when it changes: a keyboard user hears why a rack may not stand there. */
function LiftWords({ wanted }: { readonly wanted: readonly Wanted[] }): ReactNode {
  const words = useText().floor.edit;
  const lift = useFloorEdit((state) => state.lift);
  const count = useFloorEdit((state) => state.chosen.size);
  const bad = wanted.filter(({ problem }) => problem !== null);
  const [first] = bad;
  const way =
    lift === null || !isMoved(lift)
      ? null
      : `${words.moved(signed(lift.by.x), signed(lift.by.y))}${lift.turns % 4 === 0 ? '' : `, ${words.turned}`}`;
  return (
    <span
      role="status"
      className="flex min-w-0 items-center gap-x-3 overflow-hidden text-12 whitespace-nowrap"
    >
      {count === 0 ? (
        <span className="text-text-2">{words.hint}</span>
      ) : (
        <span>
          {words.chosen(count)}
          {way !== null && <span className="text-text-2"> {way}</span>}
        </span>
      )}
      {first !== undefined && first.problem !== null && (
        <StatusMark kind="critical" showWord word={problemText(first.name, first.problem)} />
      )}
      {bad.length > 1 && <span className="text-text-2">{words.cannot(bad.length)}</span>}
    </span>
  );
}

function LiftButtons({ plan }: { readonly plan: FloorPlan }): ReactNode {
  const {
    edit: words,
    chosen: { card },
  } = useText().floor;
  const lift = useFloorEdit((state) => state.lift);
  const count = useFloorEdit((state) => state.chosen.size);
  const refusedBecause = count === 0 ? words.nothingChosen : null;
  const notMoved = refusedBecause ?? (lift === null ? words.notMoved : null);
  return (
    <>
      <Button icon={Check} look="primary" refusedBecause={notMoved} onClick={() => void putDown(plan)}>
        {words.putDown}
      </Button>
      <IconButton
        icon={Undo2}
        label={words.discard}
        shortcut="Escape"
        refusedBecause={notMoved}
        onClick={() => useFloorEdit.setState({ lift: null })}
      />
      <IconButton
        icon={RotateCw}
        label={words.rotate}
        shortcut="r"
        refusedBecause={refusedBecause}
        onClick={turn}
      />
      <IconButton icon={Tags} label={card} refusedBecause={refusedBecause} onClick={() => openForm('card')} />
      <IconButton
        icon={Trash2}
        label={words.remove}
        shortcut="Delete"
        refusedBecause={refusedBecause}
        onClick={() => openForm('remove')}
      />
    </>
  );
}

/** Ropes of units are told apart by these. */
function nameOfLeak(id: EntityId, name: string): string {
  const { entities } = useWorld.getState();
  const parent = entities.get(entities.get(id)?.parent ?? ('' as EntityId));
  return parent === undefined ? name : `${parent.name}, ${name}`;
}

export function AddMenu({ plan }: { readonly plan: FloorPlan }): ReactNode {
  const { edit: words, ropes } = useText().floor;
  const items = (['racks', 'unit', 'row', 'room'] as const).map((form) => ({
    id: form,
    title: words[form],
    run: () => openForm(form),
  }));
  const laid = plan.leaks.map(({ id, name }) => ({
    id,
    title: ropes.change(nameOfLeak(id, name)),
    run: () => void editRope(id),
  }));
  const rope = { id: 'rope', title: ropes.menu, run: () => newRope(plan) };
  return (
    <Menu
      sections={[
        { items: [...items, rope] },
        ...(laid.length === 0 ? [] : [{ title: ropes.laid, items: laid }]),
      ]}
    >
      <Button icon={Plus}>{words.add}</Button>
    </Menu>
  );
}

export type EditBarProps = { readonly plan: FloorPlan; readonly wanted: readonly Wanted[] };

export function EditBar({ plan, wanted }: EditBarProps): ReactNode {
  const words = useText().floor.edit;
  const snap = useFloorEdit((state) => state.snap);
  const options = (['fine', 'tile'] as const).map((value) => ({ value, title: words.snaps[value] }));
  return (
    // Two lines of a fixed height: were it to wrap while something is dragged, the plan would move under the hand.
    <section aria-label={words.bar} className="flex flex-col gap-1 border-b bg-bg px-3 py-1.5">
      <div className="flex h-7 items-center gap-2">
        <AddMenu plan={plan} />
        <span className="flex items-center gap-1 text-12 text-text-2">
          <Grid3x3 aria-hidden size={14} />
          <Select<Snap>
            label={words.snap}
            value={snap}
            options={options}
            onChange={(next) => useFloorEdit.setState({ snap: next })}
          />
        </span>
        <span className="ml-auto flex items-center gap-2">
          <LiftButtons plan={plan} />
        </span>
      </div>
      <div className="flex h-7 items-center gap-3">
        <LiftWords wanted={wanted} />
        <span className="ml-auto shrink-0">
          <MoveForm plan={plan} />
        </span>
      </div>
    </section>
  );
}
