/** How rpm writes a package: name-version-release.architecture, the epoch only where it is asked for. */
const everywhere = new Set([
  'basesystem',
  'ca-certificates',
  'crypto-policies',
  'dnf',
  'yum',
  'tzdata',
  'mariadb-common',
  'ncurses-base',
  'nginx-filesystem',
  'vim-filesystem',
  'firewalld',
]);

export const rpmArchitecture = (name: string): string => (everywhere.has(name) ? 'noarch' : 'x86_64');
const withoutEpoch = (version: string): string => version.replace(/^\d+:/, '');
export const rpmName = (name: string, version: string): string =>
  `${name}-${withoutEpoch(version)}.${rpmArchitecture(name)}`;

type VersionParts = { readonly epoch: string; readonly version: string; readonly release: string };

export function partsOf(text: string): VersionParts {
  const epoch = /^(\d+):/.exec(text)?.[1] ?? '(none)';
  const bare = withoutEpoch(text);
  const dash = bare.lastIndexOf('-');
  return { epoch, version: bare.slice(0, dash), release: bare.slice(dash + 1) };
}

/** 190 k, 1.2 M: dnf's way. */
export function shortSize(bytes: number): string {
  if (bytes < 1000) return `${bytes}  `;
  let size = bytes / 1024;
  for (const unit of ['k', 'M', 'G']) {
    if (size < 999.5) return `${size < 9.95 ? size.toFixed(1) : size.toFixed(0)} ${unit}`;
    size /= 1024;
  }
  return `${size.toFixed(0)} T`;
}
