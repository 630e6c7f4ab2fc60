import type { LoggedEvent } from '../../sim/contract/events.ts';
import { createCatalogue } from './catalogue.ts';
import type { Client } from './client.ts';
import { labTime } from './lab-time.ts';
import { eventText } from './listings/event-text.ts';
import type { Live } from './live.ts';
import { done, failed, type Outcome } from './outcome.ts';
import type { Call } from './verb.ts';

type Followed = { readonly client: Client; readonly live: Live; readonly run: string };

const tickMillis = 1000;

/** Tells the alarms as they come, until the run is stopped or the story it belongs to is left. */
export async function follow(call: Call, { client, live, run }: Followed): Promise<Outcome<undefined>> {
  try {
    const catalogue = createCatalogue(client);
    // Loads whatever an alarm can be about, so that it has a name.
    const [status, sensors] = await Promise.all([client.query('status', {}), catalogue.all('sensor')]);
    if (!status.ok) return status;
    if (!sensors.ok) return sensors;
    const tell = ({ event, tick }: LoggedEvent): void => {
      const time = labTime(status.value.clock.epoch + tick * tickMillis);
      call.console.data(`${time}  ${eventText(event, (id) => catalogue.byId(id)?.name ?? id)}`);
    };
    for (;;) {
      const heard = await live.next();
      if (!heard.ok) return heard;
      if (heard.value.op === 'reset') {
        return failed({
          kind: 'refused',
          refusal: {
            code: 'wrong-state',
            message: `The lab went elsewhere: ${run} is no part of the story now`,
          },
        });
      }
      if (heard.value.op !== 'events') continue;
      for (const item of heard.value.items) {
        if (item.event.type.startsWith('alarm.')) tell(item);
        if (item.event.type !== 'scenario.stopped' || item.event.id !== run) continue;
        tell(item);
        return done;
      }
    }
  } finally {
    live.close();
  }
}
