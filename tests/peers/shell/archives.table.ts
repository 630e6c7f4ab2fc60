import { snippets } from './snippet.ts';

/** Run in a fresh directory by the real tools and by a guest's. */
export const archiveSnippets = snippets(
  'printf abc > a; : > b; md5sum a b; sha1sum a b; sha224sum a; sha256sum a b; sha512sum a; cksum a b; md5sum < a; cksum < a; md5sum nofile; echo $?',
  'seq 1 500 > a; md5sum a > s; sha256sum a > t; md5sum -c s; sha256sum -c t; echo x >> a; md5sum -c s; echo $?; md5sum -c --status s; echo $?; md5sum --quiet -c s; echo nonsense > n; md5sum -c n; echo $?; md5sum --tag a; sha256sum -b a',
  'echo hello | base64; echo aGVsbG8K | base64 -d; head -c 100 /dev/zero | base64; head -c 100 /dev/zero | base64 -w 0; echo; printf a | base64; printf ab | base64; printf "a*b" | base64 -d; echo $?; base64 nofile; echo $?; base64 -w x; echo $?',
  'printf "\\377\\200\\001" | base64 | base64 -d | od -An -tx1 2> /dev/null | tr -d " "; printf "" | base64; base64 a b; echo $?',
  'seq 1 2000 > a; gzip a; ls; gunzip a.gz; ls; seq 1 2000 | cmp - a; gzip -k a; ls; zcat a.gz | md5sum; gzip -c a | gunzip | md5sum; gzip a; echo $?; gzip -f a; ls; gzip -d a.gz; ls; gzip nofile; echo $?; gunzip nofile; echo $?',
  'mkdir d; gzip d; echo $?; echo x > x.gz; gzip x.gz; echo $?; gunzip x.gz; echo $?; echo y | gunzip; echo $?; echo abc | gzip | zcat; gzip -t x.gz; echo $?; touch -d 2020-01-02 t; chmod 640 t; gzip t; stat -c "%a %Y" t.gz; gunzip t.gz; stat -c "%a %Y" t',
  'mkdir -p d/e; echo 1 > d/a; echo 22 > d/e/b; ln -s a d/l; chmod 640 d/a; touch -h -d "2020-01-02 03:04" d/a d/e/b d/l d/e d; tar cf x.tar d; tar tf x.tar | sort; tar tvf x.tar | sort; rm -r d; tar xf x.tar; ls -R d; cat d/e/b; readlink d/l; stat -c "%a %Y" d/a; stat -c %Y d',
  'mkdir d; echo 1 > d/a; echo 2 > d/b; tar czf x.tgz d; tar tzf x.tgz | sort; mkdir o; tar xzf x.tgz -C o --strip-components=1; ls o; tar -xOf x.tgz d/a; tar xf x.tgz d/b; tar xf x.tgz nofile; echo $?; tar --exclude=b -cf y.tar d; tar tf y.tar; tar -C d -cf z.tar a; tar tvf z.tar | cut -c1-30',
  'tar; echo $?; tar cf x.tar; echo $?; tar cf x.tar nofile; echo $?; tar tf nofile.tar; echo $?; echo x > n; tar tf n; echo $?; tar cf x.tar n; tar ctf x.tar; echo $?; tar cvf x.tar n; tar xvf x.tar; tar cf - n | tar tf -; tar --foo; echo $?',
  'f=$(printf "long%.0s" {1..40}); touch $f; tar cf x.tar $f; tar tf x.tar; mkdir o; tar xf x.tar -C o; ls o; tar cPf y.tar /etc/hostname; tar cf y.tar /etc/hostname; tar tf y.tar; tar xf x.tar -C nodir; echo $?',
);
