import type { ShellEvent } from '../../sim/contract/shell.ts';

export type EventOutbox = {
  readonly post: (event: ShellEvent) => void;
  /** The page listens now. */
  readonly listening: () => void;
  /** The page is going: hold everything for the next one. */
  readonly leaving: () => void;
};

/** A file may be opened before there is a page to tell; it must not be lost on the way. */
export function createEventOutbox(deliver: (event: ShellEvent) => void): EventOutbox {
  const waiting: ShellEvent[] = [];
  let hasListener = false;
  return {
    post: (event) => {
      if (hasListener) deliver(event);
      // A menu click meant for a page that is not there yet is of no use to the next.
      else if (event.kind === 'open-file') waiting.push(event);
    },
    listening: () => {
      hasListener = true;
      for (const event of waiting.splice(0)) deliver(event);
    },
    leaving: () => {
      hasListener = false;
    },
  };
}
