import type { Bytes } from '../../bytes.ts';

/** What an image brings, for the card that most machines have. */
export const usualCard = { debian: 'ens192', ubuntu: 'ens192', alpine: 'eth0' } as const;

export const netplanFile = '/etc/netplan/50-cloud-init.yaml';

export const firstInterfaces = (cards: readonly Bytes[]): Bytes =>
  [
    '# Cards and how they are brought up: see interfaces(5).',
    'source /etc/network/interfaces.d/*',
    '',
    'auto lo',
    'iface lo inet loopback',
    ...cards.flatMap((card) => ['', `auto ${card}`, `iface ${card} inet dhcp`]),
    '',
  ].join('\n');

export const firstNetplan = (cards: readonly Bytes[]): Bytes =>
  [
    'network:',
    '  version: 2',
    '  ethernets:',
    ...cards.flatMap((card) => [`    ${card}:`, '      dhcp4: true']),
    '',
  ].join('\n');
