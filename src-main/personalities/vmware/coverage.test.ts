import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { coverageText } from './coverage.ts';

test('FR-020-210 the documentation says what answers and what does not, as the code has it', () => {
  const page = readFileSync(new URL('../../../docs/vmware.md', import.meta.url), 'utf8');
  const [, told = ''] = page.split('<!-- coverage: begin -->\n');
  // Written anew by `node tools/vmware-coverage.ts`.
  expect(told.split('<!-- coverage: end -->')[0]).toBe(coverageText());
});
