/** What we tell a Prometheus, read by its own tool. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import type { Host } from '../../src-main/host/host.ts';
import { doing, freshFolder, openTestHost, stepped } from '../../src-main/host/testing/test-host.ts';

const isMissing = spawnSync('promtool', ['--version']).error !== undefined;
if (isMissing) process.stdout.write('skipped: promtool is not installed (Debian: prometheus)\n');

async function opened(): Promise<Host> {
  const dataDirectory = freshFolder();
  const host = await openTestHost({ dataDirectory });
  onTestFinished(async () => {
    await host.close();
    rmSync(dataDirectory, { recursive: true, force: true });
  });
  await doing(host, { type: 'clock.pause' });
  await doing(host, { type: 'clock.step', ticks: 60 });
  await stepped(host);
  return host;
}

test.skipIf(isMissing)(
  'FR-010-174 promtool reads our metrics, and has no more than advice on names',
  async () => {
    const host = await opened();
    const answer = await host.query('metrics', {});
    const { text } = (answer.ok ? answer.value : { text: '' }) as { text: string };
    expect(text).toContain('dcsim_vm_cpu_usage');
    const checked = spawnSync('promtool', ['check', 'metrics'], { input: text, encoding: 'utf8' });
    // 1: it cannot be read. 3: advice, for names that others chose before us.
    expect([0, 3]).toContain(checked.status);
    expect(checked.stderr.split('\n').filter((line) => /error|invalid/i.test(line))).toEqual([]);
  },
);
