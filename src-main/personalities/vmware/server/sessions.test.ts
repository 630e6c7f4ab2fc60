import { describe, expect, it, vi } from 'vitest';
import { noCookie, sessionCookie, ticketIn, tokenIn } from './cookies.ts';
import { createSessions, idleMillis, mostSessions, type Sessions } from './sessions.ts';
import { createUsers, hashOf, idOf, type StoredUser, type UsersDeps } from './users.ts';

const client = { address: '127.0.0.1', agent: 'govc' };
const admin = { name: 'administrator@vsphere.local', fullName: 'Administrator', password: 'VMware1!' };

type Desk = { readonly sessions: Sessions; readonly clock: { wall: number }; readonly waits: number[] };

function desk(users: Partial<UsersDeps> = {}): Desk {
  const clock = { wall: 1000 };
  const waits: number[] = [];
  const sessions = createSessions({
    wall: () => clock.wall,
    labTime: () => clock.wall + 5_000_000,
    users: createUsers({ builtIn: () => [admin], stored: () => ({}), open: 'known', ...users }),
    sleep: async (millis) => void waits.push(millis),
  });
  return { sessions, clock, waits };
}

async function loggedIn({ sessions }: Desk) {
  const done = await sessions.login('administrator@vsphere.local', 'VMware1!', { client, locale: 'de' });
  if (!done.ok) throw new Error(done.problem);
  return done.session;
}

describe('sessions of the VMware face', () => {
  it('FR-020-026 who gives the right password is known by a quoted cookie, which is also read without quotes, and by the REST header', async () => {
    const here = desk();
    const session = await loggedIn(here);
    const cookie = sessionCookie(session.token, 'https');
    expect(cookie).toBe(`vmware_soap_session="${session.token}"; Path=/; HttpOnly; Secure`);
    expect(sessionCookie('x', 'http')).not.toContain('Secure');
    expect(here.sessions.of({ cookie: `a=b; vmware_soap_session="${session.token}"` })).toBe(session);
    expect(here.sessions.of({ cookie: `vmware_soap_session=${session.token}` })).toBe(session);
    expect(here.sessions.of({ 'vmware-api-session-id': session.token })).toBe(session);
    expect(here.sessions.of({ cookie: `vmware_soap_session="${session.key}"` })).toBeNull();
    expect(here.sessions.of({})).toBeNull();
    expect(tokenIn({ cookie: noCookie })).toBe('');
    expect(session.calls()).toBe(3);
    expect(session).toMatchObject({
      account: { name: 'VSPHERE.LOCAL\\Administrator', fullName: 'Administrator' },
      locale: 'de',
      loginTime: 5_001_000,
      isExtension: false,
    });
    here.sessions.close();
  });

  it('FR-020-026 the same user may be written with the domain before or behind it, in any case', () => {
    expect(idOf('VSPHERE.LOCAL\\Administrator')).toBe('administrator@vsphere.local');
    expect(idOf('Administrator@VSPHERE.LOCAL')).toBe('administrator@vsphere.local');
    expect(idOf('root')).toBe('root');
  });

  it('FR-020-027 users that stand in the papers log in by their hashed password; a disabled one does not', async () => {
    const jane: StoredUser = { hash: await hashOf('s3cret'), fullName: 'Jane', isEnabled: true };
    const stored: Record<string, StoredUser> = { 'jane@lab.local': jane };
    const here = desk({ stored: () => stored });
    expect(jane.hash).not.toContain('s3cret');
    const login = (name: string, password: string) => here.sessions.login(name, password, { client });
    expect(await login('LAB.LOCAL\\Jane', 's3cret')).toMatchObject({ ok: true });
    expect(await login('jane@lab.local', 's3cret')).toMatchObject({
      session: { account: { name: 'LAB.LOCAL\\Jane', fullName: 'Jane' } },
    });
    expect(await login('jane@lab.local', 'other')).toEqual({ ok: false, problem: 'invalid-login' });
    stored['jane@lab.local'] = { ...jane, isEnabled: false };
    expect(await login('jane@lab.local', 's3cret')).toMatchObject({ ok: false });
    stored['jane@lab.local'] = { ...jane, hash: jane.hash.replace('16384', '1048576') };
    expect(await login('jane@lab.local', 's3cret')).toMatchObject({ ok: false });
    stored['administrator@vsphere.local'] = jane;
    expect(await login('administrator@vsphere.local', 'VMware1!')).toMatchObject({ ok: false });
    here.sessions.close();
  });

  it('FR-020-027 whoever guesses passwords waits longer with every wrong one, and a right one ends it', async () => {
    const here = desk();
    const login = (password: string) =>
      here.sessions.login('administrator@vsphere.local', password, { client });
    for (let at = 0; at < 8; at += 1)
      expect(await login('guess')).toMatchObject({ problem: 'invalid-login' });
    expect(here.waits).toEqual([250, 500, 1000, 2000, 4000]);
    expect(await login('VMware1!')).toMatchObject({ ok: true });
    await login('guess');
    expect(here.waits).toEqual([250, 500, 1000, 2000, 4000, 5000]);
    here.sessions.close();
  });

  it('FR-020-027 where anyone may come in, a name and a password are still needed', async () => {
    const here = desk({ open: 'anyone' });
    expect(await here.sessions.login('user', 'pass', { client })).toMatchObject({
      session: { account: { name: 'user' } },
    });
    expect(await here.sessions.login('', 'pass', { client })).toMatchObject({ ok: false });
    expect(await here.sessions.login('user', '', { client })).toMatchObject({ ok: false });
    here.sessions.close();
  });

  it('FR-020-028 a session ends after half an hour without a call, but not while it is held by a long poll', async () => {
    const here = desk();
    const session = await loggedIn(here);
    const gone = vi.fn<(ended: unknown) => void>();
    here.sessions.onEnd(gone);
    here.clock.wall += idleMillis;
    expect(here.sessions.byToken(session.token)).toBe(session);
    expect(session.lastActive()).toBe(here.clock.wall + 5_000_000);
    const release = session.hold();
    here.clock.wall += idleMillis * 3;
    expect(here.sessions.list()).toEqual([session]);
    release();
    release();
    here.clock.wall += idleMillis + 1;
    expect(here.sessions.byToken(session.token)).toBeNull();
    expect(here.sessions.list()).toEqual([]);
    expect(gone.mock.calls).toEqual([[session]]);
    here.sessions.close();
  });

  it('FR-020-028 a session that is ended takes what belonged to it along, and its cookie opens nothing', async () => {
    const here = desk();
    const [first, second] = [await loggedIn(here), await loggedIn(here)];
    const gone: string[] = [];
    const dispose = here.sessions.onEnd(({ key }) => gone.push(key));
    here.sessions.end(first);
    here.sessions.end(first);
    expect(here.sessions.byToken(first.token)).toBeNull();
    expect(here.sessions.byKey(first.key)).toBeNull();
    expect(here.sessions.list()).toEqual([second]);
    expect(gone).toEqual([first.key]);
    here.sessions.close();
    expect(gone).toEqual([first.key, second.key]);
    dispose();
  });

  it('FR-020-029 a clone ticket opens one more session of the same user, once and for a minute', async () => {
    const here = desk();
    const session = await loggedIn(here);
    const ticket = here.sessions.cloneTicket(session);
    const cloned = here.sessions.clone(ticket, { client: { address: '10.0.0.1', agent: 'x' } });
    expect(cloned).toMatchObject({ account: session.account, locale: 'de', client: { agent: 'x' } });
    expect(cloned?.key).not.toBe(session.key);
    expect(here.sessions.clone(ticket, { client })).toBeNull();
    const late = here.sessions.cloneTicket(session);
    here.clock.wall += 60_001;
    expect(here.sessions.clone(late, { client })).toBeNull();
    const orphan = here.sessions.cloneTicket(session);
    here.sessions.end(session);
    expect(here.sessions.clone(orphan, { client })).toBeNull();
    here.sessions.close();
  });

  it('FR-020-029 a service ticket is good for one request that it names, for five minutes', async () => {
    const here = desk();
    const session = await loggedIn(here);
    const order = { url: 'https://127.0.0.1/folder/a', method: 'httpGet' };
    const ticket = here.sessions.serviceTicket(session, order);
    expect(ticketIn({ cookie: `vmware_cgi_ticket=${ticket}` })).toBe(ticket);
    expect(ticketIn({})).toBeNull();
    expect(here.sessions.redeem(ticket)).toEqual({ session, order });
    expect(here.sessions.redeem(ticket)).toBeNull();
    const late = here.sessions.serviceTicket(session, order);
    here.clock.wall += 300_001;
    expect(here.sessions.redeem(late)).toBeNull();
    here.sessions.close();
  });

  it('FR-020-028 there are never more sessions than the endpoint can carry', async () => {
    const here = desk();
    const account = { name: 'x', fullName: 'x' };
    for (let at = 0; at < mostSessions; at += 1) here.sessions.open(account, { client });
    expect(here.sessions.open(account, { client })).toEqual({ ok: false, problem: 'too-many-sessions' });
    here.clock.wall += idleMillis + 1;
    expect(here.sessions.open(account, { client, isExtension: true })).toMatchObject({
      session: { isExtension: true },
    });
    here.sessions.close();
  });
});
