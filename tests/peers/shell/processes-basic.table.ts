import { snippets } from './snippet.ts';

/** What of processes, people and time does not depend on the machine it runs on. */
export const processSnippets = snippets(
  'date -u -d @0; date -u -d @1000000000 +%F; date -u -d "2024-02-29 12:34:56" "+%a %A %b %B %c %d %e %j %H %I %k %l %M %p %S %s %u %w %y %Y %Z %z %% %n %t|"',
  'date -d "2024-01-31 10:00" "+%D %T %R %r %x %X %h %C %G %V %g %U %W %q"; date -d "2021-01-03" "+%G-W%V"; date -d 2024-12-30 "+%G-W%V"',
  'date -d "2024-01-31 +1 month" +%F; date -d "2024-03-01 -1 day" +%F; date -d "2024-01-01 2 weeks ago" +%F; date -d "2024-01-01 12:00 +3 hours" "+%F %T"; date -d "2024-01-01 next year" +%F; date -d "1 Jan 2020" +%F; date -d "Jan 5 2020 3pm" "+%F %T"; date -d "2024-02-30" +%F; echo $?',
  'date -R -d "2024-05-06 07:08:09"; date -I -d 2024-05-06; date -Iseconds -d "2024-05-06 07:08:09"; date --iso-8601=minutes -d 2024-05-06; date --rfc-3339=seconds -d 2024-05-06; date -d "2024-05-06T07:08:09Z" +%s; date -d 20240506 +%F; date -d "05/06/2024" +%F; date -d "2024-05-06 07:08 +0200" +%s',
  'date +%-d-%_d -d 2024-05-06; date -d 2024-05-06 "+%05d %-j %_m %^a %#Z %10Y %-H"; date -d "2024-05-06 09:00" +%-I%P; date nonsense; echo $?; date a b; date -d rubbish; echo $?; touch -d @86400 f; date -r f +%F; date -r nofile',
  '[ "$(date -d now +%F)" = "$(date +%F)" ] && echo same; [ $(( $(date -d tomorrow +%s) - $(date +%s) )) -ge 86399 ] && echo day; [ $(( $(date +%s) - $(date -d "1 hour ago" +%s) )) -ge 3599 ] && echo hour; date -d yesterday > /dev/null; echo $?; date -d "next friday" +%a; date -d "last monday" +%a',
  'id -u; id -g; id -un; id -gn; id -Gn root; id root; id daemon; id www-data; id nosuchuser; echo $?; id -u -g; id -n; whoami; whoami x; groups root; groups nosuchuser; groups; id -u daemon; id --help | head -n 1 | cut -c1-6; id 33',
  'uname; uname -s; uname -o; uname -m; uname -p; uname x; uname -Z; arch; uname -sm; uname -so',
  'env -i a=1 b=2 | sort; env -i; env -i x=y printenv x; env nosuchcommand; echo $?; env -u HOME printenv HOME; echo $?; env -C / pwd; env -C nodir true; echo $?; printenv HOME nosuch; echo $?; env -i sh -c "echo \\$0"; env - a=b; env --bad; echo $?; touch nx; env ./nx; echo $?',
  'sleep 0; echo $?; sleep; echo $?; sleep x; echo $?; sleep 0.01 0.01s; echo $?; sleep -1; echo $?; sleep 1x 2y; echo $?',
  'timeout 5 true; echo $?; timeout 5 false; echo $?; timeout 0.1 sleep 5; echo $?; timeout 1 nosuchcommand; echo $?; timeout; echo $?; timeout x true; echo $?; timeout 1; timeout -s BAD 1 true; echo $?; timeout --preserve-status 0.1 sleep 5; echo $?; timeout 0 echo hi; timeout -v 0.1 sleep 3; echo $?',
  'nice; nice -n 5 nice; nice nice; nice -5 nice; nice -n x true; nice -n 3; nice nosuchcommand; echo $?; nice -n 30 nice',
  'nohup echo hi; nohup; echo $?; nohup nosuchcommand; echo $?; nohup sh -c "exit 3"; echo $?',
  '/bin/echo a  b; /bin/echo -n x; /bin/echo -e "a\\tb\\n"; /bin/echo -E "a\\t"; env echo -ne "x\\cy"; env true; echo $?; env false; echo $?; env echo --; env echo -x; env echo -e "\\x41\\0102"',
  'tty; echo $?; tty -s; echo $?; tty --bad; echo $?; stty; echo $?; stty -echo; nproc x; which sh > /dev/null; echo $?; which nosuchcommand; echo $?; which; echo $?; sync; echo $?; sync nofile; echo $?',
  'sleep 50 & p=$!; env kill -0 $p; echo $?; env kill $p; wait $p; echo $?; env kill 9999999; echo $?; env kill -l 9; env kill -l KILL; { exec sleep 50; } & p=$!; sleep 0.1; env kill -s TERM $p; wait $p; echo $?',
  '{ exec sleep 51; } & p=$!; sleep 0.1; ps -p $p -o comm=; ps -p $p -o args=; ps -p $p -o stat=,ni=; ps -o pid= -p $p | tr -d " " | grep -cx $p; ps -p $p -o comm,args; ps -p 9999999 -o pid=; ps -C nosuchname -o pid=; echo $?; kill $p',
  '{ exec sleep 52; } & p=$!; sleep 0.1; ps -o ppid= -p $p | tr -d " " | grep -cx $$; ps --ppid $$ -o args= | grep -c "^sleep 52"; ps -p $p -o user,uid,comm; ps -p $p -o comm --no-headers; ps -o bad -p $p 2>&1 | head -n 1; kill $p; ps -p $$ -o pid,ppid,tty,nice,comm | wc -l',
  '{ exec sleep 53.5; } & p=$!; sleep 0.1; pgrep -f "^sleep 53.5" | grep -cx $p; pgrep -c -f "^sleep 53.5"; pgrep -a -f "^sleep 53.5" | cut -d" " -f2-; pkill -f "^sleep 53.5"; echo $?; wait $p; echo $?; pgrep nosuchprocess; echo $?; pgrep; echo $?; pkill -9 nosuchprocess; echo $?',
  'printenv -0 HOME | tr "\\0" "|"; env -0 -i a=b c=d | tr "\\0" "|"; uname --kernel-name; uname --all x; arch x; date --universal -d @0 +%s; date --date=@5 +%s; date -u +%Z',
);
