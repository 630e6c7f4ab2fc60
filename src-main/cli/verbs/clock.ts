import type { CommandInput } from '../../../sim/contract/commands.ts';
import type { Status } from '../../../sim/contract/queries.ts';
import { labTime, readMoment } from '../lab-time.ts';
import { done, misused, type Outcome } from '../outcome.ts';
import { runDesk } from '../run-desk.ts';
import { documentFlag, jsonText, showFacts, yamlText } from '../show.ts';
import { leaf, type Branch, type Call } from '../verb.ts';
import { clockText } from './status.ts';

const statusLeaf = leaf({
  name: 'status',
  summary: 'Say what time it is in the lab and how fast it runs',
  examples: ['dvm clock', 'dvm clock status -o json'],
  flags: { output: documentFlag },
  run: async (call, flags) => {
    const client = await call.host();
    if (!client.ok) return client;
    const status = await client.value.query('status', {});
    if (!status.ok) return status;
    const { clock, at, pace, branch } = status.value;
    const document = { ...clock, at, pace, branch };
    if (flags.output === 'json') call.console.data(jsonText(document));
    else if (flags.output === 'yaml') call.console.data(yamlText(document));
    else showClock(call, status.value);
    return done;
  },
});

function showClock({ console }: Call, status: Status): void {
  showFacts(console, [
    ['Lab time', labTime(status.at)],
    ['Tick', String(status.clock.tick)],
    ['Clock', clockText(status)],
    ['Branch', status.branch],
  ]);
}

async function tell(call: Call, command: CommandInput, said: string): Promise<Outcome<undefined>> {
  const client = await call.host();
  if (!client.ok) return client;
  const receipt = await client.value.command(command);
  if (!receipt.ok) return receipt;
  call.console.words(said);
  return done;
}

const pauseLeaf = leaf({
  name: 'pause',
  summary: 'Let the lab stand still',
  examples: ['dvm clock pause'],
  run: (call) => tell(call, { type: 'clock.pause' }, 'Paused.'),
});

const resumeLeaf = leaf({
  name: 'resume',
  summary: 'Let the lab run on',
  examples: ['dvm clock resume'],
  run: (call) => tell(call, { type: 'clock.resume' }, 'Running.'),
});

const speedLeaf = leaf({
  name: 'speed',
  summary: 'Let the lab run so many times as fast as the wall clock',
  examples: ['dvm clock speed 60', 'dvm clock speed 1'],
  operands: [{ label: 'FACTOR', times: 'once', help: '1 to 1000' }],
  run: async (call, _flags, [word = '']) => {
    const speed = Number(word.replace(/^[x×]/, ''));
    if (!(speed >= 1 && speed <= 1000)) return misused(`The speed is a number from 1 to 1000, not ${word}`);
    return tell(call, { type: 'clock.speed', speed }, `Speed ×${speed}.`);
  },
});

const stepLeaf = leaf({
  name: 'step',
  summary: 'Take so many steps of one second while paused',
  examples: ['dvm clock step', 'dvm clock step 600'],
  operands: [{ label: 'TICKS', times: 'maybe', help: '1 to 86400; 1 where left out' }],
  run: async (call, _flags, [word = '1']) => {
    const ticks = Number(word);
    if (!Number.isInteger(ticks) || ticks < 1 || ticks > 86_400)
      return misused(`Steps are a whole number from 1 to 86400, not ${word}`);
    return tell(call, { type: 'clock.step', ticks }, ticks === 1 ? 'One step.' : `${ticks} steps.`);
  },
});

const rewindLeaf = leaf({
  name: 'rewind',
  summary: 'Go back to a moment and go on from there as a new branch',
  about: `The story that was is kept: dvm get branches lists it, dvm lab branch goes back to it.

A moment is a tick (600), a time back (-10m, -1h30m), a time of day of the lab
(08:30, the last one before now), or a date and time (2026-01-05T08:30:00Z).`,
  examples: ['dvm clock rewind -10m', 'dvm clock rewind 08:30', 'dvm clock rewind 0'],
  operands: [{ label: 'MOMENT', times: 'once', help: 'Where to' }],
  run: async (call, _flags, [word = '']) => {
    const client = await call.host();
    if (!client.ok) return client;
    const status = await client.value.query('status', {});
    if (!status.ok) return status;
    const { clock, at, branch } = status.value;
    const tick = readMoment(word, { epoch: clock.epoch, tick: clock.tick, now: at });
    if (!tick.ok) return tick;
    const receipt = await runDesk(call, client.value, { type: 'desk.rewind', tick: tick.value });
    if (!receipt.ok) return receipt;
    if (receipt.value.branch !== undefined) call.console.data(receipt.value.branch);
    call.console.words(
      `Back at ${labTime(clock.epoch + tick.value * 1000)}. The story from there on stays on ${branch}. The clock stands: dvm clock resume.`,
    );
    return done;
  },
});

export const clockVerb: Branch = {
  kind: 'branch',
  name: 'clock',
  summary: 'Pause, speed up, step and rewind the lab',
  fallback: 'status',
  leaves: [statusLeaf, pauseLeaf, resumeLeaf, speedLeaf, stepLeaf, rewindLeaf],
};
