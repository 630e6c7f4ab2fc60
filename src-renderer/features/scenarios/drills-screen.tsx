import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { DrillRun } from '../../../sim/contract/drills.ts';
import { perform } from '../../app/perform.ts';
import { useSelection } from '../../app/selection.ts';
import { execute, useQuery } from '../../data/client.ts';
import { useWorld } from '../../data/world.ts';
import { labNow } from '../inspector/lab-now.ts';
import { copyText } from '../inspector/thing-actions.ts';
import { alarmsOfDrill, runningDrill } from './drill-facts.ts';
import { hintsShown, nextHint, useHints } from './drill-hints.ts';
import { shownRun } from './drill-history.tsx';
import { DrillsView } from './drills-view.tsx';
import type { DrillListProps } from './drill-list.tsx';
import type { DrillsTab } from './drills-view.tsx';
import { PrintedReport } from './printed-report.tsx';
import { fullNameNow } from './use-runs.ts';
import { useDrillCards } from './use-cards.ts';

const tabs = ['drills', 'running', 'reports'] as const satisfies readonly DrillsTab[];

/** Where one looks: at the drill that runs, and at its report when it has ended. */
export function tabOf(asked: string | null, running: DrillRun | null, hasSeenOne: boolean): DrillsTab {
  const tab = tabs.find((one) => one === asked);
  if (tab !== undefined && tab !== 'running') return tab;
  if (running !== null) return 'running';
  return tab === 'running' || hasSeenOne ? 'reports' : 'drills';
}

/** Whether a drill ran while this screen was open. */
function useHasSeen(running: DrillRun | null): boolean {
  const [hasSeen, setHasSeen] = useState(running !== null);
  if (running !== null && !hasSeen) setHasSeen(true);
  return hasSeen;
}

/** All that rang, also what rang and was over before the page was opened. */
function useDrillAlarms(run: DrillRun | null) {
  const live = useWorld((state) => state.alarms);
  const past = useQuery('alarms', run === null ? null : { limit: 2000 }, { every: 5000 });
  return useMemo(
    () => (run === null ? [] : alarmsOfDrill(run, live.values(), past.data?.items ?? [])),
    [run, live, past.data],
  );
}

type Put = (values: Readonly<Record<string, string | null>>) => void;

/** What is looked at stands in the address. */
function usePlace(): { readonly search: URLSearchParams; readonly put: Put } {
  const [search, setSearch] = useSearchParams();
  const put: Put = (values) =>
    setSearch(
      (last) => {
        for (const [key, value] of Object.entries(values)) {
          if (value === null) last.delete(key);
          else last.set(key, value);
        }
        return last;
      },
      { replace: true },
    );
  return { search, put };
}

export function DrillsScreen(): ReactNode {
  const { search, put } = usePlace();
  const drills = useDrillCards();
  const held = useWorld((state) => state.drills);
  const lab = useWorld((state) => state.status?.lab.name ?? '');
  const select = useSelection((state) => state.select);
  const hints = useHints();
  const runs = useMemo(() => [...held.values()], [held]);
  const running = useMemo(() => runningDrill(runs), [runs]);
  const alarms = useDrillAlarms(running);
  const [refused, setRefused] = useState<DrillListProps['refused']>(null);
  const tab = tabOf(search.get('tab'), running, useHasSeen(running));
  const chosenRun = search.get('run');
  const start = async (drill: string) => {
    const answer = await execute({ type: 'drill.start', drill });
    setRefused(answer.ok ? null : { drill, refusal: answer.refusal });
    // When it ends, its own report comes next, not one that was looked at before.
    if (answer.ok) put({ tab: 'running', run: null });
  };
  const shown = tab === 'reports' ? shownRun(runs, chosenRun) : null;
  const cards = drills.data?.cards ?? [];
  return (
    <>
      <DrillsView
        cards={drills}
        runs={runs}
        running={running}
        alarms={alarms}
        lab={lab}
        tab={tab}
        onTab={(next) => put({ tab: next })}
        chosen={search.get('drill')}
        onChoose={(drill) => put({ drill })}
        onStart={(drill) => void start(drill)}
        refused={refused}
        now={labNow}
        nameOf={fullNameNow}
        hints={running === null ? 0 : hintsShown(hints, running.id)}
        onHint={() => running !== null && nextHint(running.id)}
        onGiveUp={() => running !== null && void perform({ type: 'drill.end', id: running.id })}
        onAcknowledge={(alarm) => void perform({ type: 'alarm.acknowledge', id: alarm.id })}
        onSelect={select}
        chosenRun={chosenRun}
        onChooseRun={(run) => put({ run })}
        onCopy={(text) => void copyText(text)}
        onPrint={() => window.print()}
      />
      {shown !== null && shown.report !== null && (
        <PrintedReport cards={cards} run={shown} report={shown.report} lab={lab} />
      )}
    </>
  );
}
