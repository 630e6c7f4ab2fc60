/** What can be done to several at once: removing them, and saying whose they are. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { CommandInput } from '../../../sim/contract/commands.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { perform } from '../../app/perform.ts';
import { useText } from '../../text/text.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import { removeChosen } from './floor-deeds.ts';
import { closeForm, useFloorEdit } from './floor-edit.ts';
import { FloorDialog } from './floor-dialog.tsx';
import { goesAlong } from './new-things.ts';
import type { Inventory } from './rack-sensors.ts';
import { useDevicesAlong } from './use-devices-along.ts';

type ChosenProps = { readonly inventory: Inventory };

export function RemoveForm({ inventory }: ChosenProps): ReactNode {
  const words = useText();
  const chosen = useFloorEdit((state) => state.chosen);
  const ids = [...chosen].filter((id) => inventory.entities.has(id));
  const name = inventory.entities.get(ids[0] ?? ('' as EntityId))?.name ?? '';
  const devices = useDevicesAlong(ids);
  const along = [...goesAlong(inventory, ids), ['device', devices ?? 0] as const]
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => words.floor.removal.amount(count, words.kinds[kind]));
  return (
    <FloorDialog
      title={words.floor.removal.title(ids.length, name)}
      about={along.length === 0 ? words.floor.removal.alone : words.floor.removal.along(along.join(', '))}
      submit={words.floor.removal.confirm}
      keep={words.floor.removal.cancel}
      look="danger"
      refusedBecause={
        ids.length === 0
          ? words.floor.edit.nothingChosen
          : devices === null
            ? words.floor.removal.counting
            : null
      }
      onSubmit={() => removeChosen(ids)}
    >
      {ids.length > 1 && <p className="text-12 text-text-2">{words.floor.removal.together}</p>}
    </FloorDialog>
  );
}

/** All of them in one edit; cards keep what is not named here. */
export function cardChanges(
  inventory: Inventory,
  ids: Iterable<EntityId>,
  card: { readonly owner: string; readonly service: string },
): Extract<CommandInput, { readonly type: 'inventory.change-many' }>['changes'] {
  const said = Object.fromEntries(Object.entries(card).filter(([, value]) => value !== ''));
  return [...ids].flatMap((id) => {
    const rack = inventory.entities.get(id);
    return rack?.kind === 'rack' ? [{ id, spec: { asset: { ...rack.spec.asset, ...said } } }] : [];
  });
}

export function CardForm({ inventory }: ChosenProps): ReactNode {
  const words = useText().floor.chosen;
  const chosen = useFloorEdit((state) => state.chosen);
  const [card, setCard] = useState({ owner: '', service: '' });
  const changes = cardChanges(inventory, chosen, { owner: card.owner.trim(), service: card.service.trim() });
  const isEmpty = card.owner.trim() === '' && card.service.trim() === '';
  const save = async (): Promise<void> => {
    const done = await perform({ type: 'inventory.change-many', changes }, words.saved(changes.length));
    if (done !== null) closeForm();
  };
  return (
    <FloorDialog
      title={words.cardTitle(changes.length)}
      about={words.cardAbout}
      submit={words.save}
      refusedBecause={changes.length === 0 ? words.unfit : isEmpty ? words.nothing : null}
      onSubmit={save}
    >
      {(['owner', 'service'] as const).map((part) => (
        <Field key={part} label={words[part]}>
          {(ids) => (
            <TextInput
              {...ids}
              maxLength={120}
              value={card[part]}
              onChange={(event) => setCard((last) => ({ ...last, [part]: event.target.value }))}
            />
          )}
        </Field>
      ))}
    </FloorDialog>
  );
}
