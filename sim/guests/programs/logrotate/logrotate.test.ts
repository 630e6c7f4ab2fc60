import { expect, test } from 'vitest';
import { createGuestBench } from '../../system/guest.fixture.ts';

const hours = 2 * 3_600_000;

test('FR-190-425 logs are put away by cron each day, packed, and the oldest let go', () => {
  const bench = createGuestBench({});
  bench.run('cat > /etc/logrotate.d/app', {
    input:
      '/var/log/app.log {\n daily\n rotate 2\n compress\n delaycompress\n create 640 root adm\n postrotate\n  echo "$1" >> /srv/told\n endscript\n}\n',
  });
  bench.run('echo first > /var/log/app.log; logrotate /etc/logrotate.conf');
  expect(bench.run('ls /var/log | grep app; cat /var/lib/logrotate/status').output).toContain(
    'app.log\nlogrotate state -- version 2\n',
  );
  for (let passed = 0; passed < 5; passed += 1) bench.pass(hours);
  expect(bench.run('cat /var/log/app.log.1; journalctl -t CRON -o cat | grep -c cron.daily').output).toBe(
    'first\n1\n',
  );
  bench.run('for n in third fourth; do echo $n > /var/log/app.log; logrotate -f /etc/logrotate.conf; done');
  expect(bench.run('ls /var/log | grep app; cat /var/log/app.log.1; zcat /var/log/app.log.2.gz').output).toBe(
    'app.log\napp.log.1\napp.log.2.gz\nfourth\nthird\n',
  );
  expect(bench.run('stat -c "%a %G" /var/log/app.log; sort -u /srv/told').output).toBe(
    '640 adm\n/var/log/app.log\n',
  );
  expect(bench.faults).toEqual([]);
});
