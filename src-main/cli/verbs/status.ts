import type { Status } from '../../../sim/contract/queries.ts';
import { labTime } from '../lab-time.ts';
import { bytesText } from '../listings/desk.ts';
import { done } from '../outcome.ts';
import { documentFlag, jsonText, showFacts, yamlText } from '../show.ts';
import { leaf, type Call } from '../verb.ts';

export const statusVerb = leaf({
  name: 'status',
  summary: 'Say what the host is doing',
  examples: ['dvm status', 'dvm status -o json'],
  flags: { output: documentFlag },
  run: async (call, flags) => {
    const client = await call.host();
    if (!client.ok) return client;
    const status = await client.value.query('status', {});
    if (!status.ok) return status;
    if (flags.output === 'json') call.console.data(jsonText(status.value));
    else if (flags.output === 'yaml') call.console.data(yamlText(status.value));
    else showStatus(call, status.value, client.value.address.url);
    return done;
  },
});

export const clockText = ({ clock, pace }: Pick<Status, 'clock' | 'pace'>): string =>
  clock.running
    ? `runs at ×${clock.speed} (×${pace.toFixed(pace < 10 ? 1 : 0)} achieved)`
    : `paused${clock.owed > 0 ? `, ${clock.owed} steps to take` : ''}`;

function showStatus({ console }: Call, status: Status, url: string): void {
  const { lab, storage } = status;
  showFacts(console, [
    ['Host', `Coldaisle ${status.version} at ${url}`],
    ['Lab', `${lab.name} (${lab.id}), seed ${lab.seed}, SIMULATED`],
    ['Story', `${status.branch}, revision ${status.revision}`],
    ['Lab time', `${labTime(status.at)} (tick ${status.clock.tick})`],
    ['Clock', clockText(status)],
    ['Racks', `${status.racks}, with ${status.sensors} sensors`],
    ['Alarms', status.activeAlarms === 0 ? 'none active' : `${status.activeAlarms} active`],
    [
      'Readings',
      `${status.messagesPerMinute} a minute${status.rejectedMessages === 0 ? '' : `, ${status.rejectedMessages} refused`}`,
    ],
    [
      'Storage',
      `${storage.state}, ${bytesText(storage.bytes)}${storage.detail === '' ? '' : `, ${storage.detail}`}`,
    ],
    ...status.faces.map(
      (face) =>
        [
          face.name,
          [face.state, face.address, face.detail].filter((part) => part !== '').join(', '),
        ] as const,
    ),
  ]);
}
