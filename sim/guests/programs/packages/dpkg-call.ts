import type { Bytes } from '../../bytes.ts';
import type { System } from '../../kernel/program.ts';
import type { Work } from '../../packages/apply.ts';

export type DpkgCall = {
  readonly system: System;
  readonly names: readonly Bytes[];
  readonly format: Bytes | null;
  readonly work: Work;
};
