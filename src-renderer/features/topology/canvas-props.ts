import type { EntityId } from '../../../sim/contract/ids.ts';
import type { RackMark } from '../../canvas/floor/mark-cells.ts';
import type { Impact, ImpactSide } from '../../canvas/topology/impact.ts';
import type { Layered } from '../../canvas/topology/layered.ts';
import type { TopologyLayer } from '../../canvas/topology/layer-graphs.ts';
import type { TopologyEdge, TopologyNode, TopologyThing } from '../../canvas/topology/topology-graph.ts';
import type { Place } from '../../canvas/topology/tidy-tree.ts';
import type { NodeReading } from './thing-node.tsx';

/** What the drawing is made of, and what it tells back. */
export type TopologyCanvasProps = {
  readonly layer: TopologyLayer;
  readonly nodes: readonly TopologyNode[];
  /** Of the physical layer only what it adds to the tree, for what is in sight of it. */
  readonly powerEdges: (visible: ReadonlySet<EntityId>) => readonly TopologyEdge[];
  /** All lines of a layered drawing. */
  readonly edges: readonly TopologyEdge[];
  /** Null where it is drawn as a tree. */
  readonly laid: Layered | null;
  /** With what was moved by hand. */
  readonly places: ReadonlyMap<string, Place>;
  readonly marks: ReadonlyMap<EntityId, RackMark>;
  readonly readingOf: (entity: TopologyThing) => NodeReading | null;
  readonly selected: EntityId | null;
  readonly impact: Impact | null;
  readonly sideOf: (id: EntityId) => ImpactSide | null;
  readonly isArranging: boolean;
  readonly onMove: (id: EntityId, place: Place) => void;
  readonly fitTurn: number;
  readonly onSelect: (id: EntityId | null) => void;
  readonly onToggle: (id: EntityId, isExpanded: boolean) => void;
  readonly onMenuFor: (id: EntityId | null) => void;
};
