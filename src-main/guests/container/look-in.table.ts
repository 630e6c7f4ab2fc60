/** What a container's own shell is asked. Words of POSIX alone, since busybox and dash answer too. */

/** Each process but the one that asks: its stat, its user and memory, its words; last the time since the start. */
export const processAsk = `
for d in /proc/[0-9]*; do
  [ "\${d#/proc/}" = "$$" ] && continue
  s=; read -r s <"$d/stat" || continue
  u=0; m=0
  while read -r k v r; do
    case $k in Uid:) u=$v ;; VmRSS:) m=$v; break ;; esac
  done <"$d/status"
  printf '\\001%s\\n%s %s\\n' "$s" "$u" "$m"
  cat "$d/cmdline"
done 2>/dev/null
read -r up r </proc/uptime
printf '\\001\\002%s' "$up"
`;

/** Where it is with every link resolved, its entries, and where its links lead. */
export const folderAsk = `
cd -- "$1" 2>/dev/null || { [ -e "$1" ] || exit 41; [ -d "$1" ] || exit 42; exit 43; }
pwd -P
set -- * .[!.]* ..?*
stat -c '%f %s %u %g %Y %n' -- "$@" 2>/dev/null
[ $? -ge 126 ] && { echo 'there is no stat in it' >&2; exit 44; }
for f in "$@"; do
  [ -L "$f" ] || continue
  l=nowhere; [ -e "$f" ] && l=file; [ -d "$f" ] && l=folder
  printf '\\001%s\\002%s\\002' "$f" "$l"
  readlink -- "$f"
done
exit 0
`;

/** Its size, and so many bytes of it. */
export const fileAsk = `
[ -e "$1" ] || exit 41
[ -d "$1" ] && exit 45
stat -L -c %s -- "$1" || exit 44
[ -f "$1" ] || exit 0
head -c "$2" -- "$1"
`;
