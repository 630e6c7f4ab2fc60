import type { World } from '../../../sim/index.ts';
import type { Bulletin } from './bulletin.ts';
import type { Delivery } from './delivery.ts';

const waitMillis = 10_000;
const mostAlarms = 100;

/** What is posted, as JSON. */
export function hookBody(world: World, bulletin: Bulletin) {
  const { kind, title, body, severity, alarms, passed, at } = bulletin;
  return {
    from: 'coldaisle',
    simulated: true,
    lab: world.name,
    kind,
    title,
    body,
    severity,
    at: new Date(at).toISOString(),
    count: alarms.length,
    passed,
    alarms: alarms.slice(0, mostAlarms).map((alarm) => ({
      id: alarm.id,
      rule: alarm.rule,
      severity: alarm.severity,
      priority: alarm.priority,
      state: alarm.state,
      message: alarm.message,
      value: alarm.value,
      limit: alarm.limit,
      source: { id: alarm.source, name: world.inventory.get(alarm.source)?.name ?? alarm.source },
      raisedAt: new Date(alarm.raisedAt).toISOString(),
      explains: world.alarms.childCount(alarm.id),
    })),
  };
}

export async function postHook(url: string, body: object): Promise<Delivery> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      // An address that moved is for its owner to change: nothing is posted where nobody said so.
      redirect: 'manual',
      signal: AbortSignal.timeout(waitMillis),
    });
    await answer.body?.cancel();
    if (answer.ok) return { state: 'sent' };
    const again = answer.status >= 500 || [408, 425, 429].includes(answer.status) ? 'later' : 'never';
    return { state: 'failed', again, detail: `it answered ${answer.status} ${answer.statusText}`.trimEnd() };
  } catch (error) {
    return { state: 'failed', again: 'later', detail: wordsOf(error) };
  }
}

/** fetch says only "fetch failed"; what failed is in its cause. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer within ${waitMillis / 1000} s`;
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message;
}
