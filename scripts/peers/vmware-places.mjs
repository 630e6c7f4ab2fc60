import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** The three that Debian has, each in the suite that carries it. */
export const PYVMOMI = /** @type {const} */ ({ '6.7.1': 'bookworm', '8.0.3': 'trixie', '9.0.0': 'sid' });

/** Outside the project: what was built once serves every clone. */
const cache = () =>
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'coldaisle-peers', 'vmware');

/** Where the clients of VMware's are, or will be once they were obtained. */
export function vmwarePlaces() {
  const root = cache();
  /** @param {string} version */
  const modules = (version) => join(root, `pyvmomi-${version}`, 'usr/lib/python3/dist-packages');
  return {
    root,
    source: join(root, 'src'),
    goPath: [join(root, 'gopath'), '/usr/share/gocode'].join(delimiter),
    goCache: join(root, 'gocache'),
    programs: join(root, 'bin'),
    govc: join(root, 'bin', 'govc'),
    vcsim: join(root, 'bin', 'vcsim'),
    /** The folder of govc's own tests. */
    bats: join(root, 'src', 'govc', 'test'),
    /** PYTHONPATH per version. */
    python: Object.fromEntries(Object.keys(PYVMOMI).map((version) => [version, modules(version)])),
  };
}

/** @returns {string[]} what is not there yet, by name */
export function missingVmwarePeers() {
  const { govc, vcsim, bats, python } = vmwarePlaces();
  const wanted = [
    ['govc', govc],
    ['vcsim', vcsim],
    ["govc's tests", bats],
    ['bats', '/usr/bin/bats'],
    ['jq', '/usr/bin/jq'],
    ['ansible', '/usr/bin/ansible-playbook'],
    ['python3-aiohttp', '/usr/lib/python3/dist-packages/aiohttp'],
    ['python3-requests', '/usr/lib/python3/dist-packages/requests'],
    ...Object.entries(python).map(([version, folder]) => [`pyvmomi ${version}`, join(folder, 'pyVmomi')]),
  ];
  return wanted.flatMap(([name = '', path = '']) => (existsSync(path) ? [] : [name]));
}
