import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { inFace, sampleName, sampleNow, sampleRefusal } from '../states/samples.ts';
import type { FaceName } from '../states/samples.ts';
import { DrillsView } from './drills-view.tsx';
import type { DrillsTab } from './drills-view.tsx';
import {
  sampleDrillAlarms,
  sampleDrills,
  sampleEntities,
  sampleRunning,
  sampleRunningDrill,
  sampleScenarios,
  sampleScheduled,
  sampleTaken,
} from './scenario-samples.ts';
import { ScenariosView } from './scenarios-view.tsx';
import type { ScenariosTab } from './scenarios-view.tsx';

type Shown = { readonly face: FaceName };

const nothing = (): void => undefined;
const now = (): number => sampleNow;
const isFilled = (face: FaceName): boolean => face === 'full' || face === 'stale';

function ScenariosOn({ face, tab }: Shown & { readonly tab: ScenariosTab }): ReactNode {
  return (
    <ScenariosView
      cards={inFace(face, { cards: sampleScenarios }, { cards: [] })}
      running={isFilled(face) ? sampleRunning : []}
      scheduled={isFilled(face) ? sampleScheduled : []}
      tab={tab}
      onTab={nothing}
      chosen={null}
      onChoose={nothing}
      entities={sampleEntities}
      selected={'rack-13' as EntityId}
      now={now}
      nameOf={sampleName}
      drillOf={() => 'One hot rack'}
      onSelect={nothing}
      onRun={() => Promise.resolve(sampleRefusal)}
      onStop={nothing}
      onStopAll={nothing}
      stopped={face === 'full' && tab === 'running' ? 'Power spike on B02 was stopped.' : null}
      onAgain={nothing}
    />
  );
}

export const ScenariosFace = ({ face }: Shown): ReactNode => <ScenariosOn face={face} tab="catalogue" />;
export const RunsFace = ({ face }: Shown): ReactNode => <ScenariosOn face={face} tab="running" />;

function DrillsOn({ face, tab }: Shown & { readonly tab: DrillsTab }): ReactNode {
  const isRunning = tab === 'running';
  return (
    <DrillsView
      cards={inFace(face, { cards: sampleDrills }, { cards: tab === 'drills' ? [] : sampleDrills })}
      runs={isFilled(face) ? sampleTaken : []}
      running={isRunning ? sampleRunningDrill : null}
      alarms={isFilled(face) ? sampleDrillAlarms : []}
      lab="Lab one"
      tab={tab}
      onTab={nothing}
      chosen={null}
      onChoose={nothing}
      onStart={nothing}
      refused={face === 'full' ? { drill: 'hot-rack', refusal: sampleRefusal } : null}
      now={now}
      nameOf={sampleName}
      hints={isFilled(face) ? 1 : 0}
      onHint={nothing}
      onGiveUp={nothing}
      onAcknowledge={nothing}
      onSelect={nothing}
      chosenRun={null}
      onChooseRun={nothing}
      onCopy={nothing}
      onPrint={nothing}
    />
  );
}

export const DrillsFace = ({ face }: Shown): ReactNode => <DrillsOn face={face} tab="drills" />;
export const RunningDrillFace = ({ face }: Shown): ReactNode => <DrillsOn face={face} tab="running" />;
export const ReportsFace = ({ face }: Shown): ReactNode => <DrillsOn face={face} tab="reports" />;
