/** A yes before something is taken out, and the way to a rack by its name. */
import { useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { nameOfEntity } from '../../data/world.ts';
import { useText } from '../../text/text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextInput } from '../../ui/field.tsx';
import { Columns3 } from 'lucide-react';
import { ancestorOf } from '../../data/world.ts';
import type { Inventory } from '../floor/rack-sensors.ts';
import type { Device } from './elevation.ts';
import { racksNamed } from './rack-model.ts';

type RemoveProps = { readonly device: Device; readonly onYes: () => void; readonly onClose: () => void };

export function RemoveDialog({ device, onYes, onClose }: RemoveProps): ReactNode {
  const words = useText().rack.removing;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.title(device.name)}
      footer={
        <>
          <Button onClick={onClose}>{words.leave}</Button>
          <Button look="danger" onClick={onYes}>
            {words.do}
          </Button>
        </>
      }
    >
      <p className="text-13">{words.about(device.name, nameOfEntity(device.parent ?? ''))}</p>
    </Dialog>
  );
}

type FindProps = {
  readonly inventory: Inventory;
  readonly onOpen: (rack: EntityId) => void;
  readonly onAdd: (rack: EntityId) => void;
  readonly onClose: () => void;
};

export function FindDialog({ inventory, onOpen, onAdd, onClose }: FindProps): ReactNode {
  const words = useText().rack;
  const [wanted, setWanted] = useState('');
  const found = racksNamed(inventory, wanted);
  const onKeyDown = (event: KeyboardEvent): void => {
    const [first] = found;
    if (event.key !== 'Enter' || first === undefined) return;
    event.preventDefault();
    if (event.shiftKey) onAdd(first.id);
    else onOpen(first.id);
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={words.find} description={words.findHow}>
      <TextInput
        type="search"
        aria-label={words.findHint}
        placeholder={words.findHint}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <ul className="mt-2 flex max-h-80 flex-col overflow-y-auto">
        {found.map((rack) => (
          <li key={rack.id} className="flex items-center">
            <button
              type="button"
              onClick={() => onOpen(rack.id)}
              className="flex min-h-7 min-w-0 flex-1 items-center gap-3 rounded-sm px-2 text-left text-13 hover:bg-hover"
            >
              <span className="font-medium">{rack.name}</span>
              <span className="truncate text-12 text-text-3">
                {ancestorOf(inventory.entities, rack.id, 'room')?.name}
              </span>
            </button>
            <IconButton icon={Columns3} label={words.add(rack.name)} onClick={() => onAdd(rack.id)} />
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="py-2 text-12 text-text-3">{words.findNone}</p>}
    </Dialog>
  );
}
