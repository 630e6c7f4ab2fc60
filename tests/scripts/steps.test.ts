import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runSteps } from '../../scripts/check/run-steps.mjs';
import { STEPS } from '../../scripts/check/steps.mjs';
import { root } from '../architecture/project.ts';

test.each(STEPS.map(({ name, script }) => [name, script]))(
  'the tool of the step %s is there',
  (_name, script) => {
    expect(existsSync(join(root, 'node_modules', script))).toBe(true);
  },
);

test('a step that fails is told apart, with what it said, and stops no other', async () => {
  const steps = [
    { name: 'broken', script: 'no-such-package/tool.js', words: [] },
    { name: 'fine', script: 'typescript/bin/tsc', words: ['--version'] },
  ];
  const ended: string[] = [];
  const outcomes = await runSteps(steps, { atOnce: 2, onEnd: ({ name }) => void ended.push(name) });
  const codes = Object.fromEntries(outcomes.map(({ name, code }) => [name, code]));
  expect(codes).toEqual({ broken: 1, fine: 0 });
  expect(outcomes.find(({ name }) => name === 'broken')?.output).toContain('no-such-package');
  expect(ended.toSorted()).toEqual(['broken', 'fine']);
});
