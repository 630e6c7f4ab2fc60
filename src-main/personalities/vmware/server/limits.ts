/** How much one client may ask of the endpoint: generous to large inventories, deadly to loops. */
export type ServerLimits = {
  /** Bodies that are read whole; uploads of files are streamed and not counted. */
  readonly bodyBytes: number;
  readonly headerBytes: number;
  readonly connections: number;
  readonly headersMillis: number;
  /** The time a whole request may take to arrive; an upload of gigabytes needs its hours. */
  readonly requestMillis: number;
  readonly keepAliveMillis: number;
  /** What is said to a client on another machine is compressed from this size on, where it asks for it. */
  readonly gzipBytes: number;
  /** Text is handed to the socket in pieces of about this many characters. */
  readonly pieceLength: number;
  /** On closing, calls under way get so long to end. */
  readonly graceMillis: number;
};

const kibi = 1024;
const mebi = 1024 * kibi;

export const serverLimits: ServerLimits = {
  bodyBytes: 32 * mebi,
  headerBytes: 64 * kibi,
  connections: 4096,
  headersMillis: 30_000,
  requestMillis: 6 * 3_600_000,
  keepAliveMillis: 300_000,
  gzipBytes: 16 * kibi,
  pieceLength: 64 * kibi,
  graceMillis: 200,
};
