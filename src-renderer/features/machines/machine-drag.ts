/** Dragging a machine onto a host or a datastore: what rows, tree items and nodes spread onto their element. */
import { useMemo, useState } from 'react';
import type { DragEvent } from 'react';
import type { Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { openPanel } from '../../app/panels.ts';

/** Of our own: files and texts from elsewhere are not machines. */
const dragType = 'application/x-coldaisle-machine';

type Draggable = { readonly draggable: true; readonly onDragStart: (event: DragEvent) => void };
type Droppable = {
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
};

type MachineDrag = {
  readonly props: Partial<Draggable & Droppable>;
  readonly isDraggable: boolean;
  /** Whether a machine hovers over it now, to be marked. */
  readonly isOver: boolean;
};

const isMachine = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes(dragType);

function draggable(id: string): Draggable {
  return {
    draggable: true,
    onDragStart: (event) => {
      event.stopPropagation();
      event.dataTransfer.setData(dragType, id);
      event.dataTransfer.effectAllowed = 'move';
    },
  };
}

/** The drop asks: the same dialog as the key's, with the destination filled in. */
function droppable(onto: string, setOver: (isOver: boolean) => void): Droppable {
  return {
    onDragOver: (event) => {
      if (!isMachine(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event) => {
      setOver(false);
      if (!isMachine(event)) return;
      event.preventDefault();
      const target = event.dataTransfer.getData(dragType) as EntityId;
      openPanel('machine-migrate', { target, onto: onto as EntityId });
    },
  };
}

const targets: readonly Kind[] = ['host', 'datastore'];

/** Of a virtual machine, or of where one can go; of anything else, and of null, nothing. */
export function useMachineDrag(thing: { readonly id: string; readonly kind: Kind } | null): MachineDrag {
  const [isOver, setOver] = useState(false);
  const { id, kind } = thing ?? { id: '', kind: null };
  return useMemo(() => {
    if (kind === 'vm') return { props: draggable(id), isDraggable: true, isOver: false };
    const isTarget = kind !== null && targets.includes(kind);
    return { props: isTarget ? droppable(id, setOver) : {}, isDraggable: false, isOver };
  }, [id, kind, isOver]);
}
