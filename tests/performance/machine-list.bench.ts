/** A hundred thousand machines: what they weigh, what a second of them takes, and how soon a page of them is there. */
import { machineListQueries } from '../../sim/contract/machine-list.ts';
import { applyEvents, createWorld, decide, planLab, step } from '../../sim/index.ts';
import type { World } from '../../sim/index.ts';
import { parseLabFile } from '../../src-main/services/labs/load-lab-file.ts';
import { readMachines } from '../../src-main/host/reader/machines.ts';

type Row = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly limit?: number;
  readonly note?: string;
};

const actor = { origin: 'system', name: 'bench', role: 'admin' } as const;

/** A thousand servers in fifty racks, as many hosts in twenty clusters, and machines of four kinds spread over them. */
const labText = (machines: number): string => `
apiVersion: coldaisle/v1
kind: Lab
metadata: { name: Many machines }
spec:
  seed: '7f3a'
  start: '2026-01-05T08:00:00Z'
  rackTemplates:
    servers:
      ratedPower: 20
      devices:
        - { name: 'srv-{rack}-{n}', model: Server, category: server, slot: { position: 1, height: 2 }, count: 20,
            idlePower: 170, ratedPower: 520 }
  sites:
    - name: site1
      timezone: UTC
      rooms:
        - name: hall
          width: 60
          depth: 10
          envelope: A1
          rows: [{ name: A, racks: { template: servers, count: 50, at: { x: 3, y: 4 }, pitch: 1, facing: south } }]
      datacenters:
        - name: dc
          datastores: [{ name: 'ds-{n}', count: 10, capacity: 1000000 }]
          networks: [{ name: net, subnets: [{ cidr: 10.0.0.0/12, gateway: 10.0.0.1 }] }]
          clusters:
            - { name: 'cl-{n}', count: 20, hosts: [{ name: 'h-{n}', count: 50, runsOn: 'srv-*', memory: 1048576 }] }
          machines:
${['web', 'database', 'batch', 'steady']
  .map(
    (
      profile,
    ) => `            - { name: '${profile}-{n}', count: ${machines / 4}, cpus: 2, memory: 4096, disks: [{ size: 40 }],
                nics: [{ network: net }], tags: [${profile}], workload: { profile: ${profile}, level: 0.4 } }`,
  )
  .join('\n')}
`;

function worldOf(machines: number): World {
  const lab = parseLabFile(labText(machines), 'generated');
  if (!lab.ok) throw new Error(lab.refusal.message);
  const plan = planLab(lab.value.file, { name: 'Bench', epoch: Date.parse(lab.value.file.spec.start) });
  if (!plan.ok) throw new Error(plan.refusal.message);
  const world = createWorld();
  for (const command of plan.value) {
    const decision = decide(world, command, actor);
    if (!decision.ok) throw new Error(decision.refusal.message);
    applyEvents(world, decision.value.events);
  }
  return world;
}

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

/** Of the processor's time: others may be at work on this machine. */
function millis(rounds: number, work: (round: number) => void): number {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const from = process.cpuUsage();
    work(round);
    const { user, system } = process.cpuUsage(from);
    times.push((user + system) / 1000);
  }
  return median(times.slice(Math.floor(rounds / 6)));
}

const list = (world: World, asked: object): void => {
  const params = machineListQueries.machines.params.parse(asked);
  const answer = readMachines({ session: () => ({ world }) }, params);
  if (!answer.ok) throw new Error(answer.refusal.message);
};

/** Bytes of heap and of columns, where the process was told to let itself be swept. */
function heldBytes(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function stepRow(world: World, machines: number): Row {
  const bare = worldOf(4);
  const alone = millis(200, () => step(bare));
  const all = millis(200, () => step(world));
  return {
    name: `step of ${machines} machines, beside what the racks take`,
    value: all - alone,
    unit: 'ms',
    limit: 1.5,
    note: `${all.toFixed(2)} ms with, ${alone.toFixed(2)} ms without machines; median`,
  };
}

function turned(world: World, round: number): void {
  const id = `vm-${1 + ((round * 7919) % 100)}`;
  const power = round % 2 === 0 ? 'off' : 'on';
  const decision = decide(world, { type: 'inventory.change', id, spec: { power } } as never, actor);
  if (!decision.ok) throw new Error(decision.refusal.message);
  applyEvents(world, decision.value.events);
}

export async function run(): Promise<Row[]> {
  const machines = 100_000;
  const empty = heldBytes();
  const from = performance.now();
  const world = worldOf(machines);
  const built = (performance.now() - from) / 1000;
  step(world);
  const bytes = (heldBytes() - empty) / machines;
  const row = (name: string, asked: object): Row => ({
    name: `list of ${machines} machines, ${name}`,
    value: millis(30, () => list(world, asked)),
    unit: 'ms',
    limit: 50,
  });
  return [
    {
      name: `a machine of ${machines} at rest`,
      value: bytes,
      unit: 'bytes',
      limit: 1200,
      note: `heap and columns after a sweep${globalThis.gc === undefined ? ' (none: run with --expose-gc)' : ''}; built from its file in ${built.toFixed(1)} s`,
    },
    stepRow(world, machines),
    {
      name: `a second in which one of ${machines} machines changed`,
      value: millis(60, (round) => {
        turned(world, round);
        step(world);
      }),
      unit: 'ms',
    },
    row('by name', {}),
    row('busiest first', { sort: 'cpu', order: 'down' }),
    row('a word in the name, by memory', { text: 'web', sort: 'memory' }),
    row('page 500 of those that are on', { power: 'on', offset: 50_000 }),
  ];
}
