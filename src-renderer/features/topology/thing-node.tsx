import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo } from 'react';
import type { ReactNode } from 'react';
import type { Entity, Metric } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { RackMark } from '../../canvas/floor/mark-cells.ts';
import { classNames } from '../../ui/class-names.ts';
import { LiveState } from '../../ui/live-state.tsx';
import { LiveValue } from '../../ui/live-value.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { kindIcons } from './kind-icons.table.ts';

export const nodeSize = { width: 196, height: 36 } as const;

/** A rack's inlet, or the state of a unit. */
export type NodeReading = { readonly sensor: EntityId; readonly metric: Metric };

export type ThingNodeData = {
  readonly entity: Entity;
  readonly contents: string | null;
  readonly isExpanded: boolean;
  readonly mark: RackMark | null;
  /** The one reading that is written on the node. */
  readonly reading: NodeReading | null;
  readonly isSelected: boolean;
  readonly isCursor: boolean;
  /** Seen from afar: only what can be read then. */
  readonly isFar: boolean;
  readonly onToggle: (id: EntityId) => void;
};
export type ThingFlowNode = Node<ThingNodeData, 'thing'>;

function Note({ data }: { readonly data: ThingNodeData }): ReactNode {
  const { entity, contents, mark, reading, isFar } = data;
  // Beside an alarm's mark the word needs no shape of its own.
  if (reading?.metric === 'state' && mark === null && !isFar)
    return <LiveState sensor={reading.sensor} className="max-w-24 shrink-0 text-11 text-text-3" />;
  if (reading !== null && !isFar) return <LiveValue {...reading} className="text-11 text-text-2" />;
  if (entity.kind === 'device')
    return <span className="truncate text-11 text-text-3">U{entity.spec.slot.position}</span>;
  if (contents === null || contents === '') return null;
  return (
    <span
      className={classNames(
        'rounded-sm bg-hover px-1.5 whitespace-nowrap text-text-2',
        isFar ? 'text-14' : 'text-11',
      )}
    >
      {contents}
    </span>
  );
}

function Thing({ data }: NodeProps<ThingFlowNode>): ReactNode {
  const { entity, mark, contents, isExpanded, isSelected, isCursor, isFar } = data;
  const Icon = kindIcons[entity.kind];
  const Chevron = isExpanded ? ChevronDown : ChevronRight;
  return (
    <div
      style={nodeSize}
      className={classNames(
        'flex items-center gap-1.5 rounded-md border bg-raised pr-2 pl-2 text-12',
        isSelected ? 'border-text' : mark === null ? 'border-line' : 'border-line-strong',
        isSelected && 'outline outline-text',
        isCursor && !isSelected && 'outline-2 outline-offset-1 outline-accent',
      )}
    >
      <Handle type="target" position={Position.Left} isConnectable={false} className="invisible" />
      <Icon aria-hidden size={14} className="shrink-0 text-text-3" />
      <span
        className={classNames('min-w-0 flex-1 truncate', isFar ? 'text-16 font-semibold' : 'font-medium')}
      >
        {entity.name}
      </span>
      <Note data={data} />
      {mark !== null && <StatusMark kind={mark.severity} isUnacknowledged={!mark.acknowledged} size={12} />}
      {contents !== null && (
        <button
          type="button"
          tabIndex={-1}
          aria-label={`${isExpanded ? 'Fold' : 'Unfold'} ${entity.name}`}
          aria-expanded={isExpanded}
          onClick={(event) => {
            event.stopPropagation();
            data.onToggle(entity.id);
          }}
          className="nodrag nopan -mr-1.5 grid size-6 shrink-0 place-items-center rounded-sm text-text-3 hover:bg-hover hover:text-text"
        >
          <Chevron aria-hidden size={14} />
        </button>
      )}
      <Handle type="source" position={Position.Right} isConnectable={false} className="invisible" />
    </div>
  );
}

export const ThingNode = memo(Thing);
