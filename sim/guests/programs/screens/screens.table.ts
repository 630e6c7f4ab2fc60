import type { Program } from '../../kernel/program.ts';
import { less, more } from './less.ts';
import { nano } from './nano.ts';
import { vi } from './vi.ts';

/** Programs that take the whole screen. */
export const screenPrograms: ReadonlyMap<string, Program> = new Map(
  Object.entries({ less, more, nano, vi, view: vi, vim: vi, 'vim.tiny': vi }),
);
