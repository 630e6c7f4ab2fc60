/** Moves bytes for the sessions: what is sent to us, and what we fetch. A fetch that a crash cut off begins again. */
import type { Blobs, Chunks } from '../../files/blobs.ts';
import type { Caller, Vc } from '../../vc.ts';
import { refuse, told } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { write } from './book.ts';
import type { Hand } from './book.ts';
import { beside, checked, pulled } from './pull.ts';
import { fileSent, filesIn, goneFile, keptFile, keptSession, later, sessionOf } from './transfer-book.ts';
import type { Source, UpdateFile, UpdateSession } from './transfer-book.ts';
import { blobText, endUpdate, namedBy, takesHalf } from './update-end.ts';
import { newFile } from './update-file.ts';

type Asked = { readonly vc: Vc; readonly caller: Caller | null };

export type TransferDesk = {
  readonly blobs: Blobs;
  /** Bytes that a client sends. */
  readonly receive: (asked: Asked, file: UpdateFile, chunks: Chunks) => Promise<Reply<undefined>>;
  /** Goes on with what has to be fetched. */
  readonly resume: (asked: Asked, session: string) => void;
  readonly end: (asked: Asked, session: UpdateSession) => Promise<Reply<undefined>>;
};

export function createTransferDesk(blobs: Blobs): TransferDesk {
  /** By their transfers: gone with the program, like the work itself. */
  const running = new Set<string>();
  const handOf = ({ vc, caller }: Asked): Hand => ({ vc, caller, blobs });
  const once = (key: string, asked: Asked, work: () => Promise<void>): void => {
    if (running.has(key)) return;
    running.add(key);
    void work()
      .catch((error: unknown) => asked.vc.log.error('a library session failed', { error }))
      .finally(() => running.delete(key));
  };
  const resume: TransferDesk['resume'] = (asked, id) => {
    const session = sessionOf(asked.vc, 'update', id);
    if (session?.state !== 'ACTIVE') return;
    const files = filesIn(asked.vc, id);
    for (const file of files) {
      const { source, status, transfer } = file;
      if (status !== 'TRANSFERRING' || source === null) continue;
      once(transfer, asked, async () => {
        await fetchOne(handOf(asked), file, source);
        resume(asked, id);
      });
    }
    if (session.isEnding && files.every(({ status }) => status === 'READY'))
      once(id, asked, () => endWished(handOf(asked), session));
  };
  return {
    blobs,
    resume,
    end: (asked, session) => endUpdate(handOf(asked), session),
    receive: (asked, file, chunks) => received(handOf(asked), file, chunks),
  };
}

async function received(hand: Hand, file: UpdateFile, chunks: Chunks): Promise<Reply<undefined>> {
  const stored = await checked(hand, chunks, file.checksum);
  const session = sessionOf(hand.vc, 'update', file.session);
  if (session?.state !== 'ACTIVE' || fileSent(hand.vc, file.transfer) === undefined)
    return refuse('not_allowed_in_current_state', 'The session ended while the file came.');
  const alive = keptSession('update', { ...session, expires: later(hand.vc) });
  const failed = (error: string, transferred: number): Promise<Reply<undefined>> =>
    write(hand, [alive, keptFile({ ...file, status: 'ERROR', error, transferred })]);
  if (!stored.ok) {
    await failed(stored.problem.message, 0);
    return stored;
  }
  const { sha, size } = stored.value;
  if (file.size !== null && file.size !== size) {
    const error = `${size} bytes came, and ${file.size} were announced.`;
    await failed(error, size);
    return refuse('invalid_argument', error);
  }
  return write(hand, [alive, keptFile({ ...file, status: 'READY', sha, size, transferred: size })]);
}

/** Only the file is written: its session may be changed by its client meanwhile. */
async function fetchOne(hand: Hand, file: UpdateFile, source: Source): Promise<void> {
  const stored = await pulled(hand, source, file.checksum);
  const more = stored.ok ? await morePulls(hand, { ...file, ...stored.value }, source) : stored;
  if (fileSent(hand.vc, file.transfer) === undefined) return;
  if (!stored.ok && file.isNamed && takesHalf(hand.vc)) {
    await write(hand, [goneFile(file)]);
    return;
  }
  if (!stored.ok || !more.ok) {
    const why = [stored, more].flatMap((reply) => (reply.ok ? [] : [reply.problem.message]))[0] ?? '';
    await write(hand, [keptFile({ ...file, status: 'ERROR', error: `${file.name}: ${why}` })]);
    return;
  }
  const { sha, size } = stored.value;
  const ready = keptFile({ ...file, status: 'READY', sha, size, transferred: size });
  await write(hand, [ready, ...more.value.map(keptFile)]);
}

/** A descriptor brings what it names along. */
async function morePulls(
  hand: Hand,
  file: UpdateFile & { readonly size: number },
  source: Source,
): Promise<Reply<readonly UpdateFile[]>> {
  if (!file.name.toLowerCase().endsWith('.ovf')) return told([]);
  const text = await blobText(hand.blobs, file);
  const names = text === undefined ? told([]) : namedBy(text);
  if (!names.ok) return names;
  const known = new Set(filesIn(hand.vc, file.session).map(({ name }) => name));
  return told(
    names.value
      .filter((name) => !known.has(name))
      .map((name) => newFile({ session: file.session, name, source: beside(source, name), isNamed: true })),
  );
}

/** Its client said long ago that it is done. */
async function endWished(hand: Hand, session: UpdateSession): Promise<void> {
  const did = await endUpdate(hand, session);
  if (!did.ok)
    await write(hand, [keptSession('update', { ...session, state: 'ERROR', error: did.problem.message })]);
}
