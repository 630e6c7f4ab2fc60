import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, say } from '../start/run.mjs';
import { installByApt, mayUseApt } from '../test/chromium.mjs';
import { PYVMOMI, missingVmwarePeers, vmwarePlaces } from './vmware-places.mjs';

const SOURCE = 'golang-github-vmware-govmomi';
const GO_PACKAGES = [
  'golang-go',
  'dpkg-dev',
  ...['a8m-tree', 'davecgh-go-xdr', 'vmware-vmw-guestinfo', 'xlab-treeprint', 'kr-pretty', 'google-uuid'].map(
    (name) => `golang-github-${name}-dev`,
  ),
  'golang-golang-x-text-dev',
  'golang-gopkg-yaml.v3-dev',
];
const TOOLS = ['bats', 'jq', 'curl', 'uuid-runtime', 'ansible', 'python3-aiohttp', 'python3-requests'];
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

/**
 * Fetches and builds what tests/peers/vmware drives: a first run takes some two minutes, later ones nothing.
 * @returns {Promise<string[]>} lines for the user: what stays away, and why
 */
export async function obtainVmwarePeers() {
  const missing = missingVmwarePeers();
  if (missing.length === 0) return [];
  if (!mayUseApt())
    return [`Skipped: tests against ${missing.join(', ')}: only root on Debian may install them.`];
  const from = performance.now();
  say(`VMware's clients: ${missing.join(', ')} (about two minutes, once) …`);
  const trouble = await obtain();
  const left = missingVmwarePeers();
  if (left.length === 0) {
    say(`VMware's clients are here after ${Math.round((performance.now() - from) / 1000)} s.`);
    return [];
  }
  return [`Skipped: tests against ${left.join(', ')}: ${trouble ?? 'they could not be obtained'}.`];
}

/** @returns {Promise<string | null>} why it stopped */
async function obtain() {
  const { root, bats, python } = vmwarePlaces();
  const code = await installByApt([...TOOLS, ...GO_PACKAGES]);
  if (code !== 0) return `apt could not install their tools (${code})`;
  const site = archive();
  if (site === null) return 'this system installs from no archive of Debian';
  mkdirSync(join(root, 'lists', 'partial'), { recursive: true });
  writeFileSync(join(root, 'sources.list'), sourcesOf(site));
  if ((await apt(['-qq', 'update'])) !== 0) return "Debian's archive could not be read";
  for (const [version, suite] of Object.entries(PYVMOMI))
    if (!existsSync(join(python[version] ?? '', 'pyVmomi')) && !(await fetchPython(version, suite)))
      return `apt has no python3-pyvmomi ${version} in ${suite}`;
  if (!existsSync(bats) && !(await fetchSource())) return `apt has no source of ${SOURCE}`;
  return buildAll();
}

/** @returns {Promise<string | null>} what could not be built */
async function buildAll() {
  const { govc, vcsim } = vmwarePlaces();
  for (const program of [vcsim, govc])
    if (!existsSync(program) && !(await build(program))) return `Go could not build ${program}`;
  return null;
}

/** The archive that this system installs from: behind a proxy no other may answer. */
function archive() {
  const told = spawnSync(
    'apt-get',
    ['indextargets', '--format', '$(SITE) $(RELEASE)', 'Created-By: Packages'],
    {
      encoding: 'utf8',
    },
  ).stdout;
  return /^(\S+) (?:bookworm|trixie|sid)$/m.exec(told)?.[1] ?? null;
}

/** @param {string} site */
const sourcesOf = (site) =>
  [
    ...Object.values(PYVMOMI).map((suite) => ['deb', suite]),
    // The version that the figures of our aims were measured with.
    ['deb-src', 'bookworm'],
  ]
    .map(([kind, suite]) => `${kind} [signed-by=${KEYRING}] ${site} ${suite} main\n`)
    .join('');

/**
 * apt with lists of its own: the system's stay as they are.
 * @param {readonly string[]} words
 */
function apt(words) {
  const { root } = vmwarePlaces();
  const options = [
    `Dir::Etc::sourcelist=${join(root, 'sources.list')}`,
    'Dir::Etc::sourceparts=-',
    `Dir::State::lists=${join(root, 'lists')}`,
    'Dir::Cache::pkgcache=',
    'Dir::Cache::srcpkgcache=',
    'APT::Sandbox::User=root',
  ];
  const flags = options.flatMap((option) => ['-o', option]);
  return inside(root, 'apt-get', [...flags, ...words]);
}

/**
 * @param {string} folder
 * @param {string} program
 * @param {readonly string[]} words
 */
const inside = (folder, program, words) =>
  run('env', ['-C', folder, program, ...words], { limitMs: 600_000 });

/**
 * @param {string} version
 * @param {string} suite
 */
async function fetchPython(version, suite) {
  const { root } = vmwarePlaces();
  const file = () =>
    readdirSync(root).find((name) => name.startsWith(`python3-pyvmomi_${version}`) && name.endsWith('.deb'));
  if (file() === undefined) await apt(['-qq', 'download', `python3-pyvmomi/${suite}`]);
  const name = file();
  return name !== undefined && (await inside(root, 'dpkg', ['-x', name, `pyvmomi-${version}`])) === 0;
}

async function fetchSource() {
  const { root, source } = vmwarePlaces();
  await apt(['-qq', 'source', '--download-only', SOURCE]);
  const recipe = readdirSync(root).find((name) => name.startsWith(SOURCE) && name.endsWith('.dsc'));
  if (recipe === undefined) return false;
  rmSync(source, { recursive: true, force: true });
  return (await inside(root, 'dpkg-source', ['-x', recipe, source])) === 0;
}

/**
 * Debian's libraries are the dependencies, so nothing is asked of the network.
 * @param {string} program
 */
async function build(program) {
  const { root, source, goPath, goCache, vcsim } = vmwarePlaces();
  const home = join(root, 'gopath/src/github.com/vmware');
  mkdirSync(home, { recursive: true });
  const link = join(home, 'govmomi');
  if (!existsSync(link)) symlinkSync(source, link);
  const name = program === vcsim ? 'vcsim' : 'govc';
  say(`Go builds ${name} …`);
  const env = { GOPATH: goPath, GOCACHE: goCache, GO111MODULE: 'off', GOFLAGS: '' };
  const words = ['-C', link, 'go', 'build', '-o', program, `./${name}`];
  return (await run('env', words, { limitMs: 600_000, env })) === 0;
}
