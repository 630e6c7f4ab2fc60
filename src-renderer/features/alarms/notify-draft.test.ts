import { expect, test } from 'vitest';
import { notifySettingsSchema } from '../../../sim/contract/settings.ts';
import { bareNotify, sampleNotify, sampleSent } from '../states/alarm-samples.ts';
import { deliveryText, kindText } from './notification-words.ts';
import { draftFrom, nextKey, problemsIn, settingsFrom, untestable } from './notify-draft.ts';

const draft = draftFrom(sampleNotify.notify);
const fieldsOf = (more: Partial<typeof draft>) => Object.keys(problemsIn({ ...draft, ...more }));

test('FR-120-257 who is told comes out of the form as it went in, and the host takes it', () => {
  for (const { notify } of [sampleNotify, bareNotify]) {
    expect(settingsFrom(draftFrom(notify))).toEqual(notify);
    expect(notifySettingsSchema.safeParse(settingsFrom(draftFrom(notify))).success).toBe(true);
  }
});
test('FR-120-257 what is wrong is said at its field; what is switched off may be unfinished', () => {
  expect(fieldsOf({})).toEqual([]);
  expect(fieldsOf({ host: '', from: 'nobody', port: '0' })).toEqual(['host', 'port', 'from']);
  expect(fieldsOf({ mail: 'off', host: '', from: 'nobody' })).toEqual([]);
  expect(fieldsOf({ ladder: [] })).toEqual(['ladder']);
  const rung = { key: 9, afterMinutes: '15', to: 'ann@example' };
  expect(fieldsOf({ ladder: [...draft.ladder, rung] })).toEqual(['ladder.2.afterMinutes']);
  expect(fieldsOf({ ladder: [{ ...rung, to: 'ann@example, bob' }] })).toEqual(['ladder.0.to']);
  expect(fieldsOf({ ladder: [{ ...rung, to: ' , ' }] })).toEqual(['ladder.0.to']);
  const hook = { key: 1, url: 'https://hooks.example/alarms', least: 'major' } as const;
  expect(fieldsOf({ webhooks: [...draft.webhooks, hook] })).toEqual(['webhooks.1.url']);
  expect(fieldsOf({ webhooks: [{ ...hook, url: 'ftp://hooks.example' }] })).toEqual(['webhooks.0.url']);
});
test('FR-120-257 a row that is added never takes the key of another', () => {
  expect(nextKey([])).toBe(0);
  expect(nextKey([{ key: 4 }, { key: 1 }])).toBe(5);
});
test('FR-120-258 what was sent says how it went, in words', () => {
  const [waiting, sent, failed] = sampleSent;
  if (waiting === undefined || sent === undefined || failed === undefined) throw new Error('no samples');
  expect(deliveryText(waiting)).toMatch(
    /^Waits to be tried again\. Tried 2 times, .* no answer within 10 s$/,
  );
  expect(deliveryText(sent)).toMatch(/^Delivered\. Tried once, last /);
  expect(deliveryText(failed)).toContain('it answered 410 Gone');
  expect(kindText(waiting)).toBe('(nobody acknowledged)');
  expect(kindText({ kind: 'digest', alarms: ['a', 'b'] as never })).toBe('(2 at once)');
});
test('FR-120-258 a test is offered of what is switched on and saved, else the reason why not', () => {
  for (const channel of ['desktop', 'mail', 'webhook'] as const) {
    expect(untestable(sampleNotify.notify, channel)).toBeNull();
    expect(untestable(null, channel)).not.toBeNull();
  }
  expect(untestable(bareNotify.notify, 'mail')).toMatch(/Switch mail on/);
  expect(untestable(bareNotify.notify, 'webhook')).toMatch(/Add a webhook/);
  expect(untestable({ ...bareNotify.notify, desktop: 'off' }, 'desktop')).toMatch(/are off/);
});
