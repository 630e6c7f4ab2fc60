import { snippets } from './snippet.ts';

/** Run by the real tools where they are installed, and by a guest's. */
export const calculatorSnippets = snippets(
  'printf \'1/0\\n5/0\\na=1;a/0\\n2+3*10/0\\nscale=5;1/0\\n\' | bc',
  'printf \'if (1)\\n2\\ndefine f(x)\\n{\\nreturn x*2\\n}\\nf(4)\\nf\\ng(1)\\nf(1,2)\\n\' | bc',
  'printf \'1+\\n2\\n3 3\\n"abc\\nd"\\n\' | bc',
  'printf \'x=3;x++;x--;++x;x^=2;x;x%%4\\n-2^2\\n2^-2\\nscale=3\\n2^-2\\n2^.5\\n2^1.5\\nsqrt(2)\\nsqrt(-1)\\n\' | bc',
  'printf \'obase=16;255;-255.5;.1\\nobase=100;12345\\nobase=2;10;ibase=16;FF;A\\n\' | bc',
  'printf \'print "a\\\\n", 1, "b\\\\t", 2*3, "\\\\n"\\nfor(i=0;i<3;i++) i\\nwhile(i>0){i-=1\\nif(i==1) break\\ni}\\nlength(123.45)\\nscale(1.234)\\n.\\nlast\\n\' | bc',
  'echo \'2^300;2^1000/3\' | bc; echo 3^500 | BC_LINE_LENGTH=0 bc',
  'printf \'e(1);s(1);c(1);a(1);l(2);j(0,1);e(0);s(0);c(0);a(0);l(1);l(0);e(-1);e(10);4*a(1);l(-1);j(2,3);s(100);e(.5);a(-2);l(10);a(.2);s(-.5);c(3);l(.001);e(50);j(3,.5);a(100);l(123456789)\\n\' | bc -l',
  'printf \'scale=50;e(1);4*a(1);l(2);s(2);scale=0;e(2);scale=100;e(-20);a(.1)\\n\' | bc -l',
  'printf \'ibase=1;obase=1;scale=-1\\nhalt\\n3\\n\' | bc',
  'printf \'quit\\n1\\n\' | bc; printf \'1;quit\\n1\\n\' | bc;  printf \'if (0) quit\\n1\\n\' | bc',
  'printf \'7%%3;-7%%3;7.5%%2;scale=2;7.5%%2;1.23*4.567;1/3;-1/3;0.00;-0.5\\n\' | bc',
  'printf \'define f(a[],n){auto s,i\\nfor(i=0;i<n;i++)s+=a[i]\\nreturn(s)}\\nb[0]=1;b[1]=2\\nf(b[],2)\\ndefine v(x){x+1\\n}\\nv(2)\\ndefine void w(x){print x,"\\\\n"}\\nw(3)\\n\' | bc',
  'printf \'if(0) 1 else 2\\nif (1) {3\\n} else {4}\\n\' | bc',
  'printf \'1;;2\\n{1;2}\\n;\\n\' | bc',
  'printf \'x=1; if(x) if(0) 5 else 6\\nreturn 1\\n\' | bc; echo break | bc; echo continue | bc',
  'printf \'define f(){return 1/0}\\nf()\\nf(\\n\' | bc',
  'printf \'"a";1;"b"\\n\' | bc;  printf \'a = (b = 3) + 1\\na\\nb\\n(a=5)\\n\' | bc',
  'printf \'1 # c\\n/* x\\ny */ 2\\n1 + \\\\\\n2\\n\' | bc; printf \'2 3\\n4\\n@\\n5\\n\' | bc',
  'printf \'scale=20;e=2;e\\n1.10;1.;.5;-.5;001\\n100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000/3\\n\' | bc',
  'printf \'obase=16;scale=4;1/3;obase=20;100.5;obase=1000;123456.75\\n\' | bc; printf \'ibase=2;101.11;ibase=16;1.8;ibase=A;9;A;F;AF\\nABC\\n\' | bc',
  'printf \'auto x\\n\' | bc; printf \'for(;;){i+=1;if(i>3)break}\\ni\\nlimits\\n\' | bc',
  'printf \'sqrt(16);sqrt(0);sqrt(1);scale=4;sqrt(16);sqrt(2.25);sqrt(.04);sqrt(0.0);sqrt(1)\\n\' | bc;  printf \'a++\\n++a\\n-a++\\na+++1\\n-a\\n--a\\n- -a\\n\' | bc; printf \'length(0);length(.001);length(100);scale(.100);length(-12)\\n\' | bc',
  'bc nofile; echo $?; bc --foo; echo $?; echo \'scale=2; 10/4\' > f; echo 3 | bc f; echo $?; bc -h < /dev/null',
);

export const tableSnippets = snippets(
  'printf \'a 1\\nb 2\\nc 3\\n\' > x; printf \'a x\\nc y\\nd z\\n\' > y; join x y; join -a1 x y; join -a1 -a2 x y; join -v1 x y; join -v2 x y; join -a1 -a2 -e- -o 0,1.2,2.2 x y; join -a1 -e NONE -o auto x y; join -j 2 x y; join -1 1 -2 2 x y; join x nofile; echo $?; join x; echo $?; join -t, x y',
  'printf \'k,v\\na,1\\nb,2\\n\' > x; printf \'k,w\\na,9\\na,8\\nb,7\\n\' > y; join -t, --header x y; join -t , x y; printf \'b 1\\na 2\\n\' > u; join u y; echo $?; printf \'A 1\\nB 2\\n\' > c; printf \'a 3\\nb 4\\n\' | join -i c -; join -1 0 x y; echo $?; join --foo; echo $?; join -t: /etc/passwd /etc/passwd | head -n 1',
  'printf \'a\\tb\\n\\tc\\n12345678\\tx\\n\' | expand; printf \'a\\tb\\n\\tc\\n\' | expand -t 4; printf \'a\\tb\\tc\\n\' | expand -t 3,9; printf \'\\ta\\tb\\n\' | expand -i | cat -A; printf \'        a       b\\n                c\\n\' | unexpand | cat -A; printf \'        a       b\\n    c d  e      f\\n\' | unexpand -a | cat -A; printf \'    a   b\\n\' | unexpand -t 4 | cat -A; expand -t x; echo $?; expand -t 0; echo $?; expand nofile; echo $?',
  'printf \'a b\\nb c\\na d\\nd c\\n\' | tsort; printf \'a b\\nb a\\n\' | tsort; echo $?; echo a | tsort; echo $?; printf \'x x\\ny z\\nz q\\n\' | tsort; tsort nofile; echo $?; tsort a b; echo $?',
  'factor 12 97 1 0 1000000007; echo 30 40 | factor; factor x; echo $?; factor -- -5',
  'printf \'a bb ccc\\ndddd e f\\n\' | column -t; printf \'a:bb:c\\nd::f\\n\' | column -t -s:; printf \'a:bb:c\\nd::f\\n\' | column -t -s: -o\' | \'; seq 1 30 | column; seq 1 30 | column -c 40 | cat -A; seq 1 10 | column -x -c 40; printf \'x y\\n\\nz w\\n\' | column -t; printf \'a 1\\nbb 22\\n\' | column -t -N NAME,VALUE; printf \'a 1\\nbb 22\\n\' | column -t -N N,VALUE -R VALUE; column nofile; echo $?; printf \'\' | column -t; printf \'a b c\\nd\\n\' | column -t | cat -A',
  'printf \'abc\\0defgh\\0\\1\\2ij\\0klmno\\n\' > b; strings b; strings -n 2 b; strings -t x b; strings -t d -n 3 b; strings -5 b; strings -f b; strings < b; strings nofile; echo $?; strings -n 0 b; echo $?',
);

export const xzSnippets = snippets(
  'seq 1 3000 > a; xz -k a; unxz -c a.xz | cmp - a; ls; xz a; echo $?; xz -d a.xz; echo $?; rm a.xz; xz a; ls; xzcat a.xz | md5sum; xz -t a.xz; echo $?; unxz a.xz; md5sum a',
  'xz nofile; echo $?; mkdir d; xz d; echo $?; echo x > y.xz; xz -d y.xz; echo $?; xz y.xz; echo $?; unxz nosuffix; touch q; unxz q; echo $?; echo abc | xz | xz -d; echo abc | xz | xzcat; echo abc | unxz; echo $?; : | xz | xz -dc; echo $?; xz --foo; echo $?',
  'base64 -d <<X > a.xz\n/Td6WFoAAATm1rRGBMBOsxohARYAAAAAAAAAAAB1+Ip04AyYAEZdAAAAUjCImAzQJ9pmExeD7T9W\nqfBpJ6Y0FUXPfm5lbnwv\nX\nxzcat a.xz; echo $?; chmod 640 a.xz; touch -d 2020-01-02 a.xz; printf \'hello\' > h; touch -d 2021-02-03 h; chmod 600 h; xz h; stat -c \'%a %Y\' h.xz; unxz h.xz; stat -c \'%a %Y\' h',
  'mkdir d; seq 100 > d/a; tar cJf d.tar.xz d; tar tf d.tar.xz | sort; rm -r d; tar xJf d.tar.xz; cat d/a | md5sum; tar caf e.tar.xz d; xz -t e.tar.xz; echo $?; echo x > n; tar xJf n; echo $?',
);

export const rotationSnippets = snippets(
  'P=$PWD; seq 100 > a.log; printf "$P/a.log {\\nrotate 2\\nsize 1\\ncreate\\n}\\n" > c; for i in 1 2 3; do /usr/sbin/logrotate -s $P/s c; echo $?; echo x$i >> a.log; ls | sort; done; head -n 1 s; grep -c a.log s; cat a.log.1',
  'P=$PWD; seq 100 > a.log; chmod 640 a.log; printf "compress\\ndelaycompress\\n$P/*.log {\\nrotate 3\\ndaily\\nnotifempty\\ncreate 600\\npostrotate\\necho done \\$1 | sed \'s,/.*/,,\'\\nendscript\\n}\\n" > c; /usr/sbin/logrotate -s $P/s c; ls | sort; /usr/sbin/logrotate -f -s $P/s c; ls | sort; stat -c \'%a\' a.log a.log.1; echo y > a.log; /usr/sbin/logrotate -f -s $P/s c; ls | sort; zcat a.log.2.gz | wc -l; /usr/sbin/logrotate -f -s $P/s c; ls | sort; sed -i \'s/20[0-9]*-/2019-/\' s;  echo z > a.log; /usr/sbin/logrotate -s $P/s c; ls | sort; cat a.log.1',
  'P=$PWD; echo 1 > a.log; echo 2 > b.log; printf "$P/a.log $P/b.log {\\nrotate 1\\nsharedscripts\\nprerotate\\necho pre\\nendscript\\npostrotate\\necho post\\nendscript\\nmissingok\\ncopytruncate\\n}\\n$P/no.log {\\nrotate 1\\n}\\n" > c; /usr/sbin/logrotate -f -s $P/s c 2> e; echo $?; sed "s,$P,,g" e; ls | sort; stat -c %s a.log; cat b.log.1',
  'P=$PWD; echo 1 > a.log; printf "$P/a.log {\\nrotate 1\\nfoo\\nsize 1\\n}\\n" > c; /usr/sbin/logrotate -s $P/s c > /dev/null 2> e; echo $?; sed "s,$P,,g" e | head -n 1; ls | sort; /usr/sbin/logrotate nofile -s $P/s; echo $?',
  'P=$PWD; mkdir d old; echo 1 > a.log; printf "$P/a.log {\\nrotate 2\\nolddir $P/old\\ndateext\\ndateformat .%%Y\\nnocreate\\n}\\n" > d/x; printf "include $P/d\\n" > c; /usr/sbin/logrotate -f -s $P/s c; ls | sort; ls old | wc -l; echo 1 > a.log; sed -i \'s/nocreate/nocreate\\nextension .log/;/olddir/d;/date/d\' d/x; /usr/sbin/logrotate -f -s $P/s c; ls | sort',
);

export const launchSnippets = snippets(
  'mkdir d; printf \'#!/bin/sh\\necho one $1\\n\' > d/a; printf \'#!/bin/sh\\necho two\\nexit 3\\n\' > d/b; printf \'x\' > d/c.sh; chmod +x d/*; run-parts d; echo $?; run-parts --test d; run-parts --arg=q d/ ; run-parts nodir; echo $?; run-parts --exit-on-error --reverse d; chmod -x d/a; run-parts --list d',
  'setsid echo hi; setsid; echo $?; setsid nocommand; echo $?',
  'install; install x; install nofile y; echo a > a; install a nodir/b; install a b c; install -d p/q; stat -c \'%a %n\' p/q p; install -m 640 a p; stat -c %a p/a; install -D a r/s/t; cat r/s/t; install -v a zz; stat -c %a zz; install -m foo a zz2; echo $?; install -o nouser a zz3; install -g nogroup2 a z; install p k; install -t nodir a; echo $?; install -d -m 700 v/w; stat -c \'%a %n\' v v/w; install -m u=rw,go=r a m; stat -c %a m; install -o daemon -g daemon a o; stat -c \'%U %G\' o; touch -d 2020-01-02 a; install -p a t; stat -c %Y t; install a m p; ls p',
  'script -q -c \'echo hi; exit 3\' f; echo $?; sed \'1d;/^Script done/s/on .*\\[/[/\' f; script -e -c \'echo hi; exit 3\' g; echo $?; sed -n \'1s/on .*\\[/[/p\' g; script -q -a -c \'tty > /dev/null && echo yes\' g; grep -c Script g; script a b; echo $?; script -c true /nodir/x; echo $?; script --foo; echo $?',
);
