import type { Catalogue } from '../../text/catalogue.ts';
import type { TerminalWish } from './terminal-link.ts';

/** What a terminal is called as a part of the page. */
export function regionTitle(
  { machine, as, kind }: Pick<TerminalWish, 'machine' | 'as' | 'kind'>,
  words: Pick<Catalogue['consoles'], 'terminalOf' | 'consoleOf' | 'localOf'>,
): string {
  switch (kind) {
    case 'shell':
      return words.terminalOf(machine, as);
    case 'console':
      return words.consoleOf(machine);
    case 'local':
      return words.localOf;
    default:
      return kind satisfies never;
  }
}

/** What stands on a terminal's tab: who on which machine. */
export function tabTitle(
  { machine, as, kind }: Pick<TerminalWish, 'machine' | 'as' | 'kind'>,
  words: Pick<Catalogue['consoles'], 'serial' | 'local'>,
): string {
  switch (kind) {
    case 'shell':
      return `${as}@${machine}`;
    case 'console':
      return `${machine} (${words.serial})`;
    case 'local':
      return words.local;
    default:
      return kind satisfies never;
  }
}
