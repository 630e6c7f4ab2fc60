/** One line a package: name (`@` another that says what it is for), priority (`*`: on every machine), repository, version-release (epoch first), installed kilobytes, bytes to fetch, needs, programs (`?`: not simulated). */
export const redhatRows = `
acl@libacl1|O*|baseos|2.3.1-4.el9|208|75000|libacl glibc|
audit@libaudit1|O*|baseos|3.1.2-2.el9|650|270000|audit-libs glibc|
audit-libs@libaudit1|O*|baseos|3.1.2-2.el9|330|123000|glibc|
basesystem@base-files|O*|baseos|11-13.el9|0|8000||
bash|O*|baseos|5.1.8-9.el9|7300|1780000|glibc ncurses-libs|bash
binutils|O|appstream|2.35.2-54.el9|24500|4800000|glibc|strings
bc|O|baseos|1.07.1-14.el9|190|125000|glibc readline|bc
bind-utils@bind9-dnsutils|O*|appstream|32:9.16.23-18.el9_4.6|660|213000|glibc openssl-libs|dig nslookup
bzip2-libs@libbz2-1.0|O*|baseos|1.0.8-8.el9|80|43000|glibc|
ca-certificates|O*|baseos|2024.2.69_v8.0.303-91.4.el9_4|2370|1000000|coreutils|
chrony|O*|baseos|4.5-1.el9|650|340000|glibc libcap shadow-utils systemd|chronyd chronyc
coreutils|O*|baseos|8.32-35.el9|5700|1260000|glibc libacl libcap openssl-libs|arch b2sum base32 base64 basename cat chgrp chmod chown cksum comm cp csplit cut date dd df dirname du echo env expand expr factor false fmt fold groups head hostid id install join link ln logname ls md5sum mkdir mkfifo mknod mktemp mv nice nl nohup nproc numfmt od paste pathchk printenv printf pwd readlink realpath rm rmdir seq sha1sum sha224sum sha256sum sha384sum sha512sum shred shuf sleep sort split stat stty sum sync tac tail tee test timeout touch tr true truncate tsort tty uname unexpand uniq unlink users wc who whoami yes
cronie@cron|O*|baseos|1.5.7-11.el9|290|123000|glibc pam|crond crontab
cpio|O*|baseos|2.13-16.el9|960|285000|glibc|cpio?
crypto-policies@openssl|O*|baseos|20240202-1.git283706d.el9|90|88000||
curl|O*|baseos|7.76.1-29.el9_4.1|700|300000|glibc libcurl|curl
cyrus-sasl-lib@libpam0g|O*|baseos|2.1.27-21.el9|2260|790000|glibc openssl-libs|
dbus|O*|baseos|1:1.12.20-8.el9|10|8000|systemd|
diffutils|O*|baseos|3.7-12.el9|1440|408000|glibc|diff cmp
dnf@apt|O*|baseos|4.14.0-9.el9|2800|485000|python3 rpm|dnf yum
dmidecode|O*|baseos|1:3.5-3.el9|230|100000|glibc|dmidecode?
dracut@kmod|O*|baseos|057-53.git20240104.el9|1350|480000|bash coreutils systemd|
e2fsprogs|O*|baseos|1.46.5-5.el9|4500|1050000|glibc|dumpe2fs e2fsck e2label fsck.ext2 fsck.ext3 fsck.ext4 mke2fs mkfs.ext2 mkfs.ext3 mkfs.ext4 resize2fs tune2fs
expat@libexpat1|O*|baseos|2.5.0-2.el9_4.1|310|122000|glibc|
file|O*|baseos|5.39-16.el9|100|53000|glibc|file?
filesystem@base-files|O*|baseos|3.16-2.el9|105|5000000||
findutils|O*|baseos|1:4.8.0-6.el9|1770|566000|glibc|find xargs
firewalld@nftables|O|baseos|1.3.4-1.el9|2000|470000|python3 nftables|firewall-cmd?
gawk|O*|baseos|5.1.0-6.el9|1730|1050000|glibc readline|awk
git|O|appstream|2.43.5-1.el9_4|105|64000|glibc openssh-clients less|git?
glibc@libc6|O*|baseos|2.34-100.el9_4.4|6200|2100000|basesystem|getent
gmp@libc6|O*|baseos|1:6.2.0-13.el9|800|320000|glibc|
gnupg2@gpgv|O*|baseos|2.3.3-4.el9|9000|2600000|glibc gnutls|
gnutls@libgnutls30|O*|baseos|3.8.3-4.el9_4|3400|1100000|glibc gmp|
grep|O*|baseos|3.6-5.el9|860|275000|glibc pcre2|grep egrep fgrep
gzip|O*|baseos|1.12-1.el9|370|170000|glibc coreutils|gzip gunzip zcat
haproxy|O|appstream|2.4.22-3.el9_4|6700|2200000|glibc openssl-libs systemd|haproxy
hostname|O*|baseos|3.23-6.el9|100|31000|glibc|hostname
httpd@apache2|O|appstream|2.4.57-11.el9_4.1|60|51000|httpd-core systemd|httpd?
httpd-core@apache2-bin|O|appstream|2.4.57-11.el9_4.1|4900|1500000|glibc httpd-tools|apachectl?
httpd-tools@apache2-utils|O|appstream|2.4.57-11.el9_4.1|200|86000|glibc openssl-libs|ab? htpasswd?
iperf3|O|appstream|3.9-10.el9_4.2|210|112000|glibc openssl-libs|iperf3?
iproute@iproute2|O*|baseos|6.2.0-6.el9_4|2600|840000|glibc libcap|ip ss
iputils@iputils-ping|O*|baseos|20210202-9.el9|360|180000|glibc libcap|ping
jq|O|appstream|1.6-16.el9|410|190000|glibc oniguruma|jq
kbd@ncurses-bin|O*|baseos|2.4.0-9.el9|1870|560000|glibc|
kernel-tools@kmod|O*|baseos|5.14.0-427.42.1.el9_4|720|5900000|glibc|
kmod|O*|baseos|28-9.el9|250|130000|glibc|
krb5-libs@libpam0g|O*|baseos|1.21.1-1.el9|2280|780000|glibc openssl-libs|
less|O*|baseos|590-4.el9_4|360|166000|glibc ncurses-libs|less
libacl@libacl1|O*|baseos|2.3.1-4.el9|40|24000|glibc libattr|
libattr@libattr1|O*|baseos|2.5.1-3.el9|30|20000|glibc|
libblkid@libblkid1|O*|baseos|2.37.4-18.el9|230|109000|glibc|
libcap@libcap2|O*|baseos|2.48-9.el9_2|170|74000|glibc|
libcurl@libcurl4|O*|baseos|7.76.1-29.el9_4.1|640|290000|glibc openssl-libs|
libdb@libdb5.3|O*|baseos|5.3.28-53.el9|1800|740000|glibc|
libevent@libevent-2.1-7|O|baseos|2.1.12-8.el9_4|900|266000|glibc openssl-libs|
libgcc@libgcc-s1|O*|baseos|11.4.1-3.el9|190|100000||
libpq@libpq5|O|appstream|13.15-1.el9_4|740|217000|glibc openssl-libs|
libselinux@libselinux1|O*|baseos|3.6-1.el9|170|89000|glibc pcre2|
libstdc++@libstdc++6|O*|baseos|11.4.1-3.el9|2400|760000|glibc libgcc|
libxml2|O*|baseos|2.9.13-6.el9_4|1900|750000|glibc xz-libs zlib|
libzstd@libzstd1|O*|baseos|1.5.1-2.el9|780|334000|glibc|
logrotate|O*|baseos|3.18.0-8.el9|140|80000|glibc|logrotate
lsof|O|baseos|4.94.0-3.el9|620|243000|glibc|lsof?
lua-libs@liblua5.3-0|O*|baseos|5.4.4-4.el9|270|132000|glibc|
mariadb@mariadb-client|O|appstream|3:10.5.22-1.el9_2|18500|1700000|mariadb-common glibc|mariadb? mysql?
mariadb-common|O|appstream|3:10.5.22-1.el9_2|180|31000||
mariadb-server|O|appstream|3:10.5.22-1.el9_2|65000|10000000|mariadb mariadb-common glibc systemd|mariadbd
memcached|O|appstream|1.6.9-7.el9|380|150000|glibc libevent systemd|memcached
nano|O|baseos|5.6.1-5.el9|2500|710000|glibc ncurses-libs|nano
ncurses@ncurses-bin|O*|baseos|6.2-10.20210508.el9|630|410000|glibc ncurses-libs|clear reset
ncurses-base|O*|baseos|6.2-10.20210508.el9|300|100000||
ncurses-libs@libncursesw6|O*|baseos|6.2-10.20210508.el9|970|330000|glibc ncurses-base|
net-tools|O*|baseos|2.0-0.62.20160912git.el9|930|308000|glibc|ifconfig? netstat? route? arp
nftables|O*|baseos|1:1.0.9-1.el9|1100|420000|glibc|nft?
nginx|O*|appstream|2:1.20.1-14.el9_2.1|60|40000|nginx-core nginx-filesystem systemd|
nginx-core@nginx|O*|appstream|2:1.20.1-14.el9_2.1|1200|570000|glibc nginx-filesystem openssl-libs pcre|nginx
nginx-filesystem@nginx-common|O*|appstream|2:1.20.1-14.el9_2.1|1|10000|shadow-utils|
oniguruma@libonig5|O|appstream|6.9.6-1.el9.5|560|222000|glibc|
open-vm-tools|O*|appstream|12.3.5-2.el9|3060|860000|glibc|vmtoolsd vmware-rpctool
openssh@openssh-client|O*|baseos|8.7p1-38.el9_4.4|1900|460000|glibc openssl-libs|ssh-keygen
openssh-clients@openssh-client|O*|baseos|8.7p1-38.el9_4.4|2500|710000|openssh glibc|ssh scp sftp
openssh-server|O*|baseos|8.7p1-38.el9_4.4|1060|460000|openssh glibc pam systemd|sshd
openssl|O*|baseos|1:3.0.7-28.el9_4|1800|1200000|openssl-libs|openssl?
openssl-libs@libssl3|O*|baseos|1:3.0.7-28.el9_4|6300|2200000|glibc crypto-policies|
pam@libpam0g|O*|baseos|1.5.1-20.el9_4|2300|630000|glibc audit-libs libdb|
passwd|O*|baseos|0.80-12.el9|430|120000|glibc pam|passwd
pcre@libpcre2-8-0|O*|baseos|8.44-3.el9.3|530|200000|glibc|
pcre2@libpcre2-8-0|O*|baseos|10.40-5.el9|640|237000|glibc|
postgresql@postgresql-client-15|O|appstream|13.16-1.el9_4|6000|1600000|glibc libpq postgresql-private-libs|psql?
postgresql-private-libs@libpq5|O|appstream|13.16-1.el9_4|480|140000|glibc openssl-libs|
postgresql-server@postgresql-15|O|appstream|13.16-1.el9_4|24000|5700000|glibc postgresql systemd|postgres postgresql-setup
procps-ng@procps|O*|baseos|3.3.17-14.el9|1030|350000|glibc ncurses-libs systemd-libs|ps top free uptime pgrep pkill sysctl vmstat w watch
psmisc@sysvinit-utils|O*|baseos|23.4-3.el9|740|250000|glibc|killall pidof
python3|O*|baseos|3.9.18-3.el9_4.6|30|30000|python3-libs|
python3-libs@python3.11|O*|baseos|3.9.18-3.el9_4.6|31700|8200000|glibc expat openssl-libs|
readline@readline-common|O*|baseos|8.1-4.el9|490|216000|glibc ncurses-libs|
redhat-release@base-files|O*|baseos|9.4-0.5.el9|290|48000||
redis@redis-server|O|appstream|6.2.7-1.el9|4400|1350000|glibc openssl-libs systemd|redis-server redis-cli redis-benchmark?
rpm@dpkg|O*|baseos|4.16.1.3-29.el9|2700|540000|glibc rpm-libs curl|rpm
rpm-libs@libapt-pkg6.0|O*|baseos|4.16.1.3-29.el9|740|310000|glibc|
rsync|O|baseos|3.2.3-19.el9|780|400000|glibc openssl-libs|rsync?
rsyslog|O|appstream|8.2310.0-4.el9|2800|800000|glibc logrotate|rsyslogd
sed|O*|baseos|4.8-9.el9|810|309000|glibc libacl|sed
shadow-utils@passwd|O*|baseos|2:4.9-8.el9|3900|1240000|glibc audit-libs libacl|useradd usermod userdel groupadd groupdel groupmod gpasswd chage chpasswd newgrp
socat|O|appstream|1.7.4.1-5.el9_4.2|1100|310000|glibc openssl-libs|socat?
strace|O|baseos|5.18-2.el9|2900|1400000|glibc|strace?
sudo|O*|baseos|1.9.5p2-10.el9_3|4100|1100000|glibc pam|sudo visudo
sysstat|O|appstream|12.5.4-7.el9|1500|500000|glibc systemd|iostat? sar? mpstat?
systemd|O*|baseos|252-32.el9_4.7|14500|4300000|glibc systemd-libs dbus util-linux|systemd systemctl journalctl timedatectl hostnamectl loginctl poweroff reboot halt shutdown service
systemd-libs@libsystemd0|O*|baseos|252-32.el9_4.7|1700|690000|glibc|
systemd-udev@udev|O*|baseos|252-32.el9_4.7|6900|1900000|systemd kmod|
tar|O*|baseos|2:1.34-6.el9_4.1|3200|880000|glibc libacl|tar
tcpdump|O|appstream|14:4.99.0-9.el9|1300|570000|glibc openssl-libs|tcpdump?
tmux|O|baseos|3.2a-5.el9|1100|480000|glibc libevent ncurses-libs|tmux?
traceroute|O*|baseos|3:2.1.0-18.el9|100|60000|glibc|traceroute
tree|O|baseos|1.8.0-10.el9|110|57000|glibc|tree
tzdata|O*|baseos|2024b-2.el9|1900|847000||
unzip|O|baseos|6.0-56.el9|390|190000|glibc|unzip?
util-linux|O*|baseos|2.37.4-18.el9|10300|2300000|glibc libblkid util-linux-core|lsblk column rev setsid lscpu getty more su login script logger
util-linux-core@util-linux|O*|baseos|2.37.4-18.el9|1300|460000|glibc libblkid|blkid dmesg fdisk findmnt fsck kill mkfs mkswap mount mountpoint renice swapoff swapon umount wipefs
vim-enhanced@vim|O|appstream|2:8.2.2637-20.el9_1|4000|1800000|glibc vim-common|vim? xxd
vim-common|O|appstream|2:8.2.2637-20.el9_1|31000|7000000|vim-filesystem|
vim-filesystem@vim-common|O*|baseos|2:8.2.2637-20.el9_1|1|11000||
vim-minimal@vim-tiny|O*|baseos|2:8.2.2637-20.el9_1|1500|670000|glibc vim-filesystem|vi
wget|O*|appstream|1.21.1-8.el9_4|3100|780000|glibc gnutls|wget
which@debianutils|O*|baseos|2.21-29.el9|86|44000|glibc|which
xfsprogs@e2fsprogs|O*|baseos|6.3.0-1.el9|3700|1100000|glibc|mkfs.xfs fsck.xfs xfs_growfs xfs_info
xz@xz-utils|O*|baseos|5.2.5-8.el9_0|690|230000|glibc xz-libs|xz unxz xzcat
xz-libs@xz-utils|O*|baseos|5.2.5-8.el9_0|180|96000|glibc|
yum@apt|O*|baseos|4.14.0-9.el9|22|92000|dnf|
zip|O|baseos|3.0-35.el9|720|270000|glibc unzip|zip?
zlib@zlib1g|O*|baseos|1.2.11-40.el9|200|95000|glibc|
zsh|O|baseos|5.8-9.el9|8000|3300000|glibc ncurses-libs|zsh?
`;

/** Day, package, version, why. Days without a CVE are the lab's own. */
export const redhatReleases = `
2025-01-23|rsync|3.2.3-19.el9_4.1|security CVE-2024-12085
2025-02-26|openssh|8.7p1-38.el9_4.5|security CVE-2025-26465
2025-02-26|openssh-clients|8.7p1-38.el9_4.5|security CVE-2025-26465
2025-02-26|openssh-server|8.7p1-38.el9_4.5|security CVE-2025-26465
2026-01-09|curl|7.76.1-29.el9_4.2|security
2026-01-09|libcurl|7.76.1-29.el9_4.2|security
2026-01-14|tzdata|2025b-1.el9|bugfix
2026-01-20|nginx|2:1.20.1-14.el9_4.3|security
2026-01-20|nginx-core|2:1.20.1-14.el9_4.3|security
2026-01-20|nginx-filesystem|2:1.20.1-14.el9_4.3|security
2026-01-27|openssl|1:3.0.7-29.el9_4|security
2026-01-27|openssl-libs|1:3.0.7-29.el9_4|security
2026-02-03|systemd|252-32.el9_4.8|bugfix
2026-02-03|systemd-libs|252-32.el9_4.8|bugfix
2026-02-03|systemd-udev|252-32.el9_4.8|bugfix
`;
