/** The topology in all its faces, from its props alone. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { Button } from '../../ui/button.tsx';
import { ContextMenu, type MenuItem } from '../../ui/menu.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorState, Skeleton, StaleNote } from '../../ui/states.tsx';
import { Switch } from '../../ui/switch.tsx';
import type { FloorFaceState } from '../floor/floor-face.ts';
import { TopologyCanvas, type TopologyCanvasProps } from './topology-canvas.tsx';

export type TopologyViewProps = Omit<TopologyCanvasProps, 'onMenuFor'> & {
  readonly state: FloorFaceState;
  readonly search: ReactNode;
  readonly showsPower: boolean;
  readonly onPower: (showsPower: boolean) => void;
  readonly menuOf: (id: EntityId) => readonly MenuItem[];
  readonly onLabs: () => void;
  readonly onRetry: () => void;
};

function Face(props: TopologyViewProps): ReactNode {
  const { state, nodes } = props;
  const [menuFor, setMenuFor] = useState<EntityId | null>(null);
  if (state.face === 'loading') return <Skeleton className="m-3 flex-1" label="Loading the topology" />;
  if (state.face === 'error') {
    return (
      <ErrorState
        what="The topology cannot be shown"
        refusal={state.refusal}
        still="The lab itself goes on; labs and the API are still there."
        onRetry={props.onRetry}
      />
    );
  }
  if (nodes.length === 0) {
    return (
      <EmptyState
        text="This lab has no sites yet."
        action={<Button onClick={props.onLabs}>Open another lab</Button>}
      />
    );
  }
  return (
    <>
      {state.isLost && (
        <StaleNote text="The line to the lab is lost; this is how it last was" onRetry={props.onRetry} />
      )}
      <div className="relative min-h-48 flex-1 overflow-hidden">
        <ContextMenu sections={[{ items: menuFor === null ? [] : props.menuOf(menuFor) }]}>
          <div className="absolute inset-0">
            <TopologyCanvas {...props} onMenuFor={setMenuFor} />
          </div>
        </ContextMenu>
      </div>
    </>
  );
}

export const TopologyView = (props: TopologyViewProps): ReactNode => (
  <div className="flex min-h-0 flex-1 flex-col p-3">
    <h1 className="sr-only">Topology</h1>
    <Panel
      title="Topology"
      note={props.nodes.length === 0 ? '' : `${props.nodes.length} in sight`}
      className="flex-1"
      tools={
        <>
          <Switch label="Power links" isOn={props.showsPower} onChange={props.onPower} />
          {props.search}
        </>
      }
    >
      <Face {...props} />
    </Panel>
  </div>
);
