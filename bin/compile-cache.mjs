// import() this after the guard: from the second start on V8 finds the code compiled, and is ready in half the time.
import { existsSync } from 'node:fs';
import module from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Of this user only: what lies there is run. NODE_COMPILE_CACHE names another place, NODE_DISABLE_COMPILE_CACHE=1 none.
 * @returns {string | null} null where the user has no folder
 */
function cacheFolder() {
  const { LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
  const named = process.platform === 'win32' ? LOCALAPPDATA : XDG_CACHE_HOME;
  if (named) return join(named, 'coldaisle', 'compiled');
  return existsSync(homedir()) ? join(homedir(), '.cache', 'coldaisle', 'compiled') : null;
}

const folder = cacheFolder();
// Where nothing can be written it says so in its answer, and all goes on without.
if (folder !== null) module.enableCompileCache(folder);
