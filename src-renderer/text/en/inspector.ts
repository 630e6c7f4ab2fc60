/** One thing at a time: its readings, its plate, what it hangs on and what can be done to it. */
import type { AlarmRule } from '../../../sim/contract/alarms.ts';
import type { Entity } from '../../../sim/contract/entities.ts';
import { orderTable } from '../../../sim/contract/orders.table.ts';
import type { OrderVerb } from '../../../sim/contract/orders.ts';
import { plates } from './plates.ts';

type Level = AlarmRule['level'];
type Speaker = 'bot' | 'hardware';
type Turned = { readonly source: Speaker; readonly kind: Entity['kind']; readonly count: number };

const racks = (count: number): string => `${count} ${count === 1 ? 'rack' : 'racks'}`;
const sensors = (count: number): string => (count === 1 ? '1 sensor' : `${count} sensors`);

/** The contract's own titles, which the host says too. */
const orders = Object.fromEntries(
  Object.entries(orderTable).map(([verb, { title }]) => [verb, title]),
) as Readonly<Record<OrderVerb, string>>;

export const inspector = {
  plates,
  nothing: 'Select a rack or a unit to see it here.',
  lastKnown: 'Last known values',
  gone: 'This is no longer in the lab.',
  notRead: 'This could not be read',
  acknowledge: (count: number) => (count > 1 ? `Acknowledge ${count}` : 'Acknowledge'),
  runScenario: 'Run scenario',
  more: 'More to do with this',
  andMore: (count: number) => `and ${count} more`,
  copyTopic: 'Copy the topic',
  topic: 'Topic',
  air: { 'front-middle': 'Inlet', 'rear-middle': 'Outlet' } as Readonly<Record<string, string>>,
  ofRated: (rated: string) => `of ${rated}`,
  feed: (feed: string) => `feed ${feed}`,
  chart: {
    range: 'Time range',
    empty: 'No readings in this time yet.',
    noPast: 'The past could not be read; what comes in now is shown.',
    last: (label: string, hours: number) => `${label}, last ${hours} h`,
    limit: (level: Level) => `${level} limit`,
    beyond: (level: Level, direction: 'above' | 'below', limit: string) =>
      `${level}: ${direction === 'above' ? 'over' : 'under'} ${limit}`,
    steady: '→ steady',
    perMinute: '/min',
  },
  phases: {
    title: 'Phases',
    note: (breaker: string, line: string) => `breaker ${breaker}, 80 % at ${line}`,
    current: (phase: string, breaker: string) => `Current of ${phase}, breaker ${breaker} A`,
    near: 'over 80 %',
    over: 'over its rating',
  },
  alarms: {
    title: 'Alarms here',
    acknowledge: 'Acknowledge',
    acknowledgeOf: (message: string) => `Acknowledge: ${message}`,
    by: (who: string | null) => `by ${who ?? 'someone'}`,
    acknowledged: (count: number) => (count === 1 ? 'Alarm acknowledged' : `${count} alarms acknowledged`),
  },
  runs: {
    title: 'Running scenarios',
    severities: { partial: 'partial', total: 'total' },
    stop: 'Stop',
    stopOf: (name: string) => `Stop ${name}`,
  },
  devices: { title: (count: number) => `Devices, ${count}`, none: 'Nothing is mounted in this rack.' },
  sources: {
    line: (count: number, bots: number, hardware: number) =>
      `${sensors(count)}: ${[
        ...(bots > 0 ? [`${bots} simulated by bots`] : []),
        ...(hardware > 0 ? [`${hardware} from hardware`] : []),
      ].join(', ')}`,
    titles: { hardware: 'Leave to hardware', bot: 'Let bots speak' },
    ask: (title: string, count: number, name: string) => `${title}: ${sensors(count)} of ${name}?`,
    follows: {
      hardware:
        'Their bots fall silent. Only what a device publishes on the same topics is heard from then on; a sensor that nothing speaks for goes stale and rings.',
      bot: 'Their bots speak from the next second on. A device that goes on publishing on the same topics is heard as well: switch it off.',
    },
    measure: 'What they measure',
    done: (source: Speaker, name: string, count: number) =>
      `${name}: ${source === 'hardware' ? 'hardware speaks' : 'bots speak'} for ${sensors(count)} from now on`,
    already: {
      hardware: 'Hardware speaks for all of them already',
      bot: 'Bots speak for all of them already',
    },
    action: ({ source, kind, count }: Turned) => {
      const many = count > 1 ? ` ${count}` : '';
      if (source === 'hardware')
        return kind === 'sensor' ? 'Leave it to hardware…' : `Leave its${many} sensors to hardware…`;
      return kind === 'sensor' ? 'Let its bot speak for it…' : `Let bots speak for its${many} sensors…`;
    },
  },
  orders: {
    title: 'Orders',
    verbs: orders,
    done: (order: string, value: number | null, name: string) =>
      `${order}${value === null ? '' : ` ${value}`}: ${name}`,
    ask: (order: string, name: string) => `${order}: ${name}?`,
    asks: (order: string) => `${order} …`,
    leave: 'Leave it',
    tankFull: 'The tank is full',
    askFirst: {
      dark: 'Everything behind it that has no other feed goes down at once.',
      bypass: 'Its load then hangs on the mains alone: no battery carries it through the next dip.',
      warm: 'What it cools warms from now on, until another unit takes over or it is switched on again.',
    },
    senseless: {
      hasTripped: 'It has tripped: it is open already',
      open: 'It is open already',
      closed: 'It is closed already',
      online: 'It is online already',
      eco: 'It is in eco mode already',
      bypass: 'It is on bypass already',
      offFirst: 'It is off: bring it online first',
      off: 'It is off already',
      starting: 'It is starting',
      runs: 'It runs already',
      tankEmpty: 'Its tank is empty: fill it first',
      economiser: 'It runs already, on outdoor air',
      dry: 'Nothing is wet here',
    },
  },
  setpoint: {
    label: 'Set-point',
    set: 'Set',
    same: 'It is set to this',
    range: (low: number, high: number) => `${low} to ${high} °C`,
    write: 'Write a number of degrees',
    outside: (low: number, high: number) => `Must be from ${low} to ${high} °C`,
    done: (name: string, setpoint: string) => `${name} holds ${setpoint} from now on`,
  },
  cells: {
    title: 'Cells',
    titleOf: (count: number) => `Cells, ${count}`,
    none: 'No cell monitor: this string has no sensors on its cells.',
    columns: { number: 'Cell', voltage: 'Voltage', resistance: 'Resistance', state: 'State' },
    one: (number: number) => `Cell ${number}`,
    replace: 'Replace',
    replaceOf: (number: number) => `Replace cell ${number}`,
    alike: 'all alike',
    unlike: (count: number) => `${count} out of line`,
    asBars: 'Show cells as bars',
    asTable: 'Show cells as table',
    of: (name: string) => `Cells of ${name}`,
    gridOf: (name: string, count: number, summary: string) => `Cells of ${name}, ${count}, ${summary}`,
    walk: (label: string) => `${label}. Arrows walk from cell to cell.`,
    how: 'A bar is a cell’s resistance against the median; pick one to see it or to replace it.',
    off: (share: string, isOver: boolean) => `${share} ${isOver ? 'over' : 'under'} the median`,
  },
  protocols: {
    title: 'Protocols',
    copy: (protocol: string) => `Copy the ${protocol} command`,
    noneSpeaks: 'None of the faces that are on speaks for a device of this kind.',
    allOff:
      'The devices’ own faces are off. Switch one on, and every device of the lab answers on this machine.',
    brokerDown: 'The broker is down: nothing is on MQTT now.',
    notRead: 'The addresses could not be read',
    switched: (face: string, state: 'on' | 'off') => `${face} switched ${state}`,
  },
  relations: {
    cools: 'Cools',
    cooledBy: 'Cooled by',
    plant: 'Plant',
    power: 'Power',
    fedBy: 'Fed by',
    feeds: 'Feeds',
    backs: 'Backs',
    batteries: 'Batteries',
    sitsOn: 'Sits on',
    runsOn: 'Runs on',
    networks: 'Networks',
    datastores: 'Datastores',
    mountedBy: 'Mounted by',
    holds: 'Holds',
  },
  whatIf: {
    title: 'If this is lost',
    note: 'once switches have moved',
    nothing: 'Nothing goes dark, loses a feed or is overloaded.',
    dark: (count: number) => `${racks(count)} dark`,
    degraded: (count: number) => `${racks(count)} on one feed`,
    overloaded: (load: string) => `Overloaded: ${load} of its rating`,
    bridged: (span: string) => `On batteries for ${span}`,
    notComputed: 'This could not be computed',
  },
  redundancy: {
    title: 'Redundancy',
    levels: { none: 'No power', 'single feed': 'Single feed', redundant: 'Redundant' },
    safe: 'No one thing can take its equipment down.',
    unfed: 'Nothing feeds it now.',
    hangsOn: 'Hangs alone on',
  },
  actions: {
    section: 'Selected',
    acknowledge: (count: number) => (count > 1 ? `Acknowledge ${count} alarms` : 'Acknowledge alarm'),
    nothingToAcknowledge: 'Nothing unacknowledged here',
    coolingFailure: 'Run COOLING_FAILURE here',
    strikesRack: 'Strikes a rack or a room',
    runsAlready: 'It runs here already',
    scenario: 'Run a scenario …',
    noScenario: 'No scenario strikes a thing of this kind',
    stop: (count: number) => (count > 1 ? `Stop ${count} scenarios` : 'Stop scenario'),
    nothingRuns: 'No scenario runs here',
    onFloor: (name: string) => `Show ${name} on the floor`,
    noPlace: 'It has no place on the floor',
    topology: 'Open in topology',
    copyTopic: 'Copy topic',
    copyId: 'Copy id',
  },
  copied: 'Copied',
  notCopied: 'This browser does not let the page copy',
  notCopiedHint: 'Select the text and copy it by hand.',
};
