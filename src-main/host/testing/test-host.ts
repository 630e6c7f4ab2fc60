/** A real host on a fresh folder, its broker on any free port. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Actor } from '../../../sim/contract/actors.ts';
import type { QueryAnswer, QueryName, QueryParams } from '../../../sim/contract/queries.ts';
import { wallClock } from '../clock-face.ts';
import { createHost } from '../create-host.ts';
import type { Host } from '../host.ts';
import type { Announcement } from '../announcement.ts';
import { silentLog } from '../log.ts';
import type { HostOptions } from '../options.ts';

export const someone: Actor = { origin: 'api', name: 'test', role: 'admin' };

export const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'coldaisle-host-'));

export const testOptions = (dataDirectory: string): HostOptions => ({
  dataDirectory,
  resources: fileURLToPath(new URL('../../../resources', import.meta.url)),
  lab: null,
  labFile: null,
  brokerUrl: null,
  mqttPort: 0,
  version: '0.0.0-test',
  log: silentLog,
  wall: wallClock,
});

export async function openTestHost(options: Partial<HostOptions> = {}): Promise<Host> {
  const host = await createHost({ ...testOptions(options.dataDirectory ?? freshFolder()), ...options });
  if (!host.ok) throw new Error(host.refusal.message);
  return host.value;
}

export async function ask<Name extends QueryName>(
  host: Host,
  name: Name,
  params: QueryParams<Name>,
): Promise<QueryAnswer<Name>> {
  const answer = await host.query(name, params);
  if (!answer.ok) throw new Error(`${name}: ${answer.refusal.message}`);
  return answer.value as QueryAnswer<Name>;
}

/** Does a command that must be fine. */
export async function doing(host: Host, command: unknown): Promise<Record<string, unknown>> {
  const done = await host.execute(command, someone, null);
  if (!done.ok) throw new Error(`${JSON.stringify(command)}: ${done.refusal.message}`);
  return done.value;
}

/** Resolves when an announcement says what is waited for. */
export function heard(host: Host, isIt: (announcement: Announcement) => boolean): Promise<Announcement> {
  return new Promise((done) => {
    const dispose = host.announcements((announcement) => {
      if (!isIt(announcement)) return;
      dispose();
      done(announcement);
    });
  });
}

export const isEvent =
  (type: string) =>
  (announcement: Announcement): boolean =>
    announcement.kind === 'events' && announcement.items.some(({ event }) => event.type === type);

/** Resolves when all steps that were asked for while paused are taken. */
export function stepped(host: Host): Promise<void> {
  return new Promise((done) => {
    const timer = setInterval(() => {
      if (host.status().clock.owed > 0) return;
      clearInterval(timer);
      done();
    }, 5);
  });
}
