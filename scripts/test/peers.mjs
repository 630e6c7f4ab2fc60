import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installByApt, mayUseApt } from './chromium.mjs';

/** Programs that tests/peers drives, and the Debian package of each. */
const PEERS = {
  dockerd: 'docker.io',
  busybox: 'busybox-static',
  mosquitto: 'mosquitto',
  mosquitto_sub: 'mosquitto-clients',
  mosquitto_pub: 'mosquitto-clients',
  prometheus: 'prometheus',
  mbpoll: 'mbpoll',
  upsc: 'nut-client',
  upscmd: 'nut-client',
  upsrw: 'nut-client',
  snmpwalk: 'snmp',
  'snmp-ups': 'nut-snmp',
  'prometheus-snmp-exporter': 'prometheus-snmp-exporter',
  ssh: 'openssh-client',
  sftp: 'openssh-client',
  rsync: 'rsync',
  'ansible-playbook': 'ansible',
  packer: 'packer',
  xorriso: 'xorriso',
  fence_vmware_rest: 'fence-agents',
  fence_vmware_soap: 'fence-agents',
  libcloud: 'python3-libcloud',
  virsh: 'libvirt-clients',
  'virt-v2v': 'virt-v2v',
  nbdkit: 'nbdkit',
  oslo_vmware: 'python3-oslo.vmware',
};

// Debian puts daemons where only root's PATH looks.
const folders = () => [
  ...(process.env.PATH ?? '').split(delimiter),
  '/usr/sbin',
  '/usr/local/sbin',
  '/lib/nut',
  '/usr/lib/nut',
  '/usr/lib/python3/dist-packages',
];

const missingPeers = () =>
  Object.entries(PEERS).filter(([program]) => !folders().some((folder) => existsSync(join(folder, program))));

/**
 * Installs what may be installed; says what stays away, and why. The tests that need it skip themselves.
 * @returns {Promise<string[]>} lines for the user
 */
export async function obtainPeers() {
  const missing = missingPeers();
  if (missing.length === 0) return [];
  const packages = [...new Set(missing.map(([, name]) => name))];
  if (!mayUseApt()) {
    const who = 'only root on Debian may install them';
    return [`Skipped: tests against ${packages.join(', ')}, which are not here (${who}).`];
  }
  const code = await installByApt(packages);
  const left = [...new Set(missingPeers().map(([, name]) => name))];
  return left.length === 0
    ? []
    : [`Skipped: tests against ${left.join(', ')}: apt could not install them (${code}).`];
}
