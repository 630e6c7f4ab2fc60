/** What the host announces, told to every socket: encoded once, however many listen. */
import type { ServerMessage } from '../../../sim/contract/live.ts';
import { liveProtocol } from '../../../sim/contract/live.ts';
import type { Host } from '../../host/host.ts';
import type { Announcement } from '../../host/announcement.ts';
import type { Log } from '../../host/log.ts';
import type { Knock } from '../knock.ts';
import type { GatewayLimits } from '../limits.ts';
import { createLaneLists, type LaneLists } from './lane-lists.ts';
import { createLiveSession, type LiveSession, type SessionOptions } from './live-session.ts';
import type { EventBatch } from './live-watch.ts';
import { lightEvent } from './light-event.ts';

type HubOptions = {
  readonly host: Host;
  readonly knock: Knock;
  readonly limits: GatewayLimits;
  readonly log: Log;
};

export type LiveHub = {
  readonly join: (client: Pick<SessionOptions, 'socket' | 'actor' | 'fromPage'>) => void;
  readonly count: () => number;
  readonly close: () => void;
};

export function createLiveHub(options: HubOptions): LiveHub {
  const { host, limits } = options;
  const sessions = new Set<LiveSession>();
  const lists = createLaneLists(host.board, host.labTime);
  const everyone = (tell: (session: LiveSession) => void): void => {
    for (const session of sessions) tell(session);
  };
  const tellStatus = (): void => {
    if (sessions.size === 0) return;
    const text = encode({ op: 'status', status: host.status() });
    everyone((session) => session.status(text));
  };
  const lanesChanged = (): void => {
    lists.touch();
    everyone((session) => session.views.changed());
  };
  const announced = createAnnouncer({ host, everyone, tellStatus, lanesChanged });
  const stops = [
    host.announcements((announcement) => {
      if (sessions.size > 0) announced(announcement);
    }),
    host.board.onChange(lanesChanged),
    every(limits.statusMillis, tellStatus),
    every(limits.pingMillis, () => everyone((session) => session.ping())),
  ];
  return {
    join: (client) => join({ ...options, ...client, lists }, sessions),
    count: () => sessions.size,
    close: () => {
      for (const stop of stops) stop();
      everyone((session) => session.close('leaving'));
    },
  };
}

const encode = (message: ServerMessage): string => JSON.stringify(message);

function every(millis: number, work: () => void): () => void {
  const timer = setInterval(work, millis);
  return () => clearInterval(timer);
}

function join(options: SessionOptions & { readonly lists: LaneLists }, sessions: Set<LiveSession>): void {
  const session = createLiveSession(options);
  sessions.add(session);
  options.socket.on('close', () => {
    sessions.delete(session);
    session.watch.stop();
    session.views.dispose();
  });
  session.text(encode({ op: 'hello', protocol: liveProtocol, status: options.host.status() }));
}

type Announcer = {
  readonly host: Host;
  readonly everyone: (tell: (session: LiveSession) => void) => void;
  readonly tellStatus: () => void;
  readonly lanesChanged: () => void;
};

function createAnnouncer({ host, everyone, tellStatus, lanesChanged }: Announcer) {
  let generation = host.board.generation();
  return (announcement: Announcement): void => {
    switch (announcement.kind) {
      case 'events': {
        const batch = batchOf(announcement);
        everyone((session) => session.watch.events(batch));
        if (batch.items.some(({ event }) => event.type === 'clock.changed')) tellStatus();
        break;
      }
      case 'reset': {
        const { reason, revision, branch } = announcement;
        everyone((session) => session.watch.reset(reason, revision, branch));
        tellStatus();
        break;
      }
      case 'operation': {
        const text = encode({ op: 'operation', operation: announcement.operation });
        everyone((session) => session.text(text));
        break;
      }
      case 'notice': {
        const text = encode({ op: 'notice', notice: announcement.notice });
        everyone((session) => session.text(text));
        break;
      }
      default:
        announcement satisfies never;
    }
    // Sensors came, went or belong to another lab: views show other values before the next reading comes.
    if (generation === host.board.generation()) return;
    generation = host.board.generation();
    lanesChanged();
  };
}

function batchOf({ branch, items }: Extract<Announcement, { kind: 'events' }>): EventBatch {
  let text: string | null = null;
  return {
    branch,
    items,
    text: () => (text ??= encode({ op: 'events', branch, items: items.map(lightEvent) })),
  };
}
