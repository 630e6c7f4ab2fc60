/** A lab with figures worth asking for: a host on a server, with two machines that work on two datastores. */
import { expect } from 'vitest';
import type { EntityId } from '../../../../sim/contract/ids.ts';
import { buildEstate } from '../small-estate.fixture.ts';
import type { Estate } from '../small-estate.fixture.ts';
import { openVmwareLab, textIn } from '../vmware-lab.fixture.ts';
import type { SoapAnswer, SoapClient, VmwareLab } from '../vmware-lab.fixture.ts';
import type { XmlElement } from '../wire/xml.ts';

export type Asked = { readonly instance?: string; readonly interval?: number; readonly samples?: number };
type Read<T> = (id: EntityId, name: string, asked?: Asked) => Promise<T>;

export type FigureLab = {
  readonly lab: VmwareLab;
  readonly estate: Estate;
  readonly client: SoapClient;
  readonly server: EntityId;
  readonly second: EntityId;
  /** With three disks on two datastores, and two cards. */
  readonly busy: EntityId;
  readonly beside: EntityId;
  readonly keyOf: (name: string) => string;
  readonly element: (id: EntityId) => string;
  /** Samples by instance, oldest first. */
  readonly read: Read<ReadonlyMap<string, readonly number[]>>;
  readonly whole: Read<readonly number[]>;
  readonly last: Read<number>;
  /** Counter and instance, as in `cpu.usage.average 0`. */
  readonly available: (id: EntityId) => Promise<readonly string[]>;
};

export async function openFigureLab(): Promise<FigureLab> {
  const lab = await openVmwareLab();
  const estate = await buildEstate(lab);
  const client = await lab.login();
  const equipped = await equip(lab, estate);
  await lab.run(3600);
  const told = await client.call('Fetch', 'PerformanceManager:PerfMgr', '<prop>perfCounter</prop>');
  const keys = new Map(
    (told.values[0]?.children ?? []).map((one) => [nameOf(one), textIn(one, 'key') ?? '']),
  );
  const keyOf = (name: string): string => {
    const key = keys.get(name);
    if (key === undefined) throw new Error(`there is no counter ${name}`);
    return key;
  };
  const element = (id: EntityId): string => {
    const found = lab.vc.refs.ofId(id);
    return `<entity type="${found?._ref}">${found?.value}</entity>`;
  };
  const read: FigureLab['read'] = async (id, name, { instance = '', interval = 20, samples = 6 } = {}) => {
    const metric = `<metricId><counterId>${keyOf(name)}</counterId><instance>${instance}</instance></metricId>`;
    const spec = `${element(id)}<maxSample>${samples}</maxSample>${metric}<intervalId>${interval}</intervalId>`;
    return seriesIn(
      await client.call('QueryPerf', 'PerformanceManager:PerfMgr', `<querySpec>${spec}</querySpec>`),
    );
  };
  const whole: FigureLab['whole'] = async (...asked) => (await read(...asked)).get('') ?? [];
  return {
    lab,
    estate,
    client,
    ...equipped,
    keyOf,
    element,
    read,
    whole,
    last: async (...asked) => (await whole(...asked)).at(-1) ?? Number.NaN,
    available: async (id) => {
      const its = await client.call('QueryAvailablePerfMetric', 'PerformanceManager:PerfMgr', element(id));
      const names = new Map([...keys].map(([name, key]) => [key, name]));
      return its.values.map(
        (one) => `${names.get(textIn(one, 'counterId') ?? '')} ${textIn(one, 'instance')}`,
      );
    },
  };
}

const nameOf = (one: XmlElement): string =>
  `${textIn(one, 'groupInfo.key')}.${textIn(one, 'nameInfo.key')}.${textIn(one, 'rollupType')}`;

function seriesIn({ values, fault }: SoapAnswer): ReadonlyMap<string, readonly number[]> {
  expect(fault).toBe('');
  const series = (values[0]?.children ?? []).filter((child) => child.name === 'value');
  return new Map(
    series.map((one) => [
      textIn(one, 'id.instance') ?? '',
      one.children.filter((child) => child.name === 'value').map(({ text }) => Number(text)),
    ]),
  );
}

type Equipped = Pick<FigureLab, 'server' | 'second' | 'busy' | 'beside'>;

async function equip(lab: VmwareLab, estate: Estate): Promise<Equipped> {
  const { make, does } = lab;
  const [host] = estate.hosts;
  const server = await makeServer(lab);
  const second = await make({
    kind: 'datastore',
    name: 'store2',
    parent: estate.datacenter,
    spec: { capacity: 500 },
  });
  const links = { runsOn: [server], mounts: [estate.store, second] };
  await does({ type: 'inventory.change', id: host, links });
  const machine = (name: string, cpus: number, stores: readonly EntityId[]): Promise<EntityId> =>
    make({
      kind: 'vm',
      name,
      parent: estate.datacenter,
      spec: {
        host,
        pool: estate.cluster,
        power: 'on',
        memory: 2048,
        cpus,
        workload: { profile: 'database', level: 0.6 },
        disks: stores.map((datastore, at) => ({
          key: 2000 + at,
          label: `Hard disk ${at + 1}`,
          size: 8,
          used: 3,
          isThin: true,
          datastore,
        })),
        nics: [4000, 4001].map((key) => ({
          key,
          label: `Network adapter ${key - 3999}`,
          network: estate.wire,
          mac: `00:50:56:00:0${cpus}:${key - 3990}`,
        })),
      },
    });
  return {
    server,
    second,
    busy: await machine('busy', 3, [estate.store, second, second]),
    beside: await machine('beside', 1, [estate.store]),
  };
}

async function makeServer({ make, world }: VmwareLab): Promise<EntityId> {
  const [site] = world.inventory.ofKind('site');
  const size = { width: 9, depth: 9, envelope: 'A1' };
  const room = await make({ kind: 'room', name: 'r', parent: site?.id, spec: size });
  const row = await make({ kind: 'row', name: 'A', parent: room, spec: { containment: 'none' } });
  const place = { position: { x: 1, y: 2 }, width: 0.6, depth: 1.2, facing: 'south' };
  const rack = await make({
    kind: 'rack',
    name: 'A01',
    parent: row,
    spec: { ...place, heightU: 42, ratedPower: 8 },
  });
  const slot = { position: 1, height: 2, face: 'front' };
  const powers = { idlePower: 150, ratedPower: 600 };
  const spec = { model: 'm', category: 'server', slot, ...powers };
  return make({ kind: 'device', name: 'srv', parent: rack, spec });
}
