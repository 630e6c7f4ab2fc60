/** The client's side of gateway.bench.ts, in a thread of its own: it must not take the gateway's time. */
import { Agent, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

export type LoadOrder = {
  readonly port: number;
  readonly token: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** `{n}` becomes the request's number. */
  readonly body: string | null;
  readonly count: number;
  readonly connections: number;
};
export type LoadReport = {
  readonly millis: number;
  readonly failures: number;
  readonly p50: number;
  readonly p99: number;
};

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

function send(order: LoadOrder, n: number): Promise<boolean> {
  const { port, token, method, path } = order;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers, agent }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode === 200));
    });
    sent.on('error', reject);
    sent.end(order.body?.replaceAll('{n}', String(n)));
  });
}

async function load(order: LoadOrder): Promise<LoadReport> {
  const took: number[] = [];
  let next = 0;
  let failures = 0;
  const lane = async (): Promise<void> => {
    while (next < order.count) {
      next += 1;
      const from = performance.now();
      if (!(await send(order, next))) failures += 1;
      took.push(performance.now() - from);
    }
  };
  const from = performance.now();
  await Promise.all(Array.from({ length: order.connections }, lane));
  const millis = performance.now() - from;
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { millis, failures, p50: at(0.5), p99: at(0.99) };
}

const report = await load(workerData as LoadOrder);
agent.destroy();
parentPort?.postMessage(report);
