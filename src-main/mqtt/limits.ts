import type { SessionLimits } from './session-store.ts';

export type BrokerLimits = SessionLimits & {
  readonly maxClients: number;
  /** Of one packet: topic and payload together. */
  readonly maxPacketBytes: number;
  readonly maxSubscriptionsPerClient: number;
  /** Publishes of one client. */
  readonly messagesPerSecond: number;
  readonly burst: number;
  /** So much may wait in one subscriber's socket; past it, it is slow. */
  readonly slowBytes: number;
  readonly watchdogMillis: number;
};

export const defaultLimits: BrokerLimits = {
  maxClients: 500,
  maxPacketBytes: 256 * 1024,
  maxSubscriptionsPerClient: 20_000,
  messagesPerSecond: 5000,
  burst: 20_000,
  slowBytes: 4 * 1024 * 1024,
  watchdogMillis: 10_000,
  maxRetained: 800_000,
  maxSessions: 500,
  maxQueuedPerSession: 10_000,
};
