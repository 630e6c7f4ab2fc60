/** One table of actions feeds the palette, menus, shortcuts, the help sheet and the native menu. */
import type { LucideIcon } from 'lucide-react';

export type Action = {
  readonly id: string;
  readonly title: string;
  readonly section: string;
  /** `g f` is a sequence, `Mod+k` a chord; Mod is ⌘ on a Mac and Ctrl elsewhere. */
  readonly shortcut: string | null;
  readonly icon: LucideIcon | null;
  /** Null where it may run, else the reason why not, said to the user. */
  readonly disabled: () => string | null;
  readonly run: () => void | Promise<void>;
};

export const always = (): null => null;
