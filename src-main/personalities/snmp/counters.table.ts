/** What an agent counts, and the object that tells it: RFC 3418, RFC 3412, RFC 3414, RFC 3413. */
export const counterOids = {
  inPackets: '1.3.6.1.2.1.11.1',
  badVersions: '1.3.6.1.2.1.11.3',
  badCommunities: '1.3.6.1.2.1.11.4',
  badCommunityUses: '1.3.6.1.2.1.11.5',
  parseErrors: '1.3.6.1.2.1.11.6',
  silentDrops: '1.3.6.1.2.1.11.31',
  proxyDrops: '1.3.6.1.2.1.11.32',
  unknownSecurityModels: '1.3.6.1.6.3.11.2.1.1',
  invalidMessages: '1.3.6.1.6.3.11.2.1.2',
  unknownPduHandlers: '1.3.6.1.6.3.11.2.1.3',
  unknownContexts: '1.3.6.1.6.3.12.1.5',
  unsupportedLevels: '1.3.6.1.6.3.15.1.1.1',
  notInTimeWindow: '1.3.6.1.6.3.15.1.1.2',
  unknownUsers: '1.3.6.1.6.3.15.1.1.3',
  unknownEngines: '1.3.6.1.6.3.15.1.1.4',
  wrongDigests: '1.3.6.1.6.3.15.1.1.5',
  decryptionErrors: '1.3.6.1.6.3.15.1.1.6',
} as const;

export type CounterName = keyof typeof counterOids;
