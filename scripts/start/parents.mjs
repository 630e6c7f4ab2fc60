import { readFileSync } from 'node:fs';

/**
 * @typedef {object} Process
 * @property {number} parent
 * @property {string} name
 */

/**
 * Who stands between us and npm, ourselves excluded and npm included: `npm start` is npm, a shell, and us.
 * Where /proc cannot tell, it is our parent alone.
 * @param {number} parent
 * @param {(pid: number) => Process | null} look
 * @returns {number[]}
 */
export function lineToNpm(parent, look) {
  const line = [parent];
  for (let pid = parent, found = look(pid); found !== null && pid > 1; found = look(pid)) {
    if (found.name.startsWith('npm')) return line;
    pid = found.parent;
    line.push(pid);
  }
  return [parent];
}

/**
 * Is each of them still the child of the next?
 * @param {readonly number[]} line
 * @param {(pid: number) => Process | null} look
 */
export function isWhole(line, look) {
  return line.slice(0, -1).every((pid, index) => look(pid)?.parent === line[index + 1]);
}

/**
 * @param {number} pid
 * @returns {Process | null}
 */
export function lookInProc(pid) {
  try {
    // "17588 (npm start) S 17587 …": the name may hold anything, a bracket too.
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = text.lastIndexOf(')');
    const parent = Number(text.slice(end + 2).split(' ')[1]);
    return { parent, name: text.slice(text.indexOf('(') + 1, end) };
  } catch {
    return null;
  }
}

/**
 * Calls once when the npm that started us, or the shell between, is no more. Under no npm: never.
 * @param {() => void} onDeath
 */
export function watchNpm(onDeath) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const line = lineToNpm(parent, lookInProc);
  const timer = setInterval(() => {
    if (process.ppid === parent && isWhole(line, lookInProc)) return;
    clearInterval(timer);
    onDeath();
  }, 500);
  timer.unref();
}
