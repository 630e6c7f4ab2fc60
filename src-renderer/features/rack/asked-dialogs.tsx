/** The dialog that is open, if any. */
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Inventory } from '../floor/rack-sensors.ts';
import { DeviceDialog } from './device-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { removeDevice, showRacks } from './rack-deeds.ts';
import type { RackModel } from './rack-model.ts';
import { dropAsked, useRacks } from './rack-state.ts';
import { modelOf } from './screen-deeds.ts';
import { FindDialog, RemoveDialog } from './small-dialogs.tsx';

export function AskedDialogs({
  models,
  inventory,
}: {
  readonly models: readonly RackModel[];
  readonly inventory: Inventory;
}): ReactNode {
  const asked = useRacks((state) => state.asked);
  const shown = useRacks((state) => state.shown);
  if (asked === null) return null;
  const show = (racks: readonly EntityId[]): void => {
    dropAsked();
    showRacks(racks);
  };
  switch (asked.kind) {
    case 'find':
      return (
        <FindDialog
          inventory={inventory}
          onClose={dropAsked}
          onOpen={(id) => show([id])}
          onAdd={(id) => show([...shown, id])}
        />
      );
    case 'remove':
      return (
        <RemoveDialog
          device={asked.device}
          onClose={dropAsked}
          onYes={() => {
            dropAsked();
            void removeDevice(asked.device);
          }}
        />
      );
    case 'move':
      return <MoveDialog device={asked.device} inventory={inventory} onClose={dropAsked} />;
    case 'edit':
    case 'add': {
      const model =
        asked.kind === 'edit'
          ? modelOf(models, asked.device)
          : models.find(({ rack }) => rack.id === asked.rack);
      if (model === undefined) return null;
      return (
        <DeviceDialog
          model={model}
          wanted={asked.kind === 'edit' ? { device: asked.device } : asked}
          onClose={dropAsked}
        />
      );
    }
    default:
      return asked satisfies never;
  }
}
