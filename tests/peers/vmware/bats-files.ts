/** The tests that govc brings, as they stand in their files. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export type BatsTest = {
  readonly file: string;
  readonly name: string;
  /** Wants a "real ESX" by GOVC_TEST_URL, where others start a server of their own. */
  readonly wantsEsx: boolean;
};

export function testsIn(folder: string): BatsTest[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.bats'));
  return files.toSorted().flatMap((file) => testsOf(file, readFileSync(join(folder, file), 'utf8')));
}

function testsOf(file: string, text: string): BatsTest[] {
  return text
    .split(/^(?=@test )/m)
    .slice(1)
    .map((body) => {
      const [, name = ''] = /^@test "(.*)" \{$/m.exec(body) ?? [];
      return { file, name, wantsEsx: /^\s+esx_env\b/m.test(body) };
    });
}
