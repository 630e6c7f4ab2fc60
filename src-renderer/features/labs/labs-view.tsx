import type { ReactNode } from 'react';
import type { BranchId, LabId } from '../../../sim/contract/ids.ts';
import type { Operation } from '../../../sim/contract/operations.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import type { QueryState } from '../../data/client.ts';
import { Face } from '../../ui/face.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { BranchTree } from './branch-tree.tsx';
import { LabList } from './lab-list.tsx';
import { OperationList } from './operation-list.tsx';
import { TimeLine } from './time-line.tsx';

export type LabsTab = 'labs' | 'history';

export type LabsViewProps = {
  readonly tab: LabsTab;
  readonly onTab: (tab: LabsTab) => void;
  readonly labs: QueryState<QueryAnswer<'labs'>>;
  readonly events: QueryState<QueryAnswer<'events'>>;
  readonly branches: QueryState<QueryAnswer<'branches'>>;
  readonly operations: readonly Operation[];
  readonly epoch: number;
  readonly head: number;
  readonly nameOf: (id: string) => string;
  readonly onOpen: (id: LabId) => void;
  readonly onDelete: (id: LabId) => void;
  readonly onRepair: (id: LabId) => void;
  readonly onBranch: (id: BranchId) => void;
  readonly onRewind: (tick: number) => void;
  /** New, import, export, save as. */
  readonly tools: ReactNode;
  readonly newLab: ReactNode;
};

function LabsTabBody(props: LabsViewProps): ReactNode {
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <OperationList operations={props.operations} />
      <Face state={props.labs} what="The labs on this machine" still="The lab that is open goes on.">
        {({ items, directory }) => (
          <>
            <LabList
              labs={items}
              onOpen={props.onOpen}
              onDelete={props.onDelete}
              onRepair={props.onRepair}
              newLab={props.newLab}
            />
            <p className="mt-auto border-t px-3 py-2 text-12 text-text-3">
              Kept in <code className="font-mono select-all">{directory}</code>
            </p>
          </>
        )}
      </Face>
    </div>
  );
}

function HistoryTabBody(props: LabsViewProps): ReactNode {
  return (
    <div className="grid min-h-0 flex-1 grid-rows-[minmax(0,1fr)_auto] gap-3 p-3">
      <Panel title="Time line" note="of this branch">
        <Face state={props.events} what="The story of this lab">
          {({ items }) => (
            <TimeLine
              events={items}
              epoch={props.epoch}
              head={props.head}
              nameOf={props.nameOf}
              onRewind={props.onRewind}
            />
          )}
        </Face>
      </Panel>
      <Panel title="Branches" note="each a story of its own" className="max-h-64">
        <Face state={props.branches} what="The branches of this lab">
          {({ items }) => (
            <div className="overflow-y-auto py-1">
              <BranchTree branches={items} epoch={props.epoch} onOpen={props.onBranch} />
            </div>
          )}
        </Face>
      </Panel>
    </div>
  );
}

export function LabsView(props: LabsViewProps): ReactNode {
  return (
    <section aria-label="Labs" className="m-3 flex min-h-0 flex-1 flex-col rounded-lg border bg-surface">
      <h1 className="sr-only">Labs</h1>
      <Tabs
        label="Labs"
        value={props.tab}
        onChange={(tab) => props.onTab(tab === 'history' ? 'history' : 'labs')}
        tools={props.tools}
        tabs={[
          { id: 'labs', title: 'Labs', content: <LabsTabBody {...props} /> },
          { id: 'history', title: 'History', content: <HistoryTabBody {...props} /> },
        ]}
      />
    </section>
  );
}
