/** The lab as a whole under /sim/state: how it stands, what changed since, and back to its beginning. */
import * as z from 'zod';
import type { Entity } from '../../../sim/contract/entities.ts';
import type { LoggedEvent } from '../../../sim/contract/events.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Revision } from '../../../sim/contract/ids.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { answer, asked, done, read } from './sim-call.ts';
import type { SimCall, SimHandler } from './sim-call.ts';

const powers = ['on', 'off', 'suspended', 'paused'] as const;
const counted = ['cluster', 'datastore', 'network'] as const;

async function total(call: SimCall, params: object): Promise<Result<number>> {
  const found = await asked(call, 'machines', { ...params, limit: 1 });
  return found.ok ? accepted(found.value.total) : found;
}

async function countsOf(call: SimCall): Promise<Result<Readonly<Record<string, number>>>> {
  const counts: Record<string, number> = {};
  for (const power of powers) {
    const vms = await total(call, { kinds: ['vm'], power: [power], templates: 'without' });
    if (!vms.ok) return vms;
    counts[`vms_${power}`] = vms.value;
  }
  const hosts = await total(call, { kinds: ['host'] });
  if (!hosts.ok) return hosts;
  counts['hosts'] = hosts.value;
  for (const kind of counted) {
    const found = await asked(call, 'entities', { kinds: [kind], limit: 20_000 });
    if (!found.ok) return found;
    counts[`${kind}s`] = found.value.items.length;
  }
  return accepted(counts);
}

export const showState: SimHandler = async (call) => {
  const { lab, branch, revision, clock, at, activeAlarms } = call.host.status();
  const counts = await countsOf(call);
  if (!counts.ok) return counts;
  const scenarios = await asked(call, 'scenarios', {});
  if (!scenarios.ok) return scenarios;
  const tasks = await asked(call, 'tasks', { states: ['running'] });
  if (!tasks.ok) return tasks;
  return answer({
    lab,
    branch,
    revision,
    at,
    clock,
    counts: counts.value,
    alarms: activeAlarms,
    failures: scenarios.value.runs,
    tasks: tasks.value.items,
  });
};

const sinceSchema = z.strictObject({
  since: z.coerce.number({ error: 'name the revision that you know: ?since=17' }).int().min(0),
});

export const showDifference: SimHandler = async (call) => {
  const params = read(sinceSchema, Object.fromEntries(call.params));
  if (!params.ok) return params;
  const { branch, revision } = call.host.status();
  const { since } = params.value;
  const events = call.host.eventsSince(since as Revision, branch);
  if (events === null) {
    return refused('not-found', `What came after revision ${since} is not at hand`, {
      where: 'since',
      hint: `The lab is at ${revision}: ask for /sim/state and go on from there.`,
    });
  }
  return answer({ from: since, to: revision, branch, ...differenceOf(events) });
};

/** One entity is told of once, as it is now; one that came and went is not told of. */
function differenceOf(events: readonly LoggedEvent[]): object {
  const created = new Map<EntityId, Entity>();
  const changed = new Map<EntityId, Entity>();
  const removed = new Set<EntityId>();
  const others: Record<string, number> = {};
  for (const { event } of events) {
    switch (event.type) {
      case 'entity.created':
        created.set(event.entity.id, event.entity);
        break;
      case 'entity.changed':
        (created.has(event.entity.id) ? created : changed).set(event.entity.id, event.entity);
        break;
      case 'entity.removed':
        if (!created.delete(event.id)) removed.add(event.id);
        changed.delete(event.id);
        break;
      default:
        others[event.type] = (others[event.type] ?? 0) + 1;
    }
  }
  return {
    created: [...created.values()],
    changed: [...changed.values()],
    removed: [...removed],
    /** Of what is not inventory, how many of each kind. */
    events: others,
  };
}

/** Back to the first moment of the lab; what was stays as a branch. */
export const reset: SimHandler = (call) => done(call, { type: 'desk.rewind', tick: 0 }, 202);
