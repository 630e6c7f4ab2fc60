import type { Bytes } from '../../bytes.ts';
import { mountingOf } from './mount-units.ts';
import type { UnitFile } from './unit-file.ts';
import { namesIn, spanOf, valueIn, valuesIn, wordsOf } from './unit-file.ts';

export type ServiceType = 'simple' | 'forking' | 'oneshot' | 'notify';
export type RestartPolicy = 'no' | 'always' | 'on-success' | 'on-failure' | 'on-abnormal' | 'on-abort';

export type Command = {
  readonly words: readonly Bytes[];
  /** It began with `-`: that it fails does not matter. */
  readonly mayFail: boolean;
};

export type Unit = {
  readonly name: Bytes;
  readonly path: Bytes;
  readonly dropIns: readonly Bytes[];
  readonly description: Bytes;
  readonly documentation: readonly Bytes[];
  readonly requires: readonly Bytes[];
  readonly wants: readonly Bytes[];
  readonly after: readonly Bytes[];
  /** ConditionVirtualization: where it runs at all. */
  readonly virtualization: Bytes | null;
  readonly service: Service | null;
};

export type Service = {
  readonly type: ServiceType;
  readonly before: readonly Command[];
  readonly start: readonly Command[];
  readonly reload: readonly Command[];
  readonly stop: readonly Command[];
  readonly remains: boolean;
  readonly pidFile: Bytes | null;
  readonly user: Bytes | null;
  readonly group: Bytes | null;
  readonly directory: Bytes;
  readonly environment: readonly Bytes[];
  readonly environmentFiles: readonly Bytes[];
  readonly restart: RestartPolicy;
  readonly restartDelay: number;
  readonly burst: number;
  readonly burstSpan: number;
  readonly startTimeout: number;
  readonly stopTimeout: number;
  readonly kills: 'all' | 'main' | 'none';
  readonly killSignal: Bytes;
  readonly quietStatuses: readonly number[];
  /** Of what is mounted: the disk it waits for, and where it goes. */
  readonly device?: Bytes | null;
  readonly place?: Bytes | null;
};

const policies: readonly RestartPolicy[] = [
  'no',
  'always',
  'on-success',
  'on-failure',
  'on-abnormal',
  'on-abort',
];

export type UnitSource = {
  readonly name: Bytes;
  readonly path: Bytes;
  readonly dropIns: readonly Bytes[];
  readonly file: UnitFile;
  /** What its .wants and .requires directories name. */
  readonly wants: readonly Bytes[];
  readonly requires: readonly Bytes[];
};

export function unitOf({ name, path, dropIns, file, wants, requires }: UnitSource): Unit {
  return {
    name,
    path,
    dropIns,
    description: valueIn(file, 'Unit', 'Description') ?? name,
    documentation: valuesIn(file, 'Unit', 'Documentation').flatMap((value) => value.split(/\s+/)),
    requires: [...namesIn(file, 'Requires'), ...namesIn(file, 'BindsTo'), ...requires],
    wants: [...namesIn(file, 'Wants'), ...wants],
    after: namesIn(file, 'After'),
    virtualization: valueIn(file, 'Unit', 'ConditionVirtualization'),
    service: name.endsWith('.service') ? serviceOf(file) : mountingOf(name, file),
  };
}

const commands = (file: UnitFile, key: Bytes): readonly Command[] =>
  valuesIn(file, 'Service', key).map((line) => {
    const marks = /^[-@+!:]*/.exec(line)?.[0] ?? '';
    return { words: wordsOf(line.slice(marks.length)), mayFail: marks.includes('-') };
  });

function serviceOf(file: UnitFile): Service {
  const get = (key: Bytes): Bytes | null => valueIn(file, 'Service', key);
  const asked = get('Restart');
  return {
    type: typeOf(get('Type')),
    before: commands(file, 'ExecStartPre'),
    start: commands(file, 'ExecStart'),
    reload: commands(file, 'ExecReload'),
    stop: commands(file, 'ExecStop'),
    remains: isYes(get('RemainAfterExit')),
    pidFile: get('PIDFile'),
    user: get('User'),
    group: get('Group'),
    directory: get('WorkingDirectory') ?? '/',
    environment: valuesIn(file, 'Service', 'Environment').flatMap(wordsOf),
    environmentFiles: valuesIn(file, 'Service', 'EnvironmentFile'),
    restart: policies.find((policy) => policy === asked) ?? 'no',
    restartDelay: spanOf(get('RestartSec')) ?? 100,
    burst: Number(valueIn(file, 'Unit', 'StartLimitBurst') ?? '5'),
    burstSpan: spanOf(valueIn(file, 'Unit', 'StartLimitIntervalSec')) ?? 10_000,
    startTimeout: spanOf(get('TimeoutStartSec') ?? get('TimeoutSec')) ?? 90_000,
    stopTimeout: spanOf(get('TimeoutStopSec') ?? get('TimeoutSec')) ?? 90_000,
    kills: killsOf(get('KillMode')),
    killSignal: (get('KillSignal') ?? 'SIGTERM').replace(/^SIG/, ''),
    quietStatuses: (get('RestartPreventExitStatus') ?? '')
      .split(/\s+/)
      .filter((word) => /^\d+$/.test(word))
      .map(Number),
  };
}

const isYes = (text: Bytes | null): boolean => text !== null && /^(yes|true|on|1)$/.test(text);

function typeOf(text: Bytes | null): ServiceType {
  if (text === 'forking' || text === 'oneshot') return text;
  return text === 'notify' || text === 'notify-reload' ? 'notify' : 'simple';
}

function killsOf(text: Bytes | null): Service['kills'] {
  if (text === 'none') return 'none';
  return text === 'process' || text === 'mixed' ? 'main' : 'all';
}
