/** How much one client may ask of the gateway. All of it generous to people and deadly to loops. */
export type GatewayLimits = {
  /** JSON bodies. */
  readonly bodyBytes: number;
  readonly uploadBytes: number;
  /** Uploads at one time. */
  readonly uploads: number;
  readonly connections: number;
  /** Requests of one connection: so many a second, and so many at once after a rest. */
  readonly requestRate: number;
  readonly requestBurst: number;
  /** A client that takes longer to say its headers, or all of its request, is cut off. */
  readonly headersMillis: number;
  readonly requestMillis: number;
  /** A connection on which nothing moves for so long is closed, whoever of both is silent. */
  readonly idleMillis: number;
  /** How often slow requests are looked for. */
  readonly sweepMillis: number;
  readonly sockets: number;
  readonly messageBytes: number;
  readonly messageRate: number;
  readonly messageBurst: number;
  /** Queries and commands of one socket that are still being answered. */
  readonly pending: number;
  readonly viewsPerSocket: number;
  readonly sensorsPerSocket: number;
  /** Shortest time between two lane frames of one view. */
  readonly frameMillis: number;
  readonly statusMillis: number;
  readonly pingMillis: number;
  /** Above this backlog, frames and status are left out: a newer one will come. */
  readonly droppableBacklogBytes: number;
  /** Above this backlog the socket is closed, so that its client resumes by revision. */
  readonly backlogBytes: number;
  /** A client further behind than so many events is told to ask for the state again. */
  readonly resumeEvents: number;
};

const kibi = 1024;
const mebi = 1024 * kibi;

export const defaultLimits: GatewayLimits = {
  bodyBytes: mebi,
  uploadBytes: 2048 * mebi,
  uploads: 4,
  connections: 256,
  requestRate: 2000,
  requestBurst: 4000,
  headersMillis: 10_000,
  requestMillis: 300_000,
  idleMillis: 600_000,
  sweepMillis: 2000,
  sockets: 64,
  // `lanes` names up to 50,000 sensors; an id is at most 64 characters, quoted and parted: 67 bytes, 3.2 MiB.
  messageBytes: 4 * mebi,
  messageRate: 500,
  messageBurst: 2000,
  pending: 64,
  viewsPerSocket: 64,
  sensorsPerSocket: 200_000,
  frameMillis: 100,
  statusMillis: 1000,
  pingMillis: 15_000,
  droppableBacklogBytes: 64 * kibi,
  // A query for 20,000 entities answers about 8 MiB: a few of them may lie here without harm.
  backlogBytes: 32 * mebi,
  resumeEvents: 10_000,
};
