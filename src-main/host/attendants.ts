import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '../../sim/contract/actors.ts';
import type { EntityId } from '../../sim/contract/ids.ts';
import type { FaceState } from '../../sim/contract/queries.ts';
import type { DeviceAddress } from '../../sim/contract/settings.ts';
import type { Reading } from '../../db/history.ts';
import type { Broker } from '../mqtt/broker.ts';
import { adviseByRules } from '../../sim/index.ts';
import { createGuestService } from '../guests/guest-service.ts';
import type { GuestService } from '../guests/guest-service.ts';
import { createGuestMaker } from '../guests/make-guest.ts';
import { createHypervisors } from '../personalities/vmware/guest-operations/hypervisors.ts';
import { createLocalShell } from '../local-shell/local-shell.ts';
import { loadNodePty } from '../local-shell/node-pty.ts';
import { createAdvisorService } from '../services/advisor/advisor-service.ts';
import { createHardware } from '../services/hardware/hardware.ts';
import type { Hardware } from '../services/hardware/hardware.ts';
import { createHistoryKeeper } from '../services/history/keep-history.ts';
import { createRemoteWrite, pauseUntil } from '../services/history/remote-write.ts';
import { labelsIn } from '../services/history/world-labels.ts';
import { createNotifier } from '../services/notify/notifier.ts';
import type { Notifier } from '../services/notify/notifier.ts';
import { createAlarmRecall } from '../services/alarms/alarm-recall.ts';
import type { AlarmRecall } from '../services/alarms/alarm-recall.ts';
import { createReportService } from '../services/reports/report-service.ts';
import type { ReportService } from '../services/reports/report-desk.ts';
import { createMachines } from '../services/machines/machines.ts';
import { createCaretaker } from '../services/scenarios/caretaker.ts';
import type { Board } from './board.ts';
import type { Bus } from './bus.ts';
import type { Door } from './door.ts';
import { openFaces } from './faces.ts';
import type { Faces } from './faces.ts';
import type { HostOptions } from './options.ts';
import type { Session } from './session.ts';
import type { SettingsStore } from './settings.ts';

export type AttendantsDeps = {
  readonly options: HostOptions;
  readonly settings: SettingsStore;
  readonly session: () => Session;
  readonly broker: Broker;
  readonly bus: Bus;
  readonly board: Board;
  readonly door: Door;
};

/** Those who wait on the lab from beside it: vendors' faces, hardware, what keeps readings and sends them on. */
export type Attendants = {
  readonly afterStep: () => void;
  readonly kept: (readings: readonly Reading[]) => void;
  readonly states: () => FaceState[];
  readonly addressesOf: (entity: EntityId) => DeviceAddress[];
  readonly hardware: Pick<Hardware, 'states' | 'preview'>;
  readonly notifier: Pick<Notifier, 'sent' | 'test'>;
  readonly recall: AlarmRecall;
  readonly guests: Pick<
    GuestService,
    'terminals' | 'boxes' | 'users' | 'recordings' | 'order' | 'consoles' | 'insides'
  >;
  readonly reports: Omit<ReportService, 'close'>;
  readonly vsphere: Faces['vsphere'];
  readonly close: () => Promise<void>;
};

/** As people write them. */
const titles: Readonly<Record<string, string>> = {
  snmp: 'SNMP',
  modbus: 'Modbus',
  nut: 'NUT',
  vmware: 'vSphere',
  'remote-write': 'Remote write',
};

const told = (states: readonly FaceState[]): FaceState[] =>
  states.map((state) => ({ ...state, name: titles[state.name] ?? state.name }));

export function openAttendants(deps: AttendantsDeps): Attendants {
  const { options, settings, session, bus, door } = deps;
  const { wall, log } = options;
  const world = () => session().world;
  const execute = (command: unknown, actor: Actor) => door.execute(command, actor, null);
  const guests = openGuests(deps, execute);
  const faces = facesFor(deps, execute, guests);
  const hardware = openHardware(deps);
  const historyKeeper = createHistoryKeeper({ session, settings, wall, log: log.child('history') });
  const remoteWrite = createRemoteWrite({
    settings,
    wall,
    log: log.child('remote-write'),
    labels: (sensor) => labelsIn(world().inventory, sensor as EntityId),
    pause: pauseUntil,
  });
  const notifier = createNotifier({
    settings,
    listen: bus.listen,
    world,
    wall,
    desktop: (notice) => bus.announce({ kind: 'notice', notice }),
    log: log.child('notify'),
  });
  const advisor = openAdvisor(deps, execute);
  const caretaker = createCaretaker({ world, execute, log: log.child('scenarios') });
  const machines = createMachines({
    world,
    execute,
    open: guests.runtime.open,
    log: log.child('machines'),
  });
  const backward = openReports(deps);
  return {
    afterStep: () => {
      caretaker.afterStep();
      machines.afterStep();
      guests.afterStep();
      faces.afterStep();
      advisor.afterStep();
    },
    kept: remoteWrite.append,
    states: () => told([...faces.states(), remoteWrite.state(), guests.boxes.face()]),
    addressesOf: faces.addressesOf,
    vsphere: faces.vsphere,
    hardware,
    notifier,
    guests,
    ...backward,
    close: async () => {
      historyKeeper.close();
      remoteWrite.close();
      await advisor.close();
      await guests.close();
      await Promise.all([backward.reports.close(), hardware.close(), faces.close(), notifier.close()]);
    },
  };
}

const facesFor = (
  { options, settings, session, bus }: AttendantsDeps,
  execute: Execute,
  { runtime, boxes, terminals }: GuestService,
): Faces =>
  openFaces({
    world: () => session().world,
    settings,
    execute,
    log: options.log.child('faces'),
    listen: bus.listen,
    guests: {
      house: terminals,
      open: runtime.open,
      look: runtime.look,
      isBacked: boxes.isBacked,
      boxOf: boxes.boxOf,
      admits: 'known',
    },
    dataDirectory: options.dataDirectory,
    now: options.wall.now,
    sleep: options.wall.sleep,
  });

/** Reports look further back than the world does. */
function openReports({ options, session, settings, bus }: AttendantsDeps) {
  const { wall, log } = options;
  const recall = createAlarmRecall({ session, listen: bus.listen, wall, log: log.child('alarm-recall') });
  const reports = createReportService({ options, session, settings, recall });
  const close = (): Promise<void> => {
    recall.close();
    return reports.close();
  };
  return { recall, reports: { ...reports, close } };
}

type Execute = (command: unknown, actor: Actor) => ReturnType<Door['execute']>;

const openAdvisor = ({ options, session, board }: AttendantsDeps, execute: Execute) =>
  createAdvisorService({
    session,
    board,
    execute,
    advisor: adviseByRules,
    measureSeconds: 14_400,
    log: options.log.child('advisor'),
  });

function openGuests({ options, session, settings, bus }: AttendantsDeps, execute: Execute): GuestService {
  return createGuestService({
    session,
    execute,
    listen: bus.listen,
    settings,
    steady: options.wall.steady,
    now: options.wall.now,
    localShell: createLocalShell({
      leave: options.localShell ?? 'not-given',
      wanted: () => settings.get().guests.localShell,
      load: loadNodePty,
      platform: process.platform,
      environment: process.env,
    }),
    make: createGuestMaker(),
    hypervisor: createHypervisors({ world: () => session().world, execute }),
    dataDirectory: options.dataDirectory,
    engine: options.engine ?? null,
    exportsDirectory: join(options.dataDirectory, 'exports'),
    log: options.log,
  });
}

function openHardware({ options, session, settings, broker }: AttendantsDeps): Hardware {
  const { wall, log } = options;
  return createHardware({
    settings,
    publish: (topic, payload) => broker.publish({ topic, payload, qos: 1, retain: false }),
    world: () => session().world,
    broker,
    wall,
    log,
    machine: `${hostname()}:${options.dataDirectory}`,
  });
}
