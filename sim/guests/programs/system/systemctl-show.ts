import type { Bytes } from '../../bytes.ts';
import type { Step, System } from '../../kernel/program.ts';
import type { UnitReport } from '../../system/init/state.ts';
import { readStates } from '../../system/init/state.ts';
import type { Unit } from '../../system/init/unit.ts';
import { enablementOf, findUnit } from '../../system/init/unit-store.ts';
import type { Call } from './systemctl.ts';
import { longText } from './time-text.ts';

/** `show`: properties as programs read them; Ansible asks for LoadState, ActiveState and UnitFileState. */
export function* showProperties({ system, names, values, flags }: Call): Step<number> {
  const wanted = (values.get('-p') ?? values.get('--property'))?.split(',') ?? null;
  const texts = names.map((name) => {
    const rows = propertiesOf(system, name).filter(([key]) => wanted === null || wanted.includes(key));
    return rows.map(([key, value]) => (flags.has('--value') ? `${value}\n` : `${key}=${value}\n`)).join('');
  });
  yield* system.descriptors.write(1, texts.join('\n'));
  return 0;
}

function propertiesOf(system: System, name: Bytes): readonly (readonly [Bytes, Bytes])[] {
  const found = findUnit(system, name);
  const unit = found.kind === 'unit' ? found.unit : null;
  const own = unit?.name ?? name;
  const files = enablementOf(system, own);
  const report = readStates(system).find((state) => state.name === own) ?? idle;
  return [
    ...(unit === null ? [] : unitRows(unit)),
    ...runRows(report),
    ['Id', own],
    ['Names', own === name ? own : `${own} ${name}`],
    ['LoadState', loadStates[found.kind]],
    ['UnitFileState', files === 'not-found' ? '' : files],
  ];
}

const loadStates = { unit: 'loaded', masked: 'masked', absent: 'not-found' } as const;

const idle: UnitReport = {
  name: '',
  active: 'inactive',
  sub: 'dead',
  mainPid: null,
  since: 0,
  result: 'success',
  main: null,
  sessions: [],
  restarts: 0,
};

const unitRows = ({
  service,
  requires,
  wants,
  after,
  description,
  path,
}: Unit): readonly (readonly [Bytes, Bytes])[] => [
  ['Type', service?.type ?? 'simple'],
  ['Restart', service?.restart ?? 'no'],
  ['Requires', requires.join(' ')],
  ['Wants', wants.join(' ')],
  ['After', after.join(' ')],
  ['Description', description],
  ['FragmentPath', path],
];

const runRows = ({
  mainPid,
  restarts,
  result,
  main,
  active,
  sub,
  since,
}: UnitReport): readonly (readonly [Bytes, Bytes])[] => [
  ['MainPID', String(mainPid ?? 0)],
  ['NRestarts', String(restarts)],
  ['Result', result],
  ['ExecMainStatus', main === null ? '0' : String(Number.parseInt(main.status, 10))],
  ['ActiveState', active],
  ['SubState', sub],
  ['StateChangeTimestamp', since === 0 ? '' : longText(since)],
];
