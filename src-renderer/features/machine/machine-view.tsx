import { ArrowLeft } from 'lucide-react';
import { Link } from 'react-router';
import type { ReactNode } from 'react';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Face } from '../../ui/face.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { ContainerMark } from './container-mark.tsx';
import { machineTabs, tabsFor } from './machine-page.ts';
import type { MachinePage, MachineTab } from './machine-page.ts';
import { StateMark } from './state-mark.tsx';

type MachineViewProps = {
  /** `none` where there is no such machine, or no more. */
  readonly state: QueryState<MachinePage | 'none'>;
  readonly tab: MachineTab;
  readonly onTab: (tab: MachineTab) => void;
  readonly renderTools: (page: MachinePage) => ReactNode;
  readonly tasks: ReactNode;
  /** Of the tab that is shown. */
  readonly renderContent: (page: MachinePage) => ReactNode;
};

export function MachineView(props: MachineViewProps): ReactNode {
  const words = useText().machine;
  const { state } = props;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="shrink-0 px-3 pt-2">
        <Link
          to="/explorer"
          className="inline-flex min-h-6 items-center gap-1 text-12 text-text-2 hover:text-text"
        >
          <ArrowLeft aria-hidden size={14} /> {words.back}
        </Link>
      </div>
      {(state.data === null || state.data === 'none') && <h1 className="sr-only">{words.what}</h1>}
      <Face state={state} what={words.what} still={words.still}>
        {(page) => (page === 'none' ? <EmptyState text={words.gone} /> : <Full {...props} page={page} />)}
      </Face>
    </div>
  );
}

function Full({
  page,
  tab,
  onTab,
  renderTools,
  tasks,
  renderContent,
}: MachineViewProps & { readonly page: MachinePage }): ReactNode {
  const words = useText();
  const { row, alarms, entity } = page;
  const own = tabsFor(page);
  const shown = own.includes(tab) ? tab : 'summary';
  const snapshots = entity.kind === 'vm' ? entity.spec.snapshots.length : 0;
  return (
    <>
      <header className="flex shrink-0 flex-wrap items-center gap-3 px-3 pb-2">
        <h1 className="min-w-0 truncate text-20 font-semibold">{row.name}</h1>
        <StateMark state={row.power} showWord />
        <span className="text-12 text-text-2">
          {words.kinds[row.kind]}, {row.os}
        </span>
        {row.isTemplate && <span className="text-12 text-text-2">{words.explorer.template}</span>}
        <ContainerMark row={row} look="word" />
        {alarms.length > 0 && <StatusMark kind={worst(alarms)} word={String(alarms.length)} showWord />}
        <span className="ml-auto flex flex-wrap gap-2">{renderTools(page)}</span>
      </header>
      {tasks}
      <Tabs
        label={row.name}
        value={shown}
        onChange={(next) => {
          const found = machineTabs.find((one) => one === next);
          if (found !== undefined) onTab(found);
        }}
        tabs={own.map((id) => ({
          id,
          title: words.machine.tabs[id],
          ...(id === 'snapshots' && snapshots > 0 ? { count: snapshots } : {}),
          content: id === shown ? renderContent(page) : null,
        }))}
      />
    </>
  );
}

const grave = ['critical', 'major', 'minor', 'info'] as const;
const worst = (alarms: MachinePage['alarms']): (typeof grave)[number] =>
  grave.find((severity) => alarms.some((alarm) => alarm.severity === severity)) ?? 'info';
