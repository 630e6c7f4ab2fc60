/** One machine, blade or host at an address of its own: `/machine?id=vm-12&tab=files`. */
import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useSelection } from '../../app/selection.ts';
import { useQuery } from '../../data/client.ts';
import type { QueryState } from '../../data/client.ts';
import { nameOfEntity, useWorld } from '../../data/world.ts';
import { BackingTab } from './backing-tab.tsx';
import { EventsTab } from './events-tab.tsx';
import { FilesTab } from './files-tab.tsx';
import type { MachinePage } from './machine-page.ts';
import { machineTabs } from './machine-page.ts';
import type { MachineTab } from './machine-page.ts';
import { MachineTools } from './machine-tools.tsx';
import { MachineView } from './machine-view.tsx';
import { PerformanceTab } from './performance-tab.tsx';
import { ProcessesTab } from './processes-tab.tsx';
import { RelationsTab } from './relations-tab.tsx';
import { SnapshotsTab } from './snapshots-tab.tsx';
import { SummaryTab } from './summary-tab.tsx';
import { TaskStrip } from './task-strip.tsx';

/** Wall milliseconds. */
const renew = 3000;

type Asked = QueryState<MachinePage>;

const isNone = ({ refusal }: Asked): boolean =>
  refusal?.code === 'unknown-entity' || refusal?.code === 'wrong-kind' || refusal?.code === 'invalid-input';

/** Asked again when the lab changed: at once, not with the next round. */
function useMachine(id: EntityId): QueryState<MachinePage | 'none'> {
  const layout = useWorld((state) => state.layout);
  const state = useQuery('machine', { id }, { every: renew });
  const seen = useRef(layout);
  const { retry } = state;
  useEffect(() => {
    if (seen.current === layout) return;
    seen.current = layout;
    retry();
  }, [layout, retry]);
  return isNone(state) ? { ...state, data: 'none', phase: 'ready', refusal: null } : state;
}

export function MachineScreen(): ReactNode {
  const [params] = useSearchParams();
  const id = (params.get('id') ?? '') as EntityId;
  return <Machine key={id} id={id} />;
}

function Machine({ id }: { readonly id: EntityId }): ReactNode {
  const state = useMachine(id);
  const [search, setSearch] = useSearchParams();
  const select = useSelection((selection) => selection.select);
  const tab = machineTabs.find((one) => one === search.get('tab')) ?? 'summary';
  const onTab = (next: MachineTab): void =>
    setSearch(
      (last) => {
        const to = new URLSearchParams(last);
        if (next === 'summary') to.delete('tab');
        else to.set('tab', next);
        return to;
      },
      { replace: true },
    );
  return (
    <MachineView
      state={state}
      tab={tab}
      onTab={onTab}
      renderTools={(page) => <MachineTools page={page} />}
      tasks={<TaskStrip target={id} />}
      renderContent={(page) => <Content tab={tab} page={page} onSelect={select} />}
    />
  );
}

type ContentProps = {
  readonly tab: MachineTab;
  readonly page: MachinePage;
  readonly onSelect: (id: EntityId) => void;
};

function Content({ tab, page, onSelect }: ContentProps): ReactNode {
  const { id } = page.row;
  const epoch = useWorld((world) => world.status?.clock.epoch ?? 0);
  switch (tab) {
    case 'summary':
      return <SummaryTab page={page} onSelect={onSelect} />;
    case 'performance':
      return <PerformanceTab id={id} isOn={page.row.power === 'on'} kind={page.row.kind} />;
    case 'snapshots':
      return <SnapshotsTab page={page} />;
    case 'events':
      return (
        <EventsTab
          page={page}
          epoch={epoch}
          nameOf={(one) => (one === id ? page.row.name : nameOfEntity(one))}
        />
      );
    case 'files':
      return <FilesTab row={page.row} />;
    case 'processes':
      return <ProcessesTab row={page.row} />;
    case 'relations':
      return <RelationsTab page={page} onSelect={onSelect} />;
    case 'backing':
      return <BackingTab page={page} />;
    default:
      return tab satisfies never;
  }
}
