/** What is in a machine, whatever runs it: what its page shows of it, and the services of a whole Debian. */
import { expect, test } from 'vitest';
import { ask, doing } from '../../host/testing/test-host.ts';
import { run, turnedOn, until } from './driven-machines.fixture.ts';
import type { Driver } from './driven-machines.fixture.ts';

/** What a page shows of its inside. */
export function describeInside({ name: driver, host, make }: Driver): void {
  test(`FR-190-392 ${driver}: its page shows what runs in it and what lies in it, and nothing while it is off`, async () => {
    const id = await make('inside');
    expect(await ask(host(), 'machine-processes', { id })).toEqual({ state: 'off', items: [] });
    await turnedOn(host(), id, 'inside');
    await run(
      host(),
      'inside',
      'mkdir -p /srv/some; echo seen >/srv/some/note; chmod 640 /srv/some/note; ln -s note /srv/some/link; (sleep 4321 </dev/null >/dev/null 2>&1 &)',
    );
    const { items } = await ask(host(), 'machine-processes', { id });
    expect(items.find(({ pid }) => pid === 1)).toMatchObject({ parent: 0, user: 'root' });
    expect(items.filter(({ command }) => command === 'sleep 4321')).toMatchObject([
      { user: 'root', state: 'sleeping' },
    ]);
    const folder = await ask(host(), 'machine-files', { id, path: '/srv/some' });
    expect(folder).toMatchObject({ state: 'running', path: '/srv/some', total: 2 });
    expect(folder.items).toMatchObject([
      { name: 'link', kind: 'link', goal: 'note', leads: 'file' },
      { name: 'note', kind: 'file', size: 5, mode: 0o640, user: 'root', group: 'root' },
    ]);
    const file = await ask(host(), 'machine-file', { id, path: '/srv/some/link', bytes: 3 });
    expect(file).toMatchObject({ size: 5, content: 'see', is: 'text' });
    const nowhere = await host().query('machine-files', { id, path: '/srv/nowhere' });
    expect(nowhere).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
    await doing(host(), { type: 'machine.power', id, verb: 'off' });
    expect(await ask(host(), 'machine-files', { id, path: '/' })).toMatchObject({ state: 'off' });
  });
}

/** A whole Debian with services of its own. */
export function describeSystem({ name: driver, host, make }: Driver): void {
  test(`FR-190-394 ${driver}: the packages of a machine are listed by its own tools`, async () => {
    await turnedOn(host(), await make('packages'), 'packages');
    const bash = await run(host(), 'packages', "dpkg-query -W -f '${Package} ${Status}\\n' bash coreutils");
    expect(bash.output).toBe('bash install ok installed\ncoreutils install ok installed\n');
    expect(Number((await run(host(), 'packages', 'dpkg -l | grep -c ^ii')).output)).toBeGreaterThan(50);
    expect((await run(host(), 'packages', 'dpkg -S /bin/bash || dpkg -S /usr/bin/bash')).output).toMatch(
      /^bash: /,
    );
    expect((await run(host(), 'packages', 'dpkg -s no-such-package')).status).toBe(1);
  });

  test(`FR-190-395 ${driver}: a wrong setting keeps a service down with its true message, and mending it brings it back`, async () => {
    await turnedOn(host(), await make('service'), 'service');
    const settled = (command: string, words: string) =>
      until(
        () => run(host(), 'service', command),
        ({ output }) => output.includes(words),
      );
    await run(host(), 'service', 'command -v nginx || apt-get install -y nginx');
    await run(host(), 'service', 'systemctl start nginx');
    await settled('systemctl is-active nginx', 'active\n');
    await run(host(), 'service', "sed -i 's/^http {/http {\\n\\tlisten_to 80;/' /etc/nginx/nginx.conf");
    const spoiled = await run(host(), 'service', 'systemctl restart nginx');
    expect(spoiled.status).not.toBe(0);
    expect(spoiled.error).toContain('Job for nginx.service failed');
    expect((await run(host(), 'service', 'systemctl is-active nginx')).output).toBe('failed\n');
    await settled('journalctl -u nginx --no-pager', 'unknown directive "listen_to" in /etc/nginx/nginx.conf');
    await run(host(), 'service', "sed -i '/listen_to/d' /etc/nginx/nginx.conf");
    expect((await run(host(), 'service', 'nginx -t && systemctl restart nginx')).status).toBe(0);
    await settled('systemctl is-active nginx', 'active\n');
    await settled('curl -s http://127.0.0.1/', '<');
  });

  test(`FR-190-396 ${driver}: users that are made in it can log in, and those that are taken away cannot`, async () => {
    await turnedOn(host(), await make('users'), 'users');
    const named = async (): Promise<readonly string[]> =>
      (await ask(host(), 'machine-users', { id: 'users' })).users.map(({ name }) => name);
    await run(host(), 'users', 'useradd -m -s /bin/bash learner');
    expect(await named()).toContain('learner');
    expect((await run(host(), 'users', 'su - learner -c "id -un; pwd"')).output).toBe(
      'learner\n/home/learner\n',
    );
    await run(host(), 'users', 'userdel -r learner');
    expect(await named()).not.toContain('learner');
  });
}
