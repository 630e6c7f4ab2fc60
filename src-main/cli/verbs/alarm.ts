import type { CommandInput } from '../../../sim/contract/commands.ts';
import { createCatalogue } from '../catalogue.ts';
import { quantity, text, toggle } from '../flags.ts';
import { done, misused, type Outcome } from '../outcome.ts';
import { documentFlag, jsonText, yamlText } from '../show.ts';
import { headingLine, layOut, line } from '../table-text.ts';
import { leaf, type Branch, type Call } from '../verb.ts';

/** `7` is what people read off a screen; the contract says `alarm-7`. */
const alarmId = (word: string): string => (/^\d+$/.test(word) ? `alarm-${word}` : word);

const ids = { label: 'ID', times: 'some', completes: 'get alarms', help: 'alarm-7, or 7' } as const;

type Told = { readonly command: (id: string) => CommandInput; readonly words: (id: string) => string };

/** The same command to each alarm that was named. */
async function toEach(call: Call, words: readonly string[], told: Told): Promise<Outcome<undefined>> {
  const wrong = words.map(alarmId).find((id) => !/^alarm-\d+$/.test(id));
  if (wrong !== undefined) return misused(`${wrong} is no alarm`, 'dvm get alarms lists them');
  const client = await call.host();
  if (!client.ok) return client;
  for (const id of words.map(alarmId)) {
    const receipt = await client.value.command(told.command(id));
    if (!receipt.ok) return receipt;
    call.console.words(told.words(id));
  }
  return done;
}

const acknowledge = leaf({
  name: 'ack',
  summary: 'Say that somebody takes care of it',
  examples: [
    'dvm alarm ack alarm-7 --note "Filter is being changed"',
    'dvm alarm ack $(dvm get alarms --state ACTIVE -o name)',
  ],
  operands: [ids],
  flags: { note: text({ label: 'TEXT', help: 'What you found or will do' }) },
  run: (call, { note }, words) =>
    toEach(call, words, {
      command: (id) => ({ type: 'alarm.acknowledge', id, ...(note === undefined ? {} : { note }) }),
      words: (id) => `Acknowledged ${id}.`,
    }),
});

const shelve = leaf({
  name: 'shelve',
  summary: 'Keep it out of the list for a while, with the reason',
  examples: ['dvm alarm shelve alarm-7 --minutes 60 --reason "Fan tray on its way"'],
  operands: [ids],
  flags: {
    minutes: quantity({ label: 'MINUTES', help: 'Lab minutes; 60 where left out' }),
    reason: text({ label: 'TEXT', help: 'Why: it stays in the story' }),
  },
  run: async (call, { minutes, reason = '' }, words) => {
    if (reason.trim() === '') return misused('Why? Shelving needs a --reason');
    return toEach(call, words, {
      command: (id) => ({ type: 'alarm.shelve', id, minutes: minutes ?? 60, reason }),
      words: (id) => `Shelved ${id}.`,
    });
  },
});

const unshelve = leaf({
  name: 'unshelve',
  summary: 'Put it back into the list',
  examples: ['dvm alarm unshelve alarm-7'],
  operands: [ids],
  run: (call, _flags, words) =>
    toEach(call, words, {
      command: (id) => ({ type: 'alarm.unshelve', id }),
      words: (id) => `Took ${id} off the shelf.`,
    }),
});

const note = leaf({
  name: 'note',
  summary: 'Write a note beside it; everyone sees who wrote it and when',
  examples: ['dvm alarm note alarm-7 --text "Filter is clogged, a new one comes at noon"'],
  operands: [ids],
  flags: { text: text({ label: 'TEXT', help: 'What is to be known' }) },
  run: async (call, flags, words) => {
    const said = (flags.text ?? '').trim();
    if (said === '') return misused('What? A note needs a --text');
    return toEach(call, words, {
      command: (id) => ({ type: 'alarm.annotate', id, note: said }),
      words: (id) => `Noted on ${id}.`,
    });
  },
});

const assign = leaf({
  name: 'assign',
  summary: 'Say who takes care of it, or that nobody does',
  examples: ['dvm alarm assign alarm-7 --to ann', 'dvm alarm assign alarm-7'],
  operands: [ids],
  flags: { to: text({ label: 'NAME', help: 'Who; nobody any more where left out' }) },
  run: (call, flags, words) => {
    const to = flags.to?.trim() ?? null;
    if (to === '') return Promise.resolve(misused('To whom? Leave --to out to take it from somebody'));
    return toEach(call, words, {
      command: (id) => ({ type: 'alarm.assign', id, to }),
      words: (id) => (to === null ? `${id} is nobody’s.` : `Assigned ${id} to ${to}.`),
    });
  },
});

const service = leaf({
  name: 'service',
  summary: 'Take a sensor’s alarms out of service, or put them back',
  examples: [
    'dvm alarm service A01/temperature --out --reason "Being replaced"',
    'dvm alarm service sensor-4',
  ],
  operands: [{ label: 'SENSOR', times: 'once', completes: 'get sensors', help: 'Its id, name or path' }],
  flags: {
    out: toggle('Out of service; back in where left out'),
    reason: text({ label: 'TEXT', help: 'Why it is taken out' }),
  },
  run: async (call, { out, reason = '' }, [name = '']) => {
    if (out && reason.trim() === '') return misused('Why? Taking it out needs a --reason');
    const client = await call.host();
    if (!client.ok) return client;
    const catalogue = createCatalogue(client.value);
    const sensor = await catalogue.find(['sensor'], name);
    if (!sensor.ok) return sensor;
    const command: CommandInput = {
      type: 'alarm.service',
      sensor: sensor.value.id,
      service: out ? 'out' : 'in',
      reason,
    };
    const receipt = await client.value.command(command);
    if (!receipt.ok) return receipt;
    call.console.words(`${catalogue.referenceOf(sensor.value)} is ${out ? 'out of' : 'back in'} service.`);
    return done;
  },
});

const verdictTones = { ok: 'ok', over: 'major', none: 'quiet' } as const;
const kpiHeadings = [
  { title: 'FIGURE', align: 'left' },
  { title: 'NOW', align: 'right' },
  { title: 'AT MOST', align: 'right' },
  { title: 'VERDICT', align: 'left' },
] as const;

const kpis = leaf({
  name: 'kpis',
  summary: 'How well the alarm list serves: the standard’s figures for the last day',
  examples: ['dvm alarm kpis', 'dvm alarm kpis -o json'],
  flags: { output: documentFlag },
  run: async (call, { output }) => {
    const client = await call.host();
    if (!client.ok) return client;
    const asked = await client.value.query('alarm-kpis', {});
    if (!asked.ok) return asked;
    const { rate, floods, chattering, stale } = asked.value;
    if (output === 'json') call.console.data(jsonText(asked.value));
    else if (output === 'yaml') call.console.data(yamlText(asked.value));
    else {
      const rows = [
        ['alarms in 10 minutes, mean', rate.per10Minutes],
        ['alarms in 10 minutes, worst', rate.peak],
        ['alarms a day', rate.perDay],
        ['time in floods, %', floods.share],
        ['chattering alarms', chattering.count],
        ['stale alarms', stale.count],
      ] as const;
      const cells = rows.map(([name, { value, target, verdict }]) => [
        { text: name },
        { text: value.toFixed(1) },
        { text: String(target) },
        { text: verdict, tone: verdictTones[verdict] },
      ]);
      const layout = layOut(kpiHeadings, cells, call.console.width);
      call.console.data(headingLine(layout, call.console.paint));
      for (const row of cells) call.console.data(line(layout, row, call.console.paint));
    }
    return done;
  },
});

export const alarmVerb: Branch = {
  kind: 'branch',
  name: 'alarm',
  summary: 'Acknowledge, shelve, note, assign and judge alarms',
  leaves: [acknowledge, shelve, unshelve, note, assign, service, kpis],
};
