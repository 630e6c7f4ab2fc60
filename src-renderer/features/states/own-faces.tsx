/** The faces of overview, labs and the API page. */
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { AlarmFeed } from '../alarms/alarm-feed.tsx';
import { ApiView } from '../api/api-view.tsx';
import { LabsView } from '../labs/labs-view.tsx';
import type { LabsTab } from '../labs/labs-view.tsx';
import { OverviewView } from '../overview/overview-view.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { sampleBranches, sampleLabs, sampleOperations } from './lab-samples.ts';
import { emptyOverview, sampleLook, sampleOverview } from './overview-samples.ts';
import {
  inFace,
  noHistory,
  noInlet,
  sampleAlarms,
  sampleEpoch,
  sampleEvents,
  sampleHistory,
  sampleInlet,
  sampleName,
  sampleRules,
} from './samples.ts';
import type { FaceName } from './samples.ts';

const nothing = (): void => undefined;
const newLab = <Button look="primary">New lab from a template…</Button>;

const sampleKpis = {
  power: sampleHistory.series[0]?.mean ?? [],
  pue: sampleHistory.series[1]?.mean ?? [],
  meanInlet: sampleInlet.series.mean,
  maxInlet: sampleInlet.series.max,
  alarms: [0, 0, 1, 1, 3, 5],
  runtime: [41, 40, 41, 39, 33, 23.5],
};
const noKpis = { power: [], pue: [], meanInlet: [], maxInlet: [], alarms: [], runtime: [] };

export function OverviewFace({ face }: { readonly face: FaceName }): ReactNode {
  const inlet = inFace(face, sampleInlet, noInlet);
  const history = inFace(face, sampleHistory, noHistory);
  const isShown = inlet.data !== null;
  return (
    <OverviewView
      overview={inFace(face, sampleOverview, emptyOverview)}
      trends={{ history, inlet }}
      kpis={isShown ? sampleKpis : noKpis}
      rules={sampleRules}
      events={inFace(face, { items: [...sampleEvents] }, { items: [] })}
      epoch={sampleEpoch}
      nameOf={sampleName}
      onOpenEvent={nothing}
      onOpenRoom={nothing}
      lastLook={
        face === 'full' || face === 'stale' ? sampleLook : { phase: face === 'empty' ? 'first' : 'reading' }
      }
      onSelect={nothing}
      onPart={nothing}
      onGo={nothing}
      onSeen={nothing}
      newLab={newLab}
      alarmFeed={
        <AlarmFeed
          alarms={face === 'full' || face === 'stale' ? sampleAlarms : []}
          explained={new Map([['alarm-2', 14]])}
          flood={0}
          onKpis={nothing}
          selected={null}
          nameOf={sampleName}
          onSelect={nothing}
          empty={<EmptyState text="No alarms. Everything is within its limits." />}
        />
      }
    />
  );
}

function LabsFaceOn({ face, tab }: { readonly face: FaceName; readonly tab: LabsTab }): ReactNode {
  return (
    <LabsView
      tab={tab}
      onTab={nothing}
      labs={inFace(face, { items: [...sampleLabs], directory: '/labs' }, { items: [], directory: '/labs' })}
      events={inFace(face, { items: [...sampleEvents] }, { items: [] })}
      branches={inFace(face, { items: [...sampleBranches] }, { items: sampleBranches.slice(0, 1) })}
      operations={face === 'full' ? sampleOperations : []}
      epoch={sampleEpoch}
      head={86_400}
      nameOf={sampleName}
      onOpen={nothing}
      onDelete={nothing}
      onRepair={nothing}
      onBranch={nothing}
      onRewind={nothing}
      tools={newLab}
      newLab={newLab}
    />
  );
}

export const LabsFace = ({ face }: { readonly face: FaceName }): ReactNode => (
  <LabsFaceOn face={face} tab="labs" />
);
export const HistoryFace = ({ face }: { readonly face: FaceName }): ReactNode => (
  <LabsFaceOn face={face} tab="history" />
);

const sampleCalls = [
  { method: 'GET', path: '/api/v1/status', summary: 'What the host is doing' },
  { method: 'POST', path: '/api/v1/commands', summary: 'Change the world' },
];

export const ApiFace = ({ face }: { readonly face: FaceName }): ReactNode => (
  <ApiView calls={inFace(face, sampleCalls, [])} origin="http://127.0.0.1:8080" />
);
