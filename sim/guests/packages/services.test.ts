import { describe, expect, it } from 'vitest';
import { guestPrograms } from '../system/programs.ts';
import { createGuestBench } from '../system/guest.fixture.ts';
import { baseNames } from '../bases/distribution.ts';
import { catalogueOfBase } from './catalogue.ts';
import { online } from './online.fixture.ts';

const fill = 'cat /dev/zero > /srv/fill 2> /dev/null; ';

describe('services from packages', () => {
  it('FR-190-229 every program a package can bring runs, or says that it is known by name only', () => {
    for (const base of baseNames)
      for (const { name, isInBase, programs } of catalogueOfBase(base).packages.values())
        for (const program of programs)
          if (!isInBase && program.isSimulated)
            expect([base, name, program.name, guestPrograms.has(program.name)]).toEqual([
              base,
              name,
              program.name,
              true,
            ]);
    const bench = createGuestBench({ wire: online });
    bench.run('apt-get install -y -qq git');
    expect(bench.run('git status')).toMatchObject({ status: 126 });
    expect(bench.run('git status').error).toContain('git: this package can be installed');
  });

  it('FR-190-230 a full disk stops the database with its true message, and room brings it back', () => {
    const bench = createGuestBench({ wire: online, diskBytes: 200_000_000 });
    expect(bench.run('apt-get install -y -qq postgresql').status).toBe(0);
    expect(
      bench.run(
        'systemctl is-active postgresql; ss -ltn | grep -c 5432; id -un postgres; stat -c %U /var/lib/postgresql/15/main',
      ).output,
    ).toBe('active\n1\npostgres\npostgres\n');
    bench.run(fill);
    bench.pass(300_000);
    expect(bench.run('systemctl is-failed postgresql').output).toBe('failed\n');
    const said = bench.run('journalctl -u postgresql -o cat').output;
    expect(said).toMatch(
      /PANIC: {2}could not write to file "pg_wal\/xlogtemp\.\d+": No space left on device/,
    );
    const again = bench.run('systemctl start postgresql; systemctl is-active postgresql');
    expect(again.output).not.toContain('\nactive');
    expect(again.error).toContain('Job for postgresql.service failed');
    bench.run('rm /srv/fill; systemctl reset-failed');
    expect(bench.run('systemctl start postgresql; systemctl is-active postgresql').output).toBe('active\n');
    expect(bench.faults).toEqual([]);
  });

  it('FR-190-231 a wrong setting keeps a service down with the words of the real one', () => {
    const bench = createGuestBench({ wire: online });
    bench.run('apt-get install -y -qq postgresql haproxy redis-server mariadb-server');
    expect(bench.run('systemctl is-active haproxy redis-server mariadb').output).toBe(
      'active\nactive\nactive\n',
    );
    bench.run('echo "wrong = 1" >> /etc/postgresql/15/main/postgresql.conf; systemctl restart postgresql');
    expect(bench.run('journalctl -u postgresql -o cat').output).toMatch(
      /LOG: {2}unrecognized configuration parameter "wrong" in file "\/etc\/postgresql\/15\/main\/postgresql\.conf" line \d+\n.*FATAL: {2}configuration file ".*" contains errors/,
    );
    bench.run('echo "wrong 1" >> /etc/haproxy/haproxy.cfg');
    const checked = bench.run('haproxy -c -f /etc/haproxy/haproxy.cfg');
    expect(checked.status).toBe(1);
    expect(checked.error).toMatch(
      /\[ALERT\] {4}\(\d+\) : config : parsing \[\/etc\/haproxy\/haproxy\.cfg:\d+\] : unknown keyword 'wrong' in 'defaults' section/,
    );
    bench.run('echo "wrong 1" >> /etc/redis/redis.conf');
    expect(bench.run('redis-server /etc/redis/redis.conf').error).toMatch(
      /FATAL CONFIG FILE ERROR.*\n.*at line \d+\n>>> 'wrong 1'\nBad directive/,
    );
    expect(bench.faults).toEqual([]);
  });

  it('FR-190-232 Redis keeps values over a restart and refuses to write what it cannot save', () => {
    const bench = createGuestBench({ wire: online, diskBytes: 60_000_000 });
    bench.run('apt-get install -y -qq redis-server');
    expect(bench.run('redis-server --version').output).toMatch(/^Redis server v=7\.0\.15 /);
    expect(
      bench.run('redis-cli set name "cold aisle"; redis-cli incr n; redis-cli get name; redis-cli ping')
        .output,
    ).toBe('OK\n1\ncold aisle\nPONG\n');
    bench.run('systemctl restart redis-server');
    expect(bench.run('redis-cli get name; redis-cli get none; redis-cli zork').output).toMatch(
      /^cold aisle\n\nERR unknown command 'zork'/,
    );
    bench.run(fill);
    bench.run(`for i in {1..16}; do redis-cli set big$i ${'x'.repeat(9000)}; done; redis-cli save`);
    expect(bench.run('redis-cli set a 1').output).toMatch(
      /^MISCONF Redis is configured to save RDB snapshots/,
    );
    expect(bench.run('rm /srv/fill; redis-cli save; redis-cli set a 1').output).toBe('OK\nOK\n');
    expect(bench.faults).toEqual([]);
  });

  it('FR-190-233 HAProxy hands requests to its servers, the exporter tells the load, and rsyslog fills its files', () => {
    const bench = createGuestBench({ wire: online });
    bench.run('apt-get install -y -qq haproxy prometheus-node-exporter rsyslog');
    bench.run(
      `printf 'frontend in\\n  bind *:8080\\n  default_backend web\\nbackend web\\n  server one 127.0.0.1:81\\n  server two 127.0.0.1:80\\n' >> /etc/haproxy/haproxy.cfg; systemctl reload haproxy`,
    );
    expect(bench.run('curl -s localhost:8080 | grep -c "<h1>"').output).toBe('1\n');
    bench.run('systemctl stop nginx');
    expect(bench.run('curl -s localhost:8080').output).toContain('503 Service Unavailable');
    expect(bench.run('curl -s localhost:9100/metrics').output).toContain('node_load1 0.5\n');
    bench.run('systemctl restart ssh');
    bench.pass(10_000);
    expect(bench.run('grep -c "Server listening" /var/log/auth.log').output).toBe('1\n');
    expect(bench.faults).toEqual([]);
  });
});
