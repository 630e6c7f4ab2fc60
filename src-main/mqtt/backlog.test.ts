import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const fixture = fileURLToPath(new URL('backlog.fixture.ts', import.meta.url));

type Outcome = {
  readonly code: number | string | null | undefined;
  readonly stdout: string;
  readonly stderr: string;
};

const run = (subject: string): Promise<Outcome> =>
  new Promise((resolve) =>
    execFile(process.execPath, [fixture, subject], { timeout: 15_000 }, (fault, stdout, stderr) =>
      resolve({ code: fault === null ? 0 : fault.code, stdout, stderr }),
    ),
  );

test('FR-140-016 a backlog whose only subscriber goes away does not end the process', async () => {
  expect(await run('ours')).toMatchObject({ code: 0, stdout: 'survived\n' });
});

test('FR-140-016 with the default settings of aedes the same backlog ends it, so the test above can fail', async () => {
  const { code, stderr } = await run('default-aedes');
  expect(code).not.toBe(0);
  expect(stderr).toContain('Maximum call stack size exceeded');
});
