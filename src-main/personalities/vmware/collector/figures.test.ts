import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Call } from '../objects/managed.ts';
import { versionAt } from '../schema/version.ts';
import { buildEstate } from '../small-estate.fixture.ts';
import type { Estate } from '../small-estate.fixture.ts';
import { openVmwareLab } from '../vmware-lab.fixture.ts';
import type { VmwareLab } from '../vmware-lab.fixture.ts';
import { dataListAt, textAt } from '../wire/ask.ts';
import type { Data } from '../wire/value.ts';
import { addFilter, createCollector } from './collector.ts';
import { specOf } from './filter-spec.ts';
import { createPlan } from './plan.ts';
import { waitForUpdates } from './wait.ts';

let lab: VmwareLab;
let estate: Estate;

beforeAll(async () => {
  lab = await openVmwareLab();
  estate = await buildEstate(lab);
});
afterAll(() => lab.close());
afterEach(() => vi.useRealTimers());

test('FR-020-068 figures that move with the lab’s time are told every five seconds, without an event', async () => {
  await lab.does({ type: 'machine.power', id: estate.machines[0], verb: 'on' });
  await lab.run(60);
  const obj = lab.vc.refs.ofId(estate.machines[0]);
  const call: Call = {
    vc: lab.vc,
    caller: { key: 'test', user: 'test' },
    session: null,
    version: versionAt(lab.vc.schema, '8.0.2.0'),
    method: 'WaitForUpdatesEx',
    self: { _ref: 'PropertyCollector', value: 'own' },
    args: {},
    isGone: () => false,
    gone: () => new AbortController().signal,
    enter: () => {},
    userAgent: '',
    address: '',
    origin: '',
  };
  const collector = createCollector(call, call.self);
  const source: Data = {
    propSet: [{ type: 'VirtualMachine', pathSet: ['summary.quickStats.uptimeSeconds'] }],
    objectSet: [{ obj }],
  };
  const spec = specOf(source);
  if (!spec.ok) throw new Error(spec.fault.message);
  addFilter(call, collector, { plan: createPlan(spec.value), isPartial: false });
  const wish = { maxMillis: 60_000, maxObjects: 100 };
  const first = await waitForUpdates(call, collector, { ...wish, version: '' });
  const version = first.ok ? (textAt(first.value, 'version') ?? '') : '';
  await lab.run(30);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const waiting = waitForUpdates(call, collector, { ...wish, version });
  while (vi.getTimerCount() === 0) await new Promise((resolve) => setImmediate(resolve));
  vi.advanceTimersByTime(5000);
  const second = await waiting;
  if (!second.ok) throw new Error(second.fault.message);
  const [set] = dataListAt(second.value, 'filterSet');
  const [update] = dataListAt(set, 'objectSet');
  expect(textAt(update, 'kind')).toBe('modify');
  const [change] = dataListAt(update, 'changeSet');
  expect(change?.['val']).toEqual({ _type: 'xsd:int', value: expect.any(Number) });
  collector.close();
});
