import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import {
  AlarmHistoryFace,
  AlarmKpisFace,
  AlarmRuleFace,
  AlarmRulesFace,
  AlarmsFace,
  NotificationsFace,
} from './alarm-faces.tsx';
import { EditsFace } from '../edits/edits-faces.tsx';
import { AssetsFace } from '../assets/asset-faces.tsx';
import { DeviceFace } from '../assets/device-faces.tsx';
import { CapacityFace } from '../capacity/capacity-faces.tsx';
import { ConsolesFace, RecordingsFace } from '../consoles/consoles-faces.tsx';
import { CoolingFace } from '../cooling/cooling-faces.tsx';
import { ExplorerFace } from '../explorer/explorer-faces.tsx';
import { FloorFace } from '../floor/floor-faces.tsx';
import { HardwareFace } from '../hardware/hardware-faces.tsx';
import { HelpDocumentsFace, HelpFace, HelpGlossaryFace, HelpLessonsFace } from '../help/help-faces.tsx';
import {
  MachineFace,
  MachineFilesFace,
  MachineProcessesFace,
  MachineSnapshotsFace,
} from '../machine/machine-faces.tsx';
import { MachineBackingFace } from '../machine/backing-faces.tsx';
import { InspectorFace } from '../inspector/inspector-faces.tsx';
import { RackCompareFace, RackFace } from '../rack/rack-faces.tsx';
import {
  DrillsFace,
  ReportsFace,
  RunningDrillFace,
  RunsFace,
  ScenariosFace,
} from '../scenarios/scenario-faces.tsx';
import { ReportFace, ReportSchedulesFace } from '../reports/reports-faces.tsx';
import { SitesFace } from '../sites/sites-faces.tsx';
import { SettingsFace } from '../settings/settings-faces.tsx';
import {
  PowerEnergyFace,
  PowerFace,
  PowerRacksFace,
  PowerUpsFace,
  WhatIfFace,
} from '../power/power-faces.tsx';
import { WallAlarmsFace, WallFace } from '../wall/wall-faces.tsx';
import { MachineCreateFace, MachineMigrateFace, MachineTasksFace } from '../machines/machine-faces.tsx';
import { TopologyFace, TopologyPowerFace, TopologyVirtualFace } from '../topology/topology-faces.tsx';
import { ApiFace, HistoryFace, LabsFace, OverviewFace } from './own-faces.tsx';
import {
  VsphereCallsFace,
  VsphereHostsFace,
  VsphereSessionsFace,
  VsphereUseFace,
} from '../vsphere/vsphere-faces.tsx';
import { faceNames } from './samples.ts';
import type { FaceName } from './samples.ts';

type Faced = {
  readonly id: string;
  readonly title: string;
  readonly Face: (props: { readonly face: FaceName }) => ReactNode;
};

const screens = [
  { id: 'overview', title: 'Overview', Face: OverviewFace },
  { id: 'floor', title: 'Floor', Face: FloorFace },
  { id: 'rack', title: 'Rack', Face: RackFace },
  { id: 'rack-compare', title: 'Racks compared', Face: RackCompareFace },
  { id: 'cooling', title: 'Cooling', Face: CoolingFace },
  { id: 'power', title: 'Power', Face: PowerFace },
  { id: 'power-what-if', title: 'Power what-if', Face: WhatIfFace },
  { id: 'power-racks', title: 'Power racks', Face: PowerRacksFace },
  { id: 'power-ups', title: 'Power UPS', Face: PowerUpsFace },
  { id: 'power-energy', title: 'Power energy', Face: PowerEnergyFace },
  { id: 'assets', title: 'Assets', Face: AssetsFace },
  { id: 'device', title: 'Device', Face: DeviceFace },
  { id: 'capacity', title: 'Capacity', Face: CapacityFace },
  { id: 'topology', title: 'Topology', Face: TopologyFace },
  { id: 'topology-power', title: 'Topology power', Face: TopologyPowerFace },
  { id: 'topology-virtual', title: 'Topology virtual', Face: TopologyVirtualFace },
  { id: 'machine-create', title: 'Create machines', Face: MachineCreateFace },
  { id: 'machine-migrate', title: 'Migrate a machine', Face: MachineMigrateFace },
  { id: 'machine-tasks', title: 'Tasks', Face: MachineTasksFace },
  { id: 'vsphere-calls', title: 'vSphere calls', Face: VsphereCallsFace },
  { id: 'vsphere-sessions', title: 'vSphere sessions', Face: VsphereSessionsFace },
  { id: 'vsphere-hosts', title: 'vSphere hosts', Face: VsphereHostsFace },
  { id: 'vsphere-use', title: 'vSphere clients', Face: VsphereUseFace },
  { id: 'explorer', title: 'Explorer', Face: ExplorerFace },
  { id: 'machine', title: 'Machine', Face: MachineFace },
  { id: 'machine-snapshots', title: 'Machine snapshots', Face: MachineSnapshotsFace },
  { id: 'machine-files', title: 'Machine files', Face: MachineFilesFace },
  { id: 'machine-processes', title: 'Machine processes', Face: MachineProcessesFace },
  { id: 'machine-backing', title: 'Machine system', Face: MachineBackingFace },
  { id: 'inspector', title: 'Inspector', Face: InspectorFace },
  { id: 'alarms', title: 'Alarms', Face: AlarmsFace },
  { id: 'alarm-history', title: 'Alarm history', Face: AlarmHistoryFace },
  { id: 'alarm-rules', title: 'Alarm rules', Face: AlarmRulesFace },
  { id: 'alarm-rule', title: 'Alarm rule', Face: AlarmRuleFace },
  { id: 'alarm-kpis', title: 'Alarm KPIs', Face: AlarmKpisFace },
  { id: 'notifications', title: 'Notifications', Face: NotificationsFace },
  { id: 'sites', title: 'Sites', Face: SitesFace },
  { id: 'scenarios', title: 'Scenarios', Face: ScenariosFace },
  { id: 'runs', title: 'Runs', Face: RunsFace },
  { id: 'drills', title: 'Drills', Face: DrillsFace },
  { id: 'running-drill', title: 'Running drill', Face: RunningDrillFace },
  { id: 'reports', title: 'Reports', Face: ReportsFace },
  { id: 'report', title: 'Report', Face: ReportFace },
  { id: 'report-schedules', title: 'Scheduled reports', Face: ReportSchedulesFace },
  { id: 'consoles', title: 'Consoles', Face: ConsolesFace },
  { id: 'recordings', title: 'Recordings', Face: RecordingsFace },
  { id: 'hardware', title: 'Hardware', Face: HardwareFace },
  { id: 'edits', title: 'Edits', Face: EditsFace },
  { id: 'labs', title: 'Labs', Face: LabsFace },
  { id: 'history', title: 'History', Face: HistoryFace },
  { id: 'api', title: 'API', Face: ApiFace },
  { id: 'settings', title: 'Settings', Face: SettingsFace },
  { id: 'help', title: 'Help', Face: HelpFace },
  { id: 'help-glossary', title: 'Glossary', Face: HelpGlossaryFace },
  { id: 'help-lessons', title: 'Lessons', Face: HelpLessonsFace },
  { id: 'help-documents', title: 'Documents', Face: HelpDocumentsFace },
  { id: 'wall', title: 'Wall', Face: WallFace },
  { id: 'wall-alarms', title: 'Wall alarms', Face: WallAlarmsFace },
] as const satisfies readonly Faced[];

const look = 'inline-flex min-h-6 items-center rounded-sm px-2 text-12 hover:bg-hover';

/** Every screen in each of its faces, from sample data: for the tests, and for whoever changes a screen. */
export function StatesScreen(): ReactNode {
  const [search] = useSearchParams();
  const screen = screens.find(({ id }) => id === search.get('screen')) ?? screens[0];
  const face = faceNames.find((name) => name === search.get('face')) ?? 'full';
  const { Face } = screen;
  const linkTo = (id: string, name: FaceName): string => `/states?screen=${id}&face=${name}`;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <nav
        aria-label="Faces"
        className="flex max-h-24 shrink-0 flex-wrap overflow-y-auto gap-x-6 gap-y-1 border-b px-3 py-1"
      >
        {screens.map((one) => (
          <span key={one.id} className="flex items-center gap-1">
            <span className="text-12 font-medium">{one.title}</span>
            {faceNames.map((name) => (
              <Link
                key={name}
                to={linkTo(one.id, name)}
                aria-current={one.id === screen.id && name === face ? 'page' : undefined}
                className={`${look} ${one.id === screen.id && name === face ? 'bg-hover text-text' : 'text-text-2'}`}
              >
                {name}
              </Link>
            ))}
          </span>
        ))}
      </nav>
      <div
        key={`${screen.id}-${face}`}
        data-face={`${screen.id}-${face}`}
        className="flex min-h-0 flex-1 flex-col"
      >
        <Face face={face} />
      </div>
    </div>
  );
}
