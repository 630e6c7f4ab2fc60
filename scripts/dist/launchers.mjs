/**
 * Finds its own folder, also through a link from a folder on the PATH, with nothing but the shell itself.
 * @param {string} script within the archive
 */
export const shellLauncher = (script) => `#!/bin/sh
# Runs with the Node that came with it, whatever else is installed.
self=$0
while [ -h "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=\${self%/*}/$link ;;
  esac
done
case $self in */*) ;; *) self=./$self ;; esac
here=$(cd "\${self%/*}" && pwd -P) || exit 1
exec "$here/bin/node" "$here/${script}" "$@"
`;

/** @param {string} script */
export const commandLauncher = (script) => `@echo off\r\n"%~dp0bin\\node.exe" "%~dp0${script}" %*\r\n`;

/** @param {string} version */
export const portableManifest = (version) =>
  `${JSON.stringify({ name: 'coldaisle', productName: 'Coldaisle', version, license: 'Apache-2.0', private: true, type: 'module' }, null, 2)}\n`;

/**
 * @param {string} version
 * @param {boolean} isWindows
 */
export const portableReadme = (version, isWindows) => `Coldaisle ${version}: a datacenter on your desk.

Start it with    ${isWindows ? 'coldaisle.cmd' : './coldaisle'}
Its flags        ${isWindows ? 'coldaisle.cmd' : './coldaisle'} --help
Command line     ${isWindows ? 'dvm.cmd' : './dvm'} --help
Only a vCenter   ${isWindows ? 'vcsim.cmd' : './vcsim'} -help

Nothing is installed: the folder can lie anywhere, also on a stick, and brings its own Node. The control room opens in
an app window of Chromium, Chrome, Edge, Brave or Vivaldi; without one of these, open the address it prints.
Labs are kept in your own data folder, not here; --data DIR names another.
`;
