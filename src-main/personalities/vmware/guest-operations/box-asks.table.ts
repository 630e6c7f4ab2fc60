/** What the shell of a container is asked to do for the tools: POSIX alone. Each word is an argument; a status says what was wrong. */
import type { Errno } from '../../../../sim/guests/answer.ts';

export const errnos: Readonly<Record<number, Errno>> = {
  41: 'ENOENT',
  42: 'ENOTDIR',
  43: 'EACCES',
  45: 'EISDIR',
  46: 'EEXIST',
  47: 'ENOTEMPTY',
};

const there = '[ -e "$1" ] || [ -L "$1" ] || exit 41\n';

export const boxAsks = {
  look: `${there}stat -c '%f %s %u %g %Y %X' -- "$1" || exit 43
[ -L "$1" ] && readlink -- "$1"
exit 0`,
  list: `${there}[ -d "$1" ] || exit 42
cd -- "$1" || exit 43
for f in . .. * .[!.]* ..?*; do
  [ -e "$f" ] || [ -L "$f" ] || continue
  stat -c '%f %s %u %g %Y %X %n' -- "$f" || continue
  if [ -L "$f" ]; then readlink -- "$f"; else echo; fi
done`,
  read: `[ -d "$1" ] && exit 45
${there}cat -- "$1" || exit 43`,
  write: `[ -d "$1" ] && exit 45
[ -e "$1" ] && [ "$2" = new ] && exit 46
[ -d "$(dirname -- "$1")" ] || exit 41
cat >"$1" || exit 43`,
  change: `[ -e "$1" ] || exit 41
[ -z "$2" ] || chown "$2" -- "$1" || exit 43
[ -z "$3" ] || chmod "$3" -- "$1" || exit 43
[ -z "$4" ] || touch -c -m -d "@$4" -- "$1" || exit 43
[ -z "$5" ] || touch -c -a -d "@$5" -- "$1" || exit 43`,
  makeDirectory: `[ -e "$1" ] && exit 46
if [ "$2" = made ]; then mkdir -p -- "$1" || exit 43; exit 0; fi
[ -d "$(dirname -- "$1")" ] || exit 41
mkdir -- "$1" || exit 43`,
  remove: `${there}[ -d "$1" ] && [ ! -L "$1" ] && exit 45
rm -f -- "$1" || exit 43`,
  removeDirectory: `${there}[ -d "$1" ] || exit 42
if [ "$2" = whole ]; then rm -rf -- "$1" || exit 43; exit 0; fi
[ -z "$(ls -A -- "$1")" ] || exit 47
rmdir -- "$1" || exit 43`,
  move: `${there}if [ -e "$2" ]; then [ "$3" = file ] && [ ! -d "$2" ] || exit 46; fi
mv -f -- "$1" "$2" || exit 43`,
  makeFile: `umask 077
[ -d "$(dirname -- "$1")" ] || exit 41
set -C
: >"$1" || exit 43`,
  makeFolder: `umask 077
[ -d "$(dirname -- "$1")" ] || exit 41
mkdir -- "$1" || exit 43`,
  startable: `[ -f "$1" ] || exit 41
[ -x "$1" ] || exit 43
[ -z "$2" ] && exit 0
[ -e "$2" ] || exit 41
[ -d "$2" ] || exit 42`,
  /** Tells its number first; from there on nobody hears it. */
  start: `printf '%s\\n' "$$"
exec </dev/null >/dev/null 2>&1
[ -z "$2" ] || cd -- "$2"
exec /bin/sh -c "$1"`,
  end: `[ -d "/proc/$1" ] || exit 41
kill -TERM "$1" || exit 43
for i in 1 2 3 4 5 6 7 8 9 10; do
  [ -d "/proc/$1" ] || exit 0
  sleep 0.1 2>/dev/null || sleep 1
done
kill -KILL "$1" 2>/dev/null
exit 0`,
  /** Whatever kind of hash it has: its own program judges. It asks root for nothing, so nobody asks. */
  admit: 'su "$1" -c true >/dev/null 2>&1',
} as const;
