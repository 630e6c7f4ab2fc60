/** One line a package: name, priority (`*`: on every machine), section, version of the image, installed kilobytes, bytes to fetch, what it needs, its programs (`?`: not simulated). */
export const debianRows = `
adduser|I*|admin|3.134|686|183272|passwd|adduser deluser addgroup delgroup
apache2-bin|O|httpd|2.4.62-1~deb12u2|5144|1409916|libc6 libcrypt1 libcurl4 liblua5.3-0 libpcre2-8-0 libssl3 libxml2 zlib1g|
apache2-utils|O|httpd|2.4.62-1~deb12u2|452|223608|libc6 libcrypt1 libssl3|ab? htpasswd?
apache2|O|httpd|2.4.62-1~deb12u2|588|237772|init-system-helpers apache2-bin apache2-utils procps|apache2? apache2ctl?
apt|I*|admin|2.6.1|4232|1373116|adduser gpgv libapt-pkg6.0 libc6 libgcc-s1 libgnutls30 libstdc++6 libsystemd0|apt apt-get apt-cache apt-mark
base-files|R*|admin|12.4+deb12u8|341|70936||
base-passwd|R*|admin|3.6.1|247|59972|libc6 libselinux1|
bash|R*|shells|5.2.15-2+b7|7164|1490652|libc6 libtinfo6 base-files debianutils|bash
bc|O|math|1.07.1-3+b1|241|109648|libc6|bc
binutils|O|devel|2.40-2|110|65000|libc6|strings
bsdextrautils|S*|utils|2.38.1-5+deb12u2|327|87700|libc6 libtinfo6|column
bind9-dnsutils|S*|net|1:9.18.28-1~deb12u2|501|158488|libc6|dig nslookup
bsdutils|R*|utils|1:2.38.1-5+deb12u2|355|94412|libc6 libsystemd0|logger script
ca-certificates|S*|misc|20230311|388|160948|openssl|
chrony|O|net|4.3-2+deb12u1|639|288684|init-system-helpers adduser iproute2 tzdata libc6 libcap2 libgnutls30|chronyd chronyc
coreutils|R*|utils|9.1-1|18062|2896560|libacl1 libattr1 libc6 libselinux1|arch b2sum base32 base64 basename cat chgrp chmod chown cksum comm cp csplit cut date dd df dirname du echo env expand expr factor false fmt fold groups head hostid id install join link ln logname ls md5sum mkdir mkfifo mknod mktemp mv nice nl nohup nproc numfmt od paste pathchk printenv printf pwd readlink realpath rm rmdir seq sha1sum sha224sum sha256sum sha384sum sha512sum shred shuf sleep sort split stat stty sum sync tac tail tee test timeout touch tr true truncate tsort tty uname unexpand uniq unlink users wc who whoami yes
cpio|I*|utils|2.13+dfsg-7.1|1141|245036|libc6|cpio?
cron-daemon-common|I*|admin|3.0pl1-162|44|12660|adduser|
cron|I*|admin|3.0pl1-162|217|73084|init-system-helpers cron-daemon-common libc6 libpam0g libselinux1 sensible-utils libpam-runtime|cron crontab
curl|O*|web|7.88.1-10+deb12u8|489|315764|libc6 libcurl4 zlib1g|curl
dash|R*|shells|0.5.12-2|191|91848|libc6 debianutils dpkg|
dbus|S*|admin|1.14.10-1~deb12u1|182|97360|init-system-helpers libc6 libexpat1 libsystemd0|
debianutils|R*|utils|5.7-0.5~deb12u1|243|102588|libc6|which run-parts
diffutils|R*|utils|1:3.8-4|1598|351740|libc6|diff cmp
dmidecode|I*|utils|3.4-1|221|68764|libc6|dmidecode?
dnsutils|O|net|1:9.18.28-1~deb12u2|26|14224|bind9-dnsutils|
dpkg|R*|admin|1.21.22|6409|1567804|libbz2-1.0 libc6 libselinux1 libzstd1 zlib1g tar|dpkg dpkg-query
e2fsprogs|R*|admin|1.47.0-2+b2|1497|571920|libblkid1 libc6|dumpe2fs e2fsck e2label fsck.ext2 fsck.ext3 fsck.ext4 mke2fs mkfs.ext2 mkfs.ext3 mkfs.ext4 resize2fs tune2fs
fdisk|I*|utils|2.38.1-5+deb12u2|439|144276|libblkid1 libc6 libtinfo6|fdisk
file|O|utils|1:5.44-3|79|42472|libc6|file?
findutils|R*|utils|4.9.0-4|1746|635500|libc6 libselinux1|find xargs
gawk|O|interpreters|1:5.2.1-2|2906|672772|libc6|gawk?
git|O|vcs|1:2.39.5-0+deb12u1|44890|7264380|libc6 libexpat1 libpcre2-8-0 zlib1g|git?
gpgv|I*|utils|2.2.40-1.1|918|648768|libbz2-1.0 libc6 zlib1g|
grep|R*|utils|3.8-5|1245|421444|libc6 libpcre2-8-0 dpkg|grep egrep fgrep
gzip|R*|utils|1.12-1|252|140364|libc6 dpkg|gzip gunzip zcat
haproxy|O|net|2.6.12-1+deb12u1|4223|2042596|dpkg init-system-helpers libc6 libcrypt1 liblua5.3-0 libpcre2-8-0 libssl3 libsystemd0 adduser|haproxy
hostname|R*|admin|3.23+nmu1|46|10500|libc6|hostname
htop|O|utils|3.2.2-2|378|152412|libc6 libncursesw6 libtinfo6|htop?
ifupdown|I*|admin|0.8.41|209|81596|adduser iproute2 libc6|ifup ifdown
init-system-helpers|R*|admin|1.65.2|133|39020||service
iotop|O|admin|0.6-42-ga14256a-0.1+b2|106|24092|python3|iotop?
iperf3|O|net|3.12-1+deb12u1|86|33964|init-system-helpers adduser libc6|iperf3?
iproute2|I*|net|6.1.0-3|3516|1045828|libc6 libcap2 libdb5.3 libselinux1|ip ss
iputils-ping|I*|net|3:20221126-1|121|47172|libc6 libcap2|ping
jq|O|utils|1.6-2.1|111|64432|libjq1 libc6|jq
kmod|I*|admin|30+20221128-1|251|95180|libc6 libssl3 libzstd1|
less|I*|text|590-2.1~deb12u2|313|132044|libc6 libtinfo6|less
libacl1|R*|libs|2.3.1-3|73|31488|libc6|
libapt-pkg6.0|I*|libs|2.6.1|3297|906972|libbz2-1.0 libc6 libgcc-s1 libstdc++6 libsystemd0 libudev1 libxxhash0 libzstd1 zlib1g|
libattr1|R*|libs|1:2.5.1-4|59|22164|libc6|
libaudit1|R*|libs|1:3.0.9-1|150|46764|libc6|
libblkid1|R*|libs|2.38.1-5+deb12u2|398|147380|libc6|
libbz2-1.0|R*|libs|1.0.8-5+b1|106|47348|libc6|
libc-bin|R*|libs|2.36-9+deb12u9|2042|609144|libc6|getent
libc6|R*|libs|2.36-9+deb12u9|13001|2759320|libgcc-s1|
libcap2|R*|libs|1:2.66-4|95|27708|libc6|
libcrypt1|R*|libs|1:4.4.33-2|233|89464|libc6|
libcurl4|O*|libs|7.88.1-10+deb12u8|840|392184|libc6 libssl3 libzstd1 zlib1g|
libdb5.3|R*|libs|5.3.28+dfsg2-1|1833|697412|libc6|
libevent-2.1-7|O|libs|2.1.12-stable-8|435|181168|libc6|
libexpat1|O*|libs|2.5.0-1+deb12u1|414|107940|libc6|
libgcc-s1|R*|libs|12.2.0-14|140|49856|libc6|
libgnutls30|O*|libs|3.7.9-2+deb12u3|3396|1409084|libc6|
libjq1|O|libs|1.6-2.1|366|136460|libc6 libonig5|
liblua5.3-0|O|libs|5.3.6-2|495|122984|libc6 libstdc++6|
libncursesw6|I*|libs|6.4-4|412|133824|libtinfo6 libc6|
libnftables1|I*|libs|1.0.6-2+deb12u2|920|299116|libc6|
libonig5|O|libs|6.9.8-1|666|187828|libc6|
libpam-modules|R*|admin|1.5.2-6+deb12u1|1031|291056|libaudit1 libc6 libcrypt1 libdb5.3 libpam0g libselinux1|
libpam-runtime|R*|admin|1.5.2-6+deb12u1|876|160936|libpam-modules|
libpam0g|R*|libs|1.5.2-6+deb12u1|215|92060|libaudit1 libc6|
libpcre2-8-0|R*|libs|10.42-1|685|261628|libc6|
libpq5|O|libs|15.10-0+deb12u1|906|205248|libc6 libssl3|
libproc2-0|I*|libs|2:4.0.2-3|232|62804|libc6 libsystemd0|
libselinux1|R*|libs|3.4-1+b6|199|73720|libc6 libpcre2-8-0|
libssl3|O*|libs|3.0.15-1~deb12u1|6042|2039888|libc6|
libstdc++6|R*|libs|12.2.0-14|2686|612604|libc6 libgcc-s1|
libsystemd0|I*|libs|252.31-1~deb12u1|909|332372|libc6 libcap2 libzstd1|
libtinfo6|R*|libs|6.4-4|541|331352|libc6|
libudev1|I*|libs|252.31-1~deb12u1|240|108880|libc6|
libxml2|O*|libs|2.9.14+dfsg-1.3~deb12u1|1867|688760|libc6 zlib1g|
libxxhash0|I*|libs|0.8.1-1|99|27584|libc6|
libzstd1|R*|libs|1.5.4+dfsg2-5|785|290036|libc6|
login|R*|admin|1:4.13+dfsg1-1+b1|2550|616084|libaudit1 libc6 libcrypt1 libpam0g libpam-runtime libpam-modules|login su
logrotate|I*|admin|3.21.0-1|160|62108|cron libacl1 libc6 libselinux1|logrotate
lsof|O|utils|4.95.0-1|482|318268|libc6 libselinux1|lsof?
lua5.4|O|interpreters|5.4.4-3|462|127780|libc6|lua5.4?
mariadb-client|O|database|1:10.11.6-0+deb12u1|62935|2952092|debianutils libc6 libgcc-s1 libssl3 libstdc++6 zlib1g|mariadb? mysql?
mariadb-common|O|database|1:10.11.6-0+deb12u1|69|27624||
mariadb-server|O|database|1:10.11.6-0+deb12u1|53815|3665596|adduser mariadb-common gawk iproute2 lsof mariadb-client passwd procps rsync socat libc6 libgcc-s1 libpam0g libssl3 libstdc++6 zlib1g|mariadbd
mawk|R*|interpreters|1.3.4.20200120-3.1|263|119144|libc6|awk mawk
memcached|O|web|1.6.18-1|597|212224|init-system-helpers adduser libc6 libevent-2.1-7 libssl3|memcached
mount|R*|admin|2.38.1-5+deb12u2|393|134044|libblkid1 libc6 libselinux1|mount umount swapon swapoff
mtr-tiny|O|net|0.95-1|161|71756|libc6 libtinfo6|mtr?
nano|I*|editors|7.2-1+deb12u1|2804|689556|libc6 libncursesw6 libtinfo6|nano
ncurses-base|R*|misc|6.4-4|379|261308||
ncurses-bin|R*|utils|6.4-4|636|421400|libc6 libtinfo6|clear reset
net-tools|O*|net|2.10-0.1|978|243404|libc6 libselinux1|ifconfig? netstat? route? arp
netplan.io|O|net|0.106-2+deb12u1|419|126616|iproute2 libc6 python3|netplan
netbase|I*|admin|6.4|36|12800||
nftables|I*|net|1.0.6-2+deb12u2|176|70292|libnftables1 libc6|nft?
nginx-common|O*|httpd|1.22.1-9|333|115544||
nginx|O*|httpd|1.22.1-9|1336|532468|libc6 libcrypt1 libpcre2-8-0 libssl3 zlib1g iproute2 nginx-common|nginx
open-vm-tools|O*|admin|2:12.2.0-1+deb12u2|2664|666784|iproute2 libc6 libssl3|vmtoolsd vmware-rpctool
openssh-client|S*|net|1:9.2p1-2+deb12u3|5801|993532|adduser passwd libc6 libselinux1 libssl3 zlib1g|ssh scp sftp ssh-keygen
openssh-server|O*|net|1:9.2p1-2+deb12u3|1930|456584|init-system-helpers adduser libpam-modules libpam-runtime openssh-client openssh-sftp-server procps libaudit1 libc6 libcrypt1 libpam0g libselinux1 libssl3 libsystemd0 zlib1g|sshd
openssh-sftp-server|O*|net|1:9.2p1-2+deb12u3|217|65928|openssh-client libc6|
openssl|S*|utils|3.0.15-1~deb12u1|2315|1441784|libc6 libssl3|openssl?
passwd|R*|admin|1:4.13+dfsg1-1+b1|2827|972180|libaudit1 libc6 libcrypt1 libpam0g libselinux1 libpam-modules|passwd chpasswd useradd usermod userdel groupadd groupdel groupmod gpasswd chage
perl-base|R*|perl|5.36.0-7+deb12u1|7643|1609596|libc6 libcrypt1 dpkg|
postgresql-15|O|database|15.10-0+deb12u1|54254|17091392|postgresql-client-15 postgresql-common ssl-cert tzdata libc6 libgcc-s1 libpam0g libpq5 libselinux1 libssl3 libstdc++6 libsystemd0 libxml2 libzstd1 zlib1g|postgres
postgresql-client-15|O|database|15.10-0+deb12u1|8615|1778868|libpq5 postgresql-client-common sensible-utils libc6 libssl3 libzstd1 zlib1g|psql?
postgresql-client-common|O|database|248|130|35284|netbase|pg_lsclusters?
postgresql-common|O|database|248|660|179624|init-system-helpers adduser postgresql-client-common ssl-cert|
postgresql|O|database|15+248|16|10332|postgresql-15|
procps|I*|admin|2:4.0.2-3|2091|708712|libc6 libncursesw6 libproc2-0 libtinfo6 init-system-helpers|ps top free uptime kill pkill pgrep pidof sysctl vmstat w watch
prometheus-node-exporter|O|net|1.5.0-1+b6|13465|4079352|init-system-helpers adduser libc6|node_exporter
python3.11-minimal|S*|python|3.11.2-6+deb12u4|6743|2054684|libc6 libexpat1 zlib1g|
python3.11|S*|python|3.11.2-6+deb12u4|651|575032|python3.11-minimal|
python3|S*|python|3.11.2-1+b1|81|26300|python3.11|
readline-common|I*|utils|8.2-1.3|89|68988|dpkg|
redis-server|O|database|5:7.0.15-1~deb12u1|183|73908|init-system-helpers redis-tools|redis-server
redis-tools|O|database|5:7.0.15-1~deb12u1|5837|991988|adduser libc6 libssl3 libsystemd0|redis-cli redis-benchmark?
redis|O|database|5:7.0.15-1~deb12u1|36|26044|redis-server|
rsync|O|net|3.2.7-1|752|417000|init-system-helpers libacl1 libc6 libssl3 libxxhash0 libzstd1 zlib1g|rsync?
rsyslog|O|admin|8.2302.0-1|1942|724132|libc6 libsystemd0 libzstd1 zlib1g|rsyslogd
screen|O|misc|4.9.0-4|997|591316|libc6 libcrypt1 libpam0g libtinfo6 debianutils|screen?
sed|R*|utils|4.9-1|987|329092|libacl1 libc6 libselinux1|sed
sensible-utils|I*|utils|0.0.17+nmu1|56|19020||
socat|O|net|1.7.4.4-2|1515|375188|libc6 libssl3|socat?
ssl-cert|O|utils|1.1.2|64|21120|openssl adduser|
strace|O|utils|6.1-0.1|2839|1313880|libc6|strace?
stress-ng|O*|devel|0.15.06-2|8836|2363100|libc6 libcrypt1 libxxhash0 zlib1g|stress-ng
stress|O*|devel|1.0.7-1|56|21944|libc6|stress
sudo|O*|admin|1.9.13p3-1+deb12u1|6055|1890344|init-system-helpers libaudit1 libc6 libpam0g libselinux1 zlib1g libpam-modules|sudo visudo
sysstat|O|admin|12.6.1-1|1785|595548|xz-utils libc6|iostat? sar? mpstat?
systemd-sysv|I*|admin|252.31-1~deb12u1|74|42884|systemd|poweroff reboot halt shutdown
systemd|I*|admin|252.31-1~deb12u1|9668|3043940|libblkid1 libc6 libcap2 libselinux1 libssl3 libzstd1 libacl1 libaudit1 libsystemd0 mount|systemd systemctl journalctl timedatectl hostnamectl loginctl
sysvinit-utils|R*|admin|3.06-4|100|30996|libc6|killall
tar|R*|utils|1.34+dfsg-1.2+deb12u1|3144|836288|libacl1 libc6 libselinux1|tar
tcpdump|O|net|4.99.3-1|1332|466880|adduser libc6 libssl3|tcpdump?
tmux|O|admin|3.3a-3|1106|454536|libc6 libtinfo6|tmux?
traceroute|S*|net|1:2.1.2-1|155|51456|libc6|traceroute
tree|O|utils|2.1.0-1|113|52464|libc6|tree
tzdata|R*|localization|2024b-0+deb12u1|2571|307832||
udev|I*|admin|252.31-1~deb12u1|10925|1720824|libacl1 libblkid1 libc6 libcap2 libselinux1 adduser libudev1|
unzip|O|utils|6.0-28|380|166504|libbz2-1.0 libc6|unzip?
util-linux|R*|utils|2.38.1-5+deb12u2|4978|1177276|libblkid1 libc6 libcrypt1 libpam0g libselinux1 libsystemd0 libtinfo6 libudev1 zlib1g|blkid dmesg findmnt fsck lsblk mkfs mkswap mountpoint wipefs rev renice setsid lscpu getty more
vim-common|I*|editors|2:9.0.1378-2|245|124836||
vim-runtime|O|editors|2:9.0.1378-2|36406|7026844||
vim-tiny|I*|editors|2:9.0.1378-2|1689|719960|vim-common libacl1 libc6 libselinux1 libtinfo6|vi
vim|O|editors|2:9.0.1378-2|3650|1567756|vim-common vim-runtime libacl1 libc6 libselinux1 libtinfo6|vim?
wget|S*|web|1.21.3-1+b2|3521|937340|libc6 libgnutls30 libpcre2-8-0 zlib1g|wget
whiptail|I*|utils|0.52.23-1+b1|57|24228|libc6|whiptail?
xxd|O|editors|2:9.0.1378-2|135|84116|libc6|xxd
xz-utils|S*|utils|5.4.1-0.2|1226|471448|libc6|xz unxz xzcat
zip|O|utils|3.0-13|616|230316|libbz2-1.0 libc6|zip?
zlib1g|R*|libs|1:1.2.13.dfsg-1|168|86684|libc6|
zsh|O|shells|5.9-4+b15|2461|907512|libc6 libcap2 libtinfo6 debianutils|zsh?
`;

/** What came out after the image was made: day, package, version, why. Versions and advisories are Debian's; days without an advisory are the lab's own. */
export const debianReleases = `
2025-01-14|rsync|3.2.7-1+deb12u2|DSA-5843-1 CVE-2024-12084
2025-02-17|libgnutls30|3.7.9-2+deb12u4|CVE-2024-12243
2025-02-18|openssh-client|1:9.2p1-2+deb12u5|DSA-5868-1 CVE-2025-26465
2025-02-18|openssh-server|1:9.2p1-2+deb12u5|DSA-5868-1 CVE-2025-26465
2025-02-18|openssh-sftp-server|1:9.2p1-2+deb12u5|DSA-5868-1 CVE-2025-26465
2025-03-15|libc-bin|2.36-9+deb12u10|CVE-2025-0395
2025-03-15|libc6|2.36-9+deb12u10|CVE-2025-0395
2025-04-04|xz-utils|5.4.1-1|CVE-2025-31115
2025-04-14|perl-base|5.36.0-7+deb12u2|CVE-2024-56406
2025-06-30|sudo|1.9.13p3-1+deb12u2|DSA-5954-1 CVE-2025-32462
2025-09-06|base-files|12.4+deb12u12|
2025-09-06|nginx|1.22.1-9+deb12u2|
2025-09-06|nginx-common|1.22.1-9+deb12u2|
2025-09-06|tzdata|2025b-0+deb12u2|
2025-09-30|libssl3|3.0.17-1~deb12u3|CVE-2025-9230
2025-09-30|openssl|3.0.17-1~deb12u3|CVE-2025-9230
2026-01-06|mariadb-client|1:10.11.19-0+deb12u1|security
2026-01-06|mariadb-common|1:10.11.19-0+deb12u1|security
2026-01-06|mariadb-server|1:10.11.19-0+deb12u1|security
2026-01-08|postgresql|15+248+deb12u2|
2026-01-08|postgresql-client-common|248+deb12u2|
2026-01-08|postgresql-common|248+deb12u2|
2026-01-09|sudo|1.9.13p3-1+deb12u4|
2026-01-10|git|1:2.39.5-0+deb12u3|
2026-01-11|apt|2.6.2|
2026-01-11|libapt-pkg6.0|2.6.2|
2026-01-11|libgcc-s1|12.2.0-14+deb12u1|
2026-01-11|libstdc++6|12.2.0-14+deb12u1|
2026-01-12|login|1:4.13+dfsg1-1+deb12u2|
2026-01-12|passwd|1:4.13+dfsg1-1+deb12u2|
2026-01-12|unzip|6.0-28+deb12u1|
2026-01-14|openssh-client|1:9.2p1-2+deb12u10|
2026-01-14|openssh-server|1:9.2p1-2+deb12u10|
2026-01-14|openssh-sftp-server|1:9.2p1-2+deb12u10|
2026-01-14|tzdata|2026f-0+deb12u1|
2026-01-14|xz-utils|5.4.1-1+deb12u2|
2026-01-17|bsdutils|1:2.38.1-5+deb12u3|
2026-01-17|libblkid1|2.38.1-5+deb12u3|
2026-01-17|mount|2.38.1-5+deb12u3|
2026-01-17|util-linux|2.38.1-5+deb12u3|
2026-01-18|libssl3|3.0.22-1~deb12u2|security
2026-01-18|openssl|3.0.22-1~deb12u2|security
2026-01-18|vim|2:9.0.1378-2+deb12u2|
2026-01-18|vim-common|2:9.0.1378-2+deb12u2|
2026-01-18|vim-runtime|2:9.0.1378-2+deb12u2|
2026-01-18|vim-tiny|2:9.0.1378-2+deb12u2|
2026-01-18|xxd|2:9.0.1378-2+deb12u2|
2026-01-19|net-tools|2.10-0.1+deb12u2|
2026-01-20|bash|5.2.15-2+b13|
2026-01-21|libgnutls30|3.7.9-2+deb12u7|security
2026-01-21|libpq5|15.20-0+deb12u1|security
2026-01-21|postgresql-15|15.20-0+deb12u1|security
2026-01-21|postgresql-client-15|15.20-0+deb12u1|security
2026-01-21|redis|5:7.0.15-1~deb12u10|security
2026-01-21|redis-server|5:7.0.15-1~deb12u10|security
2026-01-21|redis-tools|5:7.0.15-1~deb12u10|security
2026-01-23|libevent-2.1-7|2.1.12-stable-8+deb12u1|
2026-01-23|libsystemd0|252.39-1~deb12u2|
2026-01-23|libudev1|252.39-1~deb12u2|
2026-01-23|systemd|252.39-1~deb12u2|
2026-01-23|systemd-sysv|252.39-1~deb12u2|
2026-01-23|udev|252.39-1~deb12u2|
2026-01-24|iputils-ping|3:20221126-1+deb12u1|
2026-01-24|libxml2|2.9.14+dfsg-1.3~deb12u6|security
2026-01-25|chrony|4.3-2+deb12u3|security
2026-01-25|haproxy|2.6.12-1+deb12u4|security
2026-01-25|jq|1.6-2.1+deb12u3|security
2026-01-25|libjq1|1.6-2.1+deb12u3|security
2026-01-25|zip|3.0-13+deb12u1|
2026-01-26|apache2|2.4.71-1~deb12u1|security
2026-01-26|apache2-bin|2.4.71-1~deb12u1|security
2026-01-26|apache2-utils|2.4.71-1~deb12u1|security
2026-01-28|dpkg|1.21.23|
2026-01-31|iperf3|3.12-1+deb12u2|
2026-02-01|libexpat1|2.5.0-1+deb12u5|security
2026-02-02|base-files|12.4+deb12u15|
2026-02-02|rsyslog|8.2302.0-1+deb12u2|
2026-02-03|nginx|1.22.1-9+deb12u11|security
2026-02-03|nginx-common|1.22.1-9+deb12u11|security
2026-02-04|libcap2|1:2.66-4+deb12u3+b1|
2026-02-04|python3.11|3.11.2-6+deb12u9|
2026-02-04|python3.11-minimal|3.11.2-6+deb12u9|
2026-02-05|bind9-dnsutils|1:9.18.49-1~deb12u3|
2026-02-05|dnsutils|1:9.18.49-1~deb12u3|
2026-02-06|ca-certificates|20250419~deb12u2|
2026-02-08|libc-bin|2.36-9+deb12u14|
2026-02-08|libc6|2.36-9+deb12u14|
2026-02-08|lua5.4|5.4.4-3+deb12u1|
2026-02-10|gpgv|2.2.40-1.1+deb12u2|
2026-02-10|perl-base|5.36.0-7+deb12u4|
2026-02-11|libpcre2-8-0|10.42-1+deb12u2|
2026-02-11|sed|4.9-1+deb12u1|
2026-02-13|curl|7.88.1-10+deb12u15|security
2026-02-13|init-system-helpers|1.65.2+deb12u1|
2026-02-13|libcurl4|7.88.1-10+deb12u15|security
2026-02-13|libpam-modules|1.5.2-6+deb12u2|
2026-02-13|libpam-runtime|1.5.2-6+deb12u2|
2026-02-13|libpam0g|1.5.2-6+deb12u2|
2026-02-14|memcached|1.6.18-1+deb12u1|
2026-02-14|wget|1.21.3-1+deb12u1|
`;
