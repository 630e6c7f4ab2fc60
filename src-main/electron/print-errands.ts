import type { HostOrder, HostReport } from './host-messages.ts';

type Printed = Extract<HostOrder, { kind: 'printed' }>;

/** The host's side of printing: asks its parent, who has a browser engine in the house. */
export type PrintErrands = {
  /** Rejects with a sentence. */
  readonly print: (html: string) => Promise<Uint8Array>;
  readonly printed: (answer: Printed) => void;
  /** Nobody will answer any more. */
  readonly drop: () => void;
};

type Waiting = { readonly done: (pdf: Uint8Array) => void; readonly fail: (error: Error) => void };

export function createPrintErrands(post: (report: HostReport) => void): PrintErrands {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  return {
    print: (html) =>
      new Promise((done, fail) => {
        last += 1;
        waiting.set(last, { done, fail });
        post({ kind: 'print', id: last, html });
      }),
    printed: ({ id, pdf, problem }) => {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (pdf === null) asked?.fail(new Error(problem));
      else asked?.done(Buffer.from(pdf, 'base64'));
    },
    drop: () => {
      for (const { fail } of waiting.values()) fail(new Error('The window has gone'));
      waiting.clear();
    },
  };
}
