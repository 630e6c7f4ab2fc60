import type { ReactNode } from 'react';
import type { BranchId, LabId } from '../../../sim/contract/ids.ts';
import type { Operation } from '../../../sim/contract/operations.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
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
  const words = useText().labs;
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <OperationList operations={props.operations} />
      <Face state={props.labs} {...words.labsFace}>
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
              {words.keptIn(
                <code key="directory" className="font-mono select-all">
                  {directory}
                </code>,
              )}
            </p>
          </>
        )}
      </Face>
    </div>
  );
}

function HistoryTabBody(props: LabsViewProps): ReactNode {
  const { timeLine, branches } = useText().labs;
  return (
    <div className="grid min-h-0 flex-1 grid-rows-[minmax(18rem,1fr)_auto] gap-3 overflow-y-auto p-3">
      <Panel title={timeLine.title} note={timeLine.note}>
        <Face state={props.events} what={timeLine.what}>
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
      <Panel title={branches.title} note={branches.note} className="max-h-64">
        <Face state={props.branches} what={branches.what}>
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
  const words = useText().labs;
  return (
    <section
      aria-label={words.title}
      className="m-3 flex min-h-0 flex-1 flex-col rounded-lg border bg-surface"
    >
      <h1 className="sr-only">{words.title}</h1>
      <Tabs
        label={words.title}
        value={props.tab}
        onChange={(tab) => props.onTab(tab === 'history' ? 'history' : 'labs')}
        tools={props.tools}
        tabs={[
          { id: 'labs', title: words.tabs.labs, content: <LabsTabBody {...props} /> },
          { id: 'history', title: words.tabs.history, content: <HistoryTabBody {...props} /> },
        ]}
      />
    </section>
  );
}
