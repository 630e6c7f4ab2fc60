import type { Bytes } from '../../bytes.ts';
import type { System } from '../../kernel/program.ts';
import type { Work } from '../../packages/apply.ts';

export type ApkCall = {
  readonly system: System;
  readonly verb: Bytes;
  readonly names: readonly Bytes[];
  readonly flags: ReadonlySet<Bytes>;
  readonly work: Work;
};
