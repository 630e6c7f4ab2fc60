/** The topology in all its faces, from its props alone. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { TopologyLayer } from '../../canvas/topology/layer-graphs.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { ContextMenu, type MenuItem } from '../../ui/menu.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorState, Skeleton, StaleNote } from '../../ui/states.tsx';
import { Switch } from '../../ui/switch.tsx';
import type { FloorFaceState } from '../floor/floor-face.ts';
import { LayerBar } from './layer-bar.tsx';
import type { TopologyCanvasProps } from './canvas-props.ts';
import { TopologyCanvas } from './topology-canvas.tsx';
import { TopologyList } from './topology-list.tsx';
import type { LayerGap } from './use-scene.ts';

export type TopologyViewProps = Omit<TopologyCanvasProps, 'onMenuFor'> & {
  readonly state: FloorFaceState;
  readonly gap: LayerGap | null;
  readonly loose: number;
  readonly left: number;
  readonly search: ReactNode;
  readonly menu: ReactNode;
  readonly impactPanel: ReactNode;
  readonly showsPower: boolean;
  readonly onPower: (showsPower: boolean) => void;
  readonly showsImpact: boolean;
  readonly onImpact: (showsImpact: boolean) => void;
  readonly isList: boolean;
  readonly onList: (isList: boolean) => void;
  readonly onLayer: (layer: TopologyLayer) => void;
  readonly onArrange: (isArranging: boolean) => void;
  readonly menuOf: (id: EntityId) => readonly MenuItem[];
  readonly onLabs: () => void;
  readonly onRetry: () => void;
};

function Drawing(props: TopologyViewProps): ReactNode {
  const [menuFor, setMenuFor] = useState<EntityId | null>(null);
  const words = useText().topology;
  const { gap, isList, layer, loose, left } = props;
  if (gap !== null) return <EmptyState text={words.none[gap]} />;
  return (
    <>
      {layer === 'network' && (
        <p className="border-b px-3 py-1 text-12 text-text-2">
          {words.byRack} {loose > 0 && words.unconnected(loose)}
        </p>
      )}
      {layer === 'virtual' && !isList && (
        <p className="border-b px-3 py-1 text-12 text-text-2">{words.dragHint}</p>
      )}
      {left > 0 && (
        <p role="status" className="border-b px-3 py-1 text-12 text-text-2">
          {words.machinesLeft(left)}
        </p>
      )}
      {isList ? (
        <TopologyList {...props} />
      ) : (
        <div className="relative min-h-48 flex-1 overflow-hidden">
          <ContextMenu sections={[{ items: menuFor === null ? [] : props.menuOf(menuFor) }]}>
            <div className="absolute inset-0">
              <TopologyCanvas {...props} onMenuFor={setMenuFor} />
            </div>
          </ContextMenu>
          {props.impactPanel}
        </div>
      )}
    </>
  );
}

function Face(props: TopologyViewProps): ReactNode {
  const words = useText().topology.faces;
  const { state, nodes, layer } = props;
  if (state.face === 'loading') return <Skeleton className="m-3 flex-1" label={words.loading} />;
  if (state.face === 'error') {
    return (
      <ErrorState what={words.failed} refusal={state.refusal} still={words.still} onRetry={props.onRetry} />
    );
  }
  if (nodes.length === 0 && layer === 'physical') {
    return <EmptyState text={words.empty} action={<Button onClick={props.onLabs}>{words.openLab}</Button>} />;
  }
  return (
    <>
      {state.isLost && <StaleNote text={words.stale} onRetry={props.onRetry} />}
      <Drawing {...props} />
    </>
  );
}

function Tools(props: TopologyViewProps): ReactNode {
  const words = useText().topology;
  return (
    <div className="flex flex-wrap items-center justify-end gap-x-3 gap-y-1">
      <LayerBar layer={props.layer} onLayer={props.onLayer} />
      {props.layer === 'physical' && (
        <Switch label={words.powerLinks} isOn={props.showsPower} onChange={props.onPower} />
      )}
      <Switch label={words.impact} isOn={props.showsImpact} onChange={props.onImpact} />
      <Switch label={words.arrange} isOn={props.isArranging} onChange={props.onArrange} />
      <Switch label={words.asList} isOn={props.isList} onChange={props.onList} />
      {props.search}
      {props.menu}
    </div>
  );
}

export function TopologyView(props: TopologyViewProps): ReactNode {
  const words = useText().topology;
  return (
    <div className="flex min-h-0 flex-1 flex-col p-3">
      <h1 className="sr-only">{words.title}</h1>
      <Panel
        title={words.title}
        note={props.nodes.length === 0 ? '' : words.inSight(props.nodes.length)}
        className="flex-1"
        tools={<Tools {...props} />}
      >
        <Face {...props} />
      </Panel>
    </div>
  );
}
