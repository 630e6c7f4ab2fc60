import { expect, test } from 'vitest';
import { isTest, projectFiles, readProjectFile } from './project.ts';

const product = projectFiles().filter(
  (file) => file.startsWith('src-main/') && !isTest(file) && !file.endsWith('.fixture.ts'),
);
const calling = (name: string): string[] =>
  product.filter((file) => new RegExp(`(?<![\\w.])${name}\\(`).test(readProjectFile(file))).toSorted();

test('FR-001-004 the world is folded by the door and by recovery, and by nobody else', () => {
  expect(calling('applyEvents')).toEqual(['src-main/host/door.ts', 'src-main/host/session.ts']);
});

test('FR-001-004 only the pacer’s step and recovery let time pass', () => {
  // The headless vcsim has a lab in memory, and a pacer of its own.
  expect(calling('step')).toEqual(['src-main/host/create-host.ts', 'src-main/vcsim/light-host.ts']);
  expect(calling('advanceTo')).toEqual(['src-main/host/session.ts']);
});
