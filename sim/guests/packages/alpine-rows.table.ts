/** As the other distributions' rows; what busybox does itself has no row. */
export const alpineRows = `
alpine-base@base-files|O*|main|3.19.4-r0|1|1300|alpine-baselayout apk-tools busybox openrc|
alpine-baselayout@base-files|O*|main|3.4.3-r2|330|9100|busybox|
alpine-keys@gpgv|O*|main|2.4-r1|156|13600||
apache2|O|main|2.4.62-r0|5100|1700000|pcre2 expat|httpd? apachectl?
apk-tools@apt|O*|main|2.14.4-r0|290|117000|musl libcrypto3 libssl3 zlib ca-certificates-bundle|apk
bash|O|main|5.2.21-r0|1340|458000|readline busybox|bash
bc|O|main|1.07.1-r4|124|64000|readline|bc
bind-tools@bind9-dnsutils|O|main|9.18.31-r0|270|123000|musl|dig
busybox@coreutils|O*|main|1.36.1-r19|940|520000|musl|busybox
ca-certificates|O*|main|20240705-r0|680|330000|busybox|
ca-certificates-bundle@ca-certificates|O*|main|20240705-r0|233|147000||
chrony|O|main|4.5-r0|370|180000|musl libcap2|chronyd chronyc
coreutils|O|main|9.4-r2|1100|600000|musl utmps-libs|join
cronie@cron|O|community|1.7.1-r0|140|68000|musl|
curl|O*|main|8.11.1-r0|260|140000|libcurl musl|curl
dnsmasq@bind9-dnsutils|O|main|2.90-r2|340|160000|musl|dnsmasq?
e2fsprogs|O|main|1.47.0-r5|510|230000|musl|dumpe2fs e2fsck e2label fsck.ext2 fsck.ext3 fsck.ext4 mke2fs mkfs.ext2 mkfs.ext3 mkfs.ext4 resize2fs tune2fs
expat@libexpat1|O*|main|2.6.4-r0|110|63000|musl|
file|O|main|5.45-r1|36|17000|musl|file?
findutils|O|main|4.9.0-r5|560|240000|musl|
gawk|O|main|5.3.0-r0|700|330000|musl readline|gawk?
git|O|main|2.43.6-r0|6600|2600000|libcurl expat pcre2 zlib|git?
grep|O|main|3.11-r0|290|130000|pcre2|
gzip|O|main|1.13-r0|170|84000|musl|
haproxy|O|main|2.8.13-r0|4600|2000000|pcre2 libssl3 musl|haproxy
htop|O|main|3.2.2-r1|240|110000|libncursesw|htop?
ifupdown-ng@ifupdown|O*|main|0.12.1-r4|75|33000|musl|ifup ifdown
iperf3|O|main|3.17.1-r0|160|82000|musl libssl3|iperf3?
iproute2|O*|main|6.6.0-r0|1200|550000|musl libcap2|ss
jq|O|main|1.7.1-r0|360|160000|oniguruma|jq
less|O|main|643-r2|190|94000|libncursesw|
libcap2|O*|main|2.69-r1|29|14000|musl|
libcrypto3@libssl3|O*|main|3.1.7-r1|4400|1700000|musl|
libcurl@libcurl4|O*|main|8.11.1-r0|520|320000|musl libssl3|
libevent@libevent-2.1-7|O|main|2.1.12-r7|470|210000|musl|
libncursesw@libncursesw6|O*|main|6.4_p20231125-r0|305|150000|musl ncurses-terminfo-base|
libpq@libpq5|O|main|16.6-r0|340|160000|musl libssl3|
libssl3|O*|main|3.1.7-r1|720|250000|musl libcrypto3|
linux-virt@kmod|O*|main|6.6.63-r0|51000|14000000||
logrotate|O|main|3.21.0-r1|90|44000|musl|logrotate
lsof|O|main|4.99.3-r0|220|95000|musl|lsof?
mariadb@mariadb-server|O|main|10.11.8-r0|26000|8200000|mariadb-common musl libssl3|mariadbd
mariadb-client|O|main|10.11.8-r0|48000|3300000|mariadb-common musl|mariadb? mysql?
mariadb-common|O|main|10.11.8-r0|40|9000||
memcached|O|main|1.6.22-r0|280|120000|libevent musl|memcached
musl@libc6|O*|main|1.2.4_git20230717-r4|625|407000||
musl-utils@libc-bin|O*|main|1.2.4_git20230717-r4|150|38000|musl|getent getconf
nano|O|main|7.2-r1|650|260000|libncursesw|nano
ncurses-terminfo-base@ncurses-base|O*|main|6.4_p20231125-r0|220|20000||
net-tools|O|main|2.10-r3|520|140000|musl|
nginx|O*|main|1.24.0-r16|1180|560000|pcre2 libssl3 zlib musl|nginx
oniguruma@libonig5|O|main|6.9.9-r0|540|230000|musl|
openrc@init-system-helpers|O*|main|0.52.1-r2|1700|330000|busybox musl|openrc rc-service rc-update rc-status
open-vm-tools|O*|community|12.3.5-r0|1500|590000|musl|vmtoolsd vmware-rpctool
openssh@openssh-client|O*|main|9.6_p1-r1|0|1200|openssh-client openssh-server openssh-sftp-server|
openssh-client|O*|main|9.6_p1-r1|3000|1300000|musl libcrypto3|ssh scp sftp
openssh-server|O*|main|9.6_p1-r1|950|430000|musl libcrypto3|sshd
openssh-sftp-server|O*|main|9.6_p1-r1|110|51000|musl|
openssl|O|main|3.1.7-r1|660|330000|libcrypto3 libssl3|openssl?
pcre2@libpcre2-8-0|O*|main|10.42-r2|615|250000|musl|
postgresql-client@postgresql-client-15|O|main|15.10-r0|2600|700000|libpq musl|psql?
postgresql15@postgresql-15|O|main|15.10-r0|14500|5000000|libpq musl postgresql-client|postgres
procps-ng@procps|O|main|4.0.4-r0|560|270000|libncursesw|
prometheus-node-exporter|O|community|1.7.0-r1|11000|4700000|musl|node_exporter
python3|O|main|3.11.11-r0|44000|11000000|expat libssl3 zlib musl|
readline@readline-common|O|main|8.2.1-r2|300|130000|libncursesw|
redis@redis-server|O|main|7.2.6-r0|2600|1000000|musl libssl3|redis-server redis-cli redis-benchmark?
rsync|O|main|3.2.7-r4|440|200000|musl|rsync?
rsyslog|O|main|8.2310.0-r0|1400|620000|musl|rsyslogd
screen|O|main|4.9.1-r0|500|240000|libncursesw|screen?
scanelf@dpkg|O*|main|1.3.7-r2|92|36000|musl|
sed|O|main|4.9-r2|180|84000|musl|
shadow@passwd|O|community|4.14.2-r0|1100|430000|musl|
socat|O|main|1.8.0.0-r0|560|210000|musl libssl3|socat?
ssl_client@libssl3|O*|main|1.36.1-r19|28|5000|libcrypto3 libssl3 musl|
strace|O|main|6.6-r0|1300|540000|musl|strace?
stress-ng|O*|community|0.17.03-r0|4600|1900000|musl|stress stress-ng
sudo|O*|community|1.9.15_p5-r0|3000|840000|musl|sudo visudo
sysstat|O|main|12.7.4-r0|1200|420000|musl|iostat? sar? mpstat?
tar|O|main|1.35-r2|460|220000|musl|
tcpdump|O|main|4.99.4-r1|1200|500000|musl|tcpdump?
tmux|O|main|3.3a_git20230428-r0|700|320000|libevent libncursesw|tmux?
tree|O|community|2.1.1-r0|60|30000|musl|tree
tzdata|O|main|2024b-r0|1900|430000||
unzip|O|main|6.0-r14|280|140000|musl|unzip?
util-linux|O|main|2.39.3-r0|0|1200|musl|column findmnt lsblk wipefs
utmps-libs@libc6|O|main|0.1.2.2-r0|40|15000|musl|
vim|O|main|9.0.2127-r0|3200|1400000|libncursesw|vim?
wget|O|main|1.21.4-r0|520|250000|libssl3 musl|
xxd|O|main|9.0.2127-r0|30|14000|musl|xxd
xz@xz-utils|O|main|5.4.5-r0|290|130000|musl|xz
zip|O|main|3.0-r12|330|160000|musl|zip?
zlib@zlib1g|O*|main|1.3.1-r0|110|54000|musl|
zsh|O|main|5.9-r2|6300|2300000|libncursesw|zsh?
`;

/** Day, package, version, why. Days without a CVE are the lab's own. */
export const alpineReleases = `
2025-01-14|rsync|3.4.0-r0|security CVE-2024-12084
2025-02-18|openssh|9.6_p1-r2|security CVE-2025-26465
2025-02-18|openssh-client|9.6_p1-r2|security CVE-2025-26465
2025-02-18|openssh-server|9.6_p1-r2|security CVE-2025-26465
2025-02-18|openssh-sftp-server|9.6_p1-r2|security CVE-2025-26465
2025-02-11|libcrypto3|3.1.8-r0|security
2025-02-11|libssl3|3.1.8-r0|security
2026-01-08|nginx|1.24.0-r17|security
2026-01-15|busybox|1.36.1-r20|security
2026-01-15|ssl_client|1.36.1-r20|security
2026-01-22|musl|1.2.4_git20230717-r5|security CVE-2025-26519
2026-01-22|musl-utils|1.2.4_git20230717-r5|security CVE-2025-26519
`;
