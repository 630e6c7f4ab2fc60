import type { Incoming } from '../server/incoming.ts';
import type { Outgoing } from '../server/outgoing.ts';
import type { Content } from './content.ts';

/** Whole or a part of it, as HTTP asks. */
export async function sendContent(content: Content, request: Incoming, answer: Outgoing): Promise<void> {
  const { size } = content;
  const range = rangeIn(request.headers.range, size);
  if (range === 'beyond') {
    answer.header('content-range', `bytes */${size}`);
    return answer.bare(416);
  }
  const [start, end] = range ?? [0, size];
  answer.header('accept-ranges', 'bytes');
  answer.header('last-modified', new Date(content.at).toUTCString());
  if (range !== null) answer.header('content-range', `bytes ${start}-${end - 1}/${size}`);
  if (request.method === 'HEAD') {
    answer.raw.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': size });
    answer.raw.end();
    return;
  }
  const chunks = await content.read(start, end);
  if (chunks === null)
    return answer.send(
      410,
      'text/plain; charset=utf-8',
      'Its contents did not come with the lab: put it there again.\n',
    );
  answer.header('content-length', String(end - start));
  return answer.stream(range === null ? 200 : 206, 'application/octet-stream', chunks);
}

function rangeIn(header: string | undefined, size: number): readonly [number, number] | 'beyond' | null {
  const parts = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (parts === null || (parts[1] === '' && parts[2] === '')) return null;
  const [, from = '', to = ''] = parts;
  if (from === '') return [Math.max(0, size - Number(to)), size];
  const end = to === '' ? size : Math.min(size, Number(to) + 1);
  return Number(from) >= size || end <= Number(from) ? 'beyond' : [Number(from), end];
}
