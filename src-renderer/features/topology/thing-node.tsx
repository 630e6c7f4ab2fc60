import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { ChevronDown, ChevronRight, CornerDownRight, CornerLeftUp } from 'lucide-react';
import { memo } from 'react';
import type { ReactNode } from 'react';
import type { Metric } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { RackMark } from '../../canvas/floor/mark-cells.ts';
import type { ImpactSide } from '../../canvas/topology/impact.ts';
import type { TopologyThing } from '../../canvas/topology/topology-graph.ts';
import { useText } from '../../text/text.ts';
import { classNames } from '../../ui/class-names.ts';
import { LiveState } from '../../ui/live-state.tsx';
import { LiveValue } from '../../ui/live-value.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { useMachineDrag } from '../machines/machine-drag.ts';
import { kindIcons } from './kind-icons.table.ts';

export const nodeSize = { width: 196, height: 36 } as const;

/** A rack's inlet, or the state of a unit. */
export type NodeReading = { readonly sensor: EntityId; readonly metric: Metric };

/** What can be read: everything, names, or only that something stands there. */
export type DetailLevel = 'near' | 'far' | 'speck';

export type ThingNodeData = {
  readonly entity: TopologyThing;
  readonly contents: string | null;
  readonly note: string | null;
  readonly isExpanded: boolean;
  readonly mark: RackMark | null;
  /** The one reading that is written on the node. */
  readonly reading: NodeReading | null;
  readonly isSelected: boolean;
  readonly isCursor: boolean;
  readonly level: DetailLevel;
  /** Null where nothing is followed up and down. */
  readonly side: ImpactSide | null;
  /** Whether machines may be dragged here, onto where they shall run or lie. */
  readonly canMigrate: boolean;
  readonly onToggle: (id: EntityId) => void;
};
export type ThingFlowNode = Node<ThingNodeData, 'thing'>;

function Note({ data }: { readonly data: ThingNodeData }): ReactNode {
  const { contents, note, mark, reading, level } = data;
  const isFar = level === 'far';
  // Beside an alarm's mark the word needs no shape of its own.
  if (reading?.metric === 'state' && mark === null && !isFar)
    return <LiveState sensor={reading.sensor} className="max-w-24 shrink-0 text-11 text-text-3" />;
  if (reading !== null && !isFar) return <LiveValue {...reading} className="text-11 text-text-2" />;
  if (contents === null)
    return note === null ? null : <span className="shrink-0 text-11 text-text-3">{note}</span>;
  if (contents === '') return null;
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

const edgeLook = {
  self: 'border-text',
  upstream: 'border-accent border-l-4',
  downstream: 'border-accent border-dashed border-r-4',
  apart: 'border-line',
} as const satisfies Record<ImpactSide, string>;

function borderOf({ side, isSelected, mark }: ThingNodeData): string {
  if (isSelected) return 'border-text outline outline-text';
  if (side !== null) return edgeLook[side];
  return mark === null ? 'border-line' : 'border-line-strong';
}

/** A speck is seen by its ground alone. */
function groundOf({ level, side }: ThingNodeData): string {
  if (level !== 'speck') return side === 'apart' ? 'bg-surface' : 'bg-raised';
  const isFollowed = side === 'upstream' || side === 'downstream';
  return classNames(
    'justify-center border-2',
    isFollowed ? 'bg-accent' : side === 'apart' ? 'bg-line' : 'bg-line-strong',
  );
}

function Side({ side }: { readonly side: ImpactSide | null }): ReactNode {
  const words = useText().topology.canvas;
  if (side !== 'upstream' && side !== 'downstream') return null;
  const Icon = side === 'upstream' ? CornerLeftUp : CornerDownRight;
  return (
    <span title={words[side]} className="shrink-0 text-accent">
      <Icon aria-hidden size={12} />
      <span className="sr-only">{words[side]}</span>
    </span>
  );
}

function Fold({ data }: { readonly data: ThingNodeData }): ReactNode {
  const words = useText().topology.canvas;
  const { entity, contents, isExpanded } = data;
  if (contents === null) return null;
  const Chevron = isExpanded ? ChevronDown : ChevronRight;
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={isExpanded ? words.fold(entity.name) : words.unfold(entity.name)}
      aria-expanded={isExpanded}
      onClick={(event) => {
        event.stopPropagation();
        data.onToggle(entity.id);
      }}
      className="nodrag nopan -mr-1.5 grid size-6 shrink-0 place-items-center rounded-sm text-text-3 hover:bg-hover hover:text-text"
    >
      <Chevron aria-hidden size={14} />
    </button>
  );
}

function Inside({ data }: { readonly data: ThingNodeData }): ReactNode {
  const { entity, mark, level, side, note, contents } = data;
  if (level === 'speck')
    return mark === null ? null : (
      <StatusMark kind={mark.severity} isUnacknowledged={!mark.acknowledged} size={28} />
    );
  const Icon = kindIcons[entity.kind];
  return (
    <>
      <Icon aria-hidden size={14} className="shrink-0 text-text-3" />
      <span
        className={classNames(
          'min-w-0 flex-1 truncate',
          level === 'far' ? 'text-16 font-semibold' : 'font-medium',
          side === 'apart' && 'text-text-3',
        )}
      >
        {entity.name}
        {/* Beside what it holds there is no room for it. */}
        {note !== null && contents !== null && level === 'near' && (
          <span className="block truncate text-11 leading-3.5 font-normal text-text-3">{note}</span>
        )}
      </span>
      <Side side={side} />
      <Note data={data} />
      {mark !== null && <StatusMark kind={mark.severity} isUnacknowledged={!mark.acknowledged} size={12} />}
      <Fold data={data} />
    </>
  );
}

function Thing({ data }: NodeProps<ThingFlowNode>): ReactNode {
  // A machine is dragged onto a host or a datastore, while the drawing itself is not being arranged.
  const { props, isDraggable, isOver } = useMachineDrag(data.canMigrate ? data.entity : null);
  return (
    <div
      {...props}
      style={nodeSize}
      className={classNames(
        'flex items-center gap-1.5 rounded-md border pr-2 pl-2 text-12',
        groundOf(data),
        borderOf(data),
        isDraggable && 'nodrag nopan cursor-grab',
        isOver && 'outline-2 outline-offset-1 outline-accent outline-dashed',
        data.isCursor && !data.isSelected && 'outline-2 outline-offset-1 outline-accent',
      )}
    >
      <Handle type="target" position={Position.Left} isConnectable={false} className="invisible" />
      <Inside data={data} />
      <Handle type="source" position={Position.Right} isConnectable={false} className="invisible" />
    </div>
  );
}

export const ThingNode = memo(Thing);
