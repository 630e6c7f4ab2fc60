import type { Bytes } from '../../bytes.ts';
import type { System } from '../../kernel/program.ts';
import { distributionFacts } from '../facts/distribution.ts';
import { hardwareFacts } from '../facts/hardware.ts';
import { networkFacts } from '../facts/network.ts';
import { platformFacts } from '../facts/platform.ts';
import type { Module } from '../module.ts';
import type { Result } from '../result.ts';
import { failure } from '../result.ts';

const least = (system: System): Result => ({ ...platformFacts(system), ...distributionFacts(system) });
const virtual = (): Result => ({
  virtualization_type: 'kvm',
  virtualization_role: 'guest',
  virtualization_tech_guest: ['kvm'],
  virtualization_tech_host: [],
});

/** What each name of a subset gathers; those that always come are of the least. */
const subsets: Readonly<Record<string, (system: System) => Result>> = {
  hardware: hardwareFacts,
  network: networkFacts,
  virtual,
};
const partOf: Readonly<Record<string, string>> = {
  processor: 'hardware',
  memory: 'hardware',
  mounts: 'hardware',
  devices: 'hardware',
  uptime: 'hardware',
  interfaces: 'network',
  default_ipv4: 'network',
  all_ipv4_addresses: 'network',
  virtualization_type: 'virtual',
};
/** Of the least, or of what no guest has. */
const others = new Set([
  'min',
  'facter',
  'ohai',
  'apparmor',
  'caps',
  'chroot',
  'cmdline',
  'date_time',
  'distribution',
  'distribution_version',
  'distribution_release',
  'distribution_major_version',
  'dns',
  'env',
  'fibre_channel_wwn',
  'fips',
  'iscsi',
  'loadavg',
  'local',
  'lsb',
  'machine',
  'machine_id',
  'nvme',
  'os_family',
  'pkg_mgr',
  'platform',
  'python',
  'python_version',
  'selinux',
  'service_mgr',
  'ssh_pub_keys',
  'system',
  'systemd',
  'user',
  'user_id',
  'kernel',
  'architecture',
]);

export const setup: Module = {
  options: {
    gather_subset: { type: 'list', usual: ['all'] },
    gather_timeout: { type: 'unused', usual: 10 },
    filter: { type: 'list', usual: [] },
    fact_path: { type: 'unused', usual: '/etc/ansible/facts.d' },
  },
  run: function* ({ system, options }) {
    yield* [];
    const asked = options.list('gather_subset') ?? ['all'];
    const bad = asked.map((one) => one.replace(/^!/, '')).find((one) => !isSubset(one));
    if (bad !== undefined)
      return failure(
        `Bad subset '${bad}' given to Ansible. gather_subset options allowed: all, min, ${Object.keys(subsets).join(', ')}`,
      );
    const facts = Object.assign(
      {},
      asked.includes('!min') ? {} : least(system),
      ...chosen(asked).map((name) => subsets[name]?.(system) ?? {}),
    ) as Result;
    const named = Object.entries(facts).map(([key, value]) => [`ansible_${key}`, value] as const);
    const patterns = (options.list('filter') ?? []).map(patternOf);
    const kept = named.filter(([key]) => patterns.length === 0 || patterns.some((one) => isMatch(one, key)));
    return {
      changed: false,
      ansible_facts: Object.fromEntries([...kept, ['gather_subset', asked], ['module_setup', true]]),
    };
  },
};

const isSubset = (name: string): boolean =>
  name === 'all' || name in subsets || name in partOf || others.has(name);

function chosen(asked: readonly Bytes[]): readonly string[] {
  const without = new Set(asked.flatMap((one) => (one.startsWith('!') ? [one.slice(1)] : [])));
  const wanted = asked.filter((one) => !one.startsWith('!'));
  const isAll = wanted.includes('all') || (wanted.length === 0 && !without.has('all'));
  const named = new Set(wanted.map((one) => partOf[one] ?? one));
  return Object.keys(subsets).filter((name) => (isAll || named.has(name)) && !without.has(name));
}

/** `*`, `?` and `[…]`, with `ansible_` or without. */
const patternOf = (glob: Bytes): RegExp =>
  new RegExp(
    `^(?:${glob
      .replace(/[.+^${}()|\\]/g, String.raw`\$&`)
      .replaceAll('*', '.*')
      .replaceAll('?', '.')})$`,
  );
const isMatch = (pattern: RegExp, key: string): boolean =>
  pattern.test(key) || pattern.test(key.replace(/^ansible_/, ''));
