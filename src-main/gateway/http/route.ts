import type { IncomingMessage } from 'node:http';
import type { Reply } from './reply.ts';

export type Target = { readonly path: string; readonly params: URLSearchParams };

export type Route = {
  readonly methods: readonly ('GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE')[];
  readonly run: (request: IncomingMessage, target: Target) => Promise<Reply> | Reply;
};
