import { describe, expect, it } from 'vitest';
import { createGuestBench } from './guest.fixture.ts';

describe('units', () => {
  it('FR-190-116 come up with the machine, and systemctl tells of them', () => {
    const bench = createGuestBench({});
    expect(bench.run('systemctl is-active nginx ssh').output).toBe('active\nactive\n');
    const { output, status } = bench.run('systemctl status nginx --no-pager');
    expect(output).toContain(
      '● nginx.service - A high performance web server'.replace('●', '\u00e2\u0097\u008f'),
    );
    expect(output).toContain('Active: active (running) since');
    expect(output).toContain('nginx: master process /usr/sbin/nginx');
    expect(output).toContain('systemd[1]: Started nginx.service');
    expect(status).toBe(0);
    expect(bench.faults).toEqual([]);
    expect(new Set(bench.guest.ports().map(({ port }) => port))).toEqual(new Set([22, 80]));
  });

  it('FR-190-117 a wrong nginx.conf makes the unit fail with the true message, and mending the file brings it back', () => {
    const bench = createGuestBench({});
    bench.run('echo "wrong 1;" >> /etc/nginx/sites-available/default');
    const tested = bench.run('nginx -t');
    expect(tested.error).toBe(
      'nginx: [emerg] unknown directive "wrong" in /etc/nginx/sites-enabled/default:13\nnginx: configuration file /etc/nginx/nginx.conf test failed\n',
    );
    expect(tested.status).toBe(1);
    const restarted = bench.run('systemctl restart nginx');
    expect(restarted.status).toBe(1);
    expect(restarted.error).toBe(
      'Job for nginx.service failed because the control process exited with error code.\nSee "systemctl status nginx.service" and "journalctl -xeu nginx.service" for details.\n',
    );
    expect(bench.run('systemctl is-failed nginx').output).toBe('failed\n');
    const status = bench.run('systemctl status nginx');
    expect(status.status).toBe(3);
    expect(status.output).toContain('Active: failed (Result: exit-code)');
    expect(bench.run('journalctl -u nginx -o cat').output).toContain(
      'nginx: [emerg] unknown directive "wrong"',
    );
    expect(bench.guest.ports().some(({ port }) => port === 80)).toBe(false);
    bench.run(
      `text=; while IFS= read -r line; do case $line in wrong*) ;; *) text+=$line$'\\n';; esac; done < /etc/nginx/sites-available/default; printf %s "$text" > /etc/nginx/sites-available/default`,
    );
    expect(bench.run('nginx -t').error).toContain('test is successful');
    expect(bench.run('systemctl start nginx').status).toBe(0);
    expect(bench.run('systemctl is-active nginx').output).toBe('active\n');
    expect(bench.faults).toEqual([]);
  });

  it('FR-190-118 are started, stopped, reloaded, enabled and masked with the words and codes of systemctl', () => {
    const bench = createGuestBench({});
    expect(bench.run('systemctl start nothing')).toMatchObject({
      error: 'Failed to start nothing.service: Unit nothing.service not found.\n',
      status: 5,
    });
    expect(bench.run('systemctl stop nginx').status).toBe(0);
    expect(bench.run('systemctl is-active nginx')).toMatchObject({ output: 'inactive\n', status: 3 });
    expect(bench.run('systemctl reload nginx')).toMatchObject({
      error: 'nginx.service is not active, cannot reload.\n',
      status: 1,
    });
    expect(bench.run('systemctl disable nginx').error).toBe(
      'Removed "/etc/systemd/system/multi-user.target.wants/nginx.service".\n',
    );
    expect(bench.run('systemctl is-enabled nginx')).toMatchObject({ output: 'disabled\n', status: 1 });
    expect(createGuestBench({ delta: bench.guest.delta() }).run('systemctl is-active nginx').output).toBe(
      'inactive\n',
    );
    expect(bench.run('systemctl enable --now nginx').status).toBe(0);
    expect(bench.run('systemctl is-active nginx').output).toBe('active\n');
    bench.run('systemctl mask nginx');
    expect(
      bench.run('systemctl restart nginx; systemctl stop nginx; systemctl is-enabled nginx').output,
    ).toContain('masked');
    expect(bench.run('systemctl reload nginx', { user: 'nobody' }).status).not.toBe(0);
  });

  it('FR-190-119 are restarted by their policy, until it is too often', () => {
    const bench = createGuestBench({});
    const unit =
      '[Unit]\\nDescription=Frail\\n[Service]\\nExecStart=/usr/bin/nginx-none\\nRestart=on-failure\\nRestartSec=1\\n';
    bench.run(
      `printf '${unit}' > /etc/systemd/system/frail.service; systemctl daemon-reload; systemctl start frail`,
    );
    for (let second = 0; second < 8; second += 1) bench.pass(1100);
    const { output } = bench.run('journalctl -u frail -o cat');
    expect(output).toContain('frail.service: Scheduled restart job, restart counter is at 4.');
    expect(output).toContain('frail.service: Start request repeated too quickly.');
    expect(bench.run('systemctl is-failed frail').output).toBe('failed\n');
    const killed = createGuestBench({});
    killed.run(`kill -9 "$(systemctl show -p MainPID --value ssh)"`);
    killed.pass(1000);
    expect(killed.run('systemctl is-active ssh').output).toBe('active\n');
    expect(killed.run('journalctl -u ssh -o cat').output).toContain(
      'ssh.service: Main process exited, code=killed, status=9/KILL',
    );
  });

  it('FR-190-120 of Alpine come from its runlevels', () => {
    const bench = createGuestBench({ base: 'alpine-3.19' });
    expect(new Set(bench.guest.ports().map(({ port }) => port))).toEqual(new Set([22, 80]));
    expect(bench.faults).toEqual([]);
  });
});

describe('the journal', () => {
  it('FR-190-121 is asked by unit, count, order, time and form, and closed to strangers', () => {
    const bench = createGuestBench({});
    expect(bench.run('journalctl -u nginx -n 1 -o cat').output).toBe(
      'Started nginx.service - A high performance web server and a reverse proxy server.\n',
    );
    expect(bench.run('journalctl -u nginx -r -o cat').output).toMatch(/^Started nginx/);
    expect(bench.run('journalctl -u nginx --since "+nonsense"').error).toBe(
      'Failed to parse timestamp: +nonsense\n',
    );
    expect(bench.run('journalctl -u nginx --until "1 hour ago"').output).toBe('-- No entries --\n');
    expect(JSON.parse(bench.run('journalctl -u nginx -n1 -o json').output)).toMatchObject({
      _SYSTEMD_UNIT: 'nginx.service',
      PRIORITY: '6',
    });
    expect(bench.run('journalctl -n 1', { user: 'nobody' }).status).not.toBe(0);
    expect(bench.run('journalctl -n1').output).toMatch(/^Nov 14 22:14:\d\d web-01 /);
  });

  it('FR-190-121 turns its files over, and the oldest go', () => {
    const bench = createGuestBench({});
    bench.run('for i in {1..40}; do systemctl restart nginx; systemctl reset-failed; done');
    const { output } = bench.run('cd /var/log/journal; for f in *; do echo "$f"; done');
    expect(output.split('\n').length).toBeGreaterThan(2);
  });
});
