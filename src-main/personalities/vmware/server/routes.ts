import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Incoming } from './incoming.ts';
import type { Outgoing } from './outgoing.ts';

/** A part of the face that answers for all paths below its prefix. */
export type Route = {
  /** `/sdk`: answers `/sdk` itself and `/sdk/…`; where several fit, the longest does. `/` takes what is left. */
  readonly prefix: string;
  /** In what dialect a defect of ours is told. */
  readonly dialect: 'soap' | 'json' | 'text';
  readonly handle: (request: Incoming, answer: Outgoing) => void | Promise<void>;
  /** A WebSocket is asked for; the socket is the route's from here on. */
  readonly upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
};

export type Found = { readonly route: Route; readonly rest: string };

export type RouteTable = (path: string) => Found | null;

export function createRouteTable(routes: readonly Route[]): RouteTable {
  const byPrefix = new Map(routes.map((route) => [route.prefix, route]));
  if (byPrefix.size !== routes.length) throw new Error('two routes have the same prefix');
  return (path) => {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
      const route = byPrefix.get(path.slice(0, end));
      if (route !== undefined) return { route, rest: path.slice(end) };
    }
    const last = byPrefix.get('/');
    return last === undefined ? null : { route: last, rest: path };
  };
}
