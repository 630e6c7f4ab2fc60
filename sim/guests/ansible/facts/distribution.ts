import type { Bytes } from '../../bytes.ts';
import type { System } from '../../kernel/program.ts';
import type { Result } from '../result.ts';

const families: Readonly<Record<string, readonly [name: string, family: string, packages: string]>> = {
  debian: ['Debian', 'Debian', 'apt'],
  ubuntu: ['Ubuntu', 'Debian', 'apt'],
  rhel: ['RedHat', 'RedHat', 'dnf'],
  alpine: ['Alpine', 'Alpine', 'apk'],
};

const releaseOf = (system: System): ReadonlyMap<Bytes, Bytes> => {
  const read = system.files.readFile('/etc/os-release');
  const lines = (read.ok ? read.value : '').split('\n').filter((line) => line.includes('='));
  return new Map(
    lines.map((line) => [
      line.slice(0, line.indexOf('=')),
      line.slice(line.indexOf('=') + 1).replace(/^"(.*)"$/, '$1'),
    ]),
  );
};

/** What the system is called, as its own files say. */
export function distributionFacts(system: System): Result {
  const release = releaseOf(system);
  const get = (key: Bytes): Bytes => release.get(key) ?? '';
  const id = get('ID');
  const [name, family, packages] = families[id] ?? [id, id, 'unknown'];
  const version = get('VERSION_ID');
  const full = id === 'debian' ? exactVersion(system, version) : version;
  const codename = get('VERSION_CODENAME') || (/\((\w+)\)/.exec(get('VERSION'))?.[1] ?? '');
  return {
    distribution: name,
    distribution_version: full,
    distribution_major_version: version.split('.')[0],
    distribution_release: codename === '' ? 'NA' : codename,
    distribution_file_parsed: true,
    distribution_file_path: '/etc/os-release',
    distribution_file_variety: name,
    os_family: family,
    pkg_mgr: packages,
    service_mgr: system.files.stat('/usr/lib/systemd/systemd').ok ? 'systemd' : 'openrc',
    lsb: packages === 'apt' ? lsb(name, full, codename) : {},
  };
}

function exactVersion(system: System, version: Bytes): Bytes {
  const read = system.files.readFile('/etc/debian_version');
  return read.ok && /^\d/.test(read.value) ? read.value.trim() : version;
}

const lsb = (id: Bytes, release: Bytes, codename: Bytes): Result => ({
  id,
  release,
  codename,
  description: `${id} ${release} (${codename})`,
  major_release: release.split('.')[0] ?? '',
});
