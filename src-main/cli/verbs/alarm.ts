import { text } from '../flags.ts';
import { done, misused } from '../outcome.ts';
import { leaf, type Branch } from '../verb.ts';

/** `7` is what people read off a screen; the contract says `alarm-7`. */
const alarmId = (word: string): string => (/^\d+$/.test(word) ? `alarm-${word}` : word);

const acknowledge = leaf({
  name: 'ack',
  summary: 'Say that somebody takes care of it',
  examples: [
    'dvm alarm ack alarm-7 --note "Filter is being changed"',
    'dvm alarm ack $(dvm get alarms --state ACTIVE -o name)',
  ],
  operands: [{ label: 'ID', times: 'some', completes: 'get alarms', help: 'alarm-7, or 7' }],
  flags: { note: text({ label: 'TEXT', help: 'What you found or will do' }) },
  run: async (call, flags, words) => {
    const wrong = words.map(alarmId).find((id) => !/^alarm-\d+$/.test(id));
    if (wrong !== undefined) return misused(`${wrong} is no alarm`, 'dvm get alarms lists them');
    const client = await call.host();
    if (!client.ok) return client;
    for (const id of words.map(alarmId)) {
      const receipt = await client.value.command({
        type: 'alarm.acknowledge',
        id,
        ...(flags.note === undefined ? {} : { note: flags.note }),
      });
      if (!receipt.ok) return receipt;
      call.console.words(`Acknowledged ${id}.`);
    }
    return done;
  },
});

export const alarmVerb: Branch = {
  kind: 'branch',
  name: 'alarm',
  summary: 'Acknowledge alarms',
  leaves: [acknowledge],
};
