import type { EntityOf, Kind } from '../../../sim/contract/entities.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import type { TaskView } from '../../../sim/contract/tasks.ts';
import { labTime } from '../lab-time.ts';
import type { Client } from '../client.ts';
import type { Outcome } from '../outcome.ts';
import type { Cell } from '../table-text.ts';
import { listing, onEvents } from './listing.ts';

const pageSize = 20_000;

/** All of some kinds, page by page. */
export async function everyOne(
  client: Client,
  kinds: readonly Kind[],
): Promise<Outcome<QueryAnswer<'entities'>['items']>> {
  const found: QueryAnswer<'entities'>['items'] = [];
  let after: string | null = null;
  do {
    const page: Outcome<QueryAnswer<'entities'>> = await client.query('entities', {
      kinds: [...kinds],
      limit: pageSize,
      ...(after === null ? {} : { after }),
    });
    if (!page.ok) return page;
    found.push(...page.value.items);
    after = page.value.next;
  } while (after !== null);
  return { ok: true, value: found };
}

type Named<K extends Kind> = { readonly entity: EntityOf<K>; readonly nameOf: (id: string | null) => string };

const powerCell = (power: string): Cell =>
  power === 'on' ? { text: power, tone: 'ok' } : { text: power, tone: 'quiet' };
const gibibytes = (mebibytes: number): string => `${Number((mebibytes / 1024).toFixed(1))} GiB`;

export const vmListing = listing<Named<'vm'>>({
  name: 'vms',
  singular: 'vm',
  summary: 'Virtual machines and templates, and where they run',
  columns: [
    { title: 'NAME', cell: ({ entity }) => entity.name },
    {
      title: 'POWER',
      atLeast: 9,
      cell: ({ entity }) => powerCell(entity.spec.isTemplate ? 'template' : entity.spec.power),
    },
    { title: 'OS', cell: ({ entity }) => entity.spec.os },
    { title: 'CPUS', align: 'right', cell: ({ entity }) => String(entity.spec.cpus) },
    { title: 'MEMORY', align: 'right', cell: ({ entity }) => gibibytes(entity.spec.memory) },
    { title: 'HOST', cell: ({ entity, nameOf }) => nameOf(entity.spec.host) },
    { title: 'ADDRESS', cell: ({ entity }) => entity.spec.nics[0]?.address ?? '–' },
    {
      title: 'SNAPSHOTS',
      align: 'right',
      wide: true,
      cell: ({ entity }) => String(entity.spec.snapshots.length),
    },
    { title: 'ID', wide: true, cell: ({ entity }) => ({ text: entity.id, tone: 'quiet' }) },
  ],
  rows: ({ client }) => withNames(client, 'vm', ['host']),
  of: ({ entity }) => ({ reference: entity.name, id: entity.id, value: entity }),
  watch: onEvents('entity.'),
});

export const hostListing = listing<Named<'host'>>({
  name: 'hosts',
  singular: 'host',
  summary: 'Hypervisors: whether they answer, and in what mode',
  columns: [
    { title: 'NAME', cell: ({ entity }) => entity.name },
    { title: 'POWER', atLeast: 7, cell: ({ entity }) => powerCell(entity.spec.power) },
    { title: 'STATE', atLeast: 14, cell: ({ entity }) => entity.spec.state },
    { title: 'MODE', atLeast: 20, cell: ({ entity }) => entity.spec.mode },
    { title: 'PRODUCT', cell: ({ entity }) => `${entity.spec.product} ${entity.spec.version}` },
    { title: 'MEMORY', align: 'right', cell: ({ entity }) => gibibytes(entity.spec.memory) },
    { title: 'IN', cell: ({ entity, nameOf }) => nameOf(entity.parent) },
    { title: 'ID', wide: true, cell: ({ entity }) => ({ text: entity.id, tone: 'quiet' }) },
  ],
  rows: ({ client }) => withNames(client, 'host', ['cluster', 'datacenter', 'folder', 'cloud']),
  of: ({ entity }) => ({ reference: entity.name, id: entity.id, value: entity }),
  watch: onEvents('entity.'),
});

async function withNames<K extends Kind>(
  client: Client,
  kind: K,
  around: readonly Kind[],
): Promise<Outcome<readonly Named<K>[]>> {
  const found = await everyOne(client, [kind, ...around]);
  if (!found.ok) return found;
  const names = new Map<string, string>(found.value.map(({ id, name }) => [id, name]));
  const nameOf = (id: string | null): string => (id === null ? '–' : (names.get(id) ?? id));
  const own = found.value.filter((entity): entity is EntityOf<K> => entity.kind === kind);
  return { ok: true, value: own.map((entity) => ({ entity, nameOf })) };
}

const taskTones = { running: 'ok', done: 'quiet', failed: 'major', cancelled: 'quiet' } as const;

export const taskListing = listing<TaskView>({
  name: 'tasks',
  singular: 'task',
  summary: 'Long work on machines and hosts, newest first',
  narrowings: ['limit'],
  columns: [
    { title: 'ID', cell: ({ id }) => id },
    { title: 'WHAT', cell: ({ verb }) => verb },
    { title: 'OF', cell: ({ name }) => name },
    { title: 'STATE', atLeast: 9, cell: ({ state }) => ({ text: state, tone: taskTones[state] }) },
    { title: 'DONE', align: 'right', atLeast: 5, cell: ({ progress }) => `${Math.floor(progress * 100)} %` },
    { title: 'ENDS', cell: ({ endsAt, finishedAt }) => labTime(finishedAt ?? endsAt) },
    { title: 'BY', cell: ({ by }) => ({ text: by, tone: 'quiet' }) },
    { title: 'WHY', cell: ({ refusal }) => refusal?.message ?? '' },
  ],
  rows: async ({ client }, { limit }) => {
    const tasks = await client.query('tasks', limit === undefined ? {} : { limit });
    return tasks.ok ? { ok: true, value: tasks.value.items } : tasks;
  },
  of: (task) => ({ reference: task.id, id: task.id, value: task }),
  watch: onEvents('task.'),
});
