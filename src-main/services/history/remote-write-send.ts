import { compress } from './snappy.ts';

/** `later`: the far side may take it another time. `never`: it will not take this, ever. */
export type Sent =
  | { readonly kind: 'taken' }
  | { readonly kind: 'later'; readonly reason: string; readonly afterMillis: number }
  | { readonly kind: 'never'; readonly reason: string };

type Post = { readonly url: string; readonly body: Uint8Array; readonly signal: AbortSignal };

const patienceMillis = 15_000;
const longestReason = 200;

/** One write request over HTTP; never throws. */
export async function sendWriteRequest({ url, body, signal }: Post): Promise<Sent> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-protobuf',
        'content-encoding': 'snappy',
        'user-agent': 'coldaisle',
        'x-prometheus-remote-write-version': '0.1.0',
      },
      body: Buffer.from(compress(body)),
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMillis)]),
    });
    const text = (await response.text()).trim().slice(0, longestReason);
    if (response.ok) return { kind: 'taken' };
    const reason = `${response.status}${text === '' ? '' : `: ${text}`}`;
    if (response.status < 500 && response.status !== 429) return { kind: 'never', reason };
    const seconds = Number(response.headers.get('retry-after') ?? 0);
    return { kind: 'later', reason, afterMillis: seconds > 0 && seconds < 3600 ? seconds * 1000 : 0 };
  } catch (error) {
    return { kind: 'later', reason: reasonOf(error), afterMillis: 0 };
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  // Node gives a refused connection to `localhost` a code and no message.
  return cause.message !== '' || !('code' in cause) ? cause.message : String(cause.code);
}
