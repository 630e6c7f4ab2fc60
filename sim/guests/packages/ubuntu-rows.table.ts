/** As Debian's rows; the image is of December 2024. */
export const ubuntuRows = `
adduser|I*|admin|3.118ubuntu5|686|183272|passwd|adduser deluser addgroup delgroup
apache2-bin|O|httpd|2.4.52-1ubuntu4.12|5144|1409916|libc6 libcrypt1 libcurl4 liblua5.3-0 libpcre2-8-0 libssl3 libxml2 zlib1g|
apache2-utils|O|httpd|2.4.52-1ubuntu4.12|452|223608|libc6 libcrypt1 libssl3|ab? htpasswd?
apache2|O|httpd|2.4.52-1ubuntu4.12|588|237772|init-system-helpers apache2-bin apache2-utils procps|apache2? apache2ctl?
apt|I*|admin|2.4.13|4232|1373116|adduser gpgv libc6 libgcc-s1 libgnutls30 libstdc++6 libsystemd0|apt apt-get apt-cache apt-mark
base-files|R*|admin|12ubuntu4.7|341|70936||
base-passwd|R*|admin|3.5.52build1|247|59972|libc6 libselinux1|
bash|R*|shells|5.1-6ubuntu1.1|7164|1490652|libc6 libtinfo6 base-files debianutils|bash
bc|O|math|1.07.1-3build1|241|109648|libc6|bc
binutils|O|devel|2.38-4ubuntu2.6|110|3190|libc6|strings
bsdextrautils|S*|utils|2.37.2-4ubuntu3.4|327|72300|libc6 libtinfo6|column
bind9-dnsutils|S*|net|1:9.18.28-0ubuntu0.22.04.1|501|158488|libc6|dig nslookup
bsdutils|R*|utils|1:2.37.2-4ubuntu3.4|355|94412|libc6 libsystemd0|logger script
ca-certificates|S*|misc|20240203~22.04.1|388|160948|openssl|
chrony|O|net|4.2-2ubuntu2|639|288684|init-system-helpers adduser iproute2 tzdata libc6 libcap2 libgnutls30|chronyd chronyc
coreutils|R*|utils|8.32-4.1ubuntu1.2|18062|2896560|libacl1 libattr1 libc6 libselinux1|arch b2sum base32 base64 basename cat chgrp chmod chown cksum comm cp csplit cut date dd df dirname du echo env expand expr factor false fmt fold groups head hostid id install join link ln logname ls md5sum mkdir mkfifo mknod mktemp mv nice nl nohup nproc numfmt od paste pathchk printenv printf pwd readlink realpath rm rmdir seq sha1sum sha224sum sha256sum sha384sum sha512sum shred shuf sleep sort split stat stty sum sync tac tail tee test timeout touch tr true truncate tsort tty uname unexpand uniq unlink users wc who whoami yes
cpio|I*|utils|2.13+dfsg-7ubuntu0.1|1141|245036|libc6|cpio?
cron|I*|admin|3.0pl1-137ubuntu3|217|73084|init-system-helpers libc6 libpam0g libselinux1 sensible-utils libpam-runtime|cron crontab
curl|O*|web|7.81.0-1ubuntu1.19|489|315764|libc6 libcurl4 zlib1g|curl
dash|R*|shells|0.5.11+git20210903+really0.5.11-2|191|91848|libc6 debianutils dpkg|
dbus|S*|admin|1.12.20-2ubuntu4.1|182|97360|init-system-helpers libc6 libexpat1 libsystemd0|
debianutils|R*|utils|5.5-1ubuntu2|243|102588|libc6|which run-parts
diffutils|R*|utils|1:3.8-0ubuntu2|1598|351740|libc6|diff cmp
dmidecode|I*|utils|3.3-3ubuntu0.2|221|68764|libc6|dmidecode?
dnsutils|O|net|1:9.18.28-0ubuntu0.22.04.1|26|14224|bind9-dnsutils|
dpkg|R*|admin|1.21.1ubuntu2.3|6409|1567804|libbz2-1.0 libc6 libselinux1 libzstd1 zlib1g tar|dpkg dpkg-query
e2fsprogs|R*|admin|1.46.5-2ubuntu1.2|1497|571920|libblkid1 libc6|dumpe2fs e2fsck e2label fsck.ext2 fsck.ext3 fsck.ext4 mke2fs mkfs.ext2 mkfs.ext3 mkfs.ext4 resize2fs tune2fs
fdisk|I*|utils|2.37.2-4ubuntu3.4|439|144276|libblkid1 libc6 libtinfo6|fdisk
file|O|utils|1:5.41-3ubuntu0.1|79|42472|libc6|file?
findutils|R*|utils|4.8.0-1ubuntu3|1746|635500|libc6 libselinux1|find xargs
gawk|O|interpreters|1:5.1.0-1ubuntu0.1|2906|672772|libc6|gawk?
git|O|vcs|1:2.34.1-1ubuntu1.11|44890|7264380|libc6 libexpat1 libpcre2-8-0 zlib1g|git?
gpgv|I*|utils|2.2.27-3ubuntu2.1|918|648768|libbz2-1.0 libc6 zlib1g|
grep|R*|utils|3.7-1build1|1245|421444|libc6 libpcre2-8-0 dpkg|grep egrep fgrep
gzip|R*|utils|1.10-4ubuntu4.1|252|140364|libc6 dpkg|gzip gunzip zcat
haproxy|O|net|2.4.24-0ubuntu0.22.04.1|4223|2042596|dpkg init-system-helpers libc6 libcrypt1 liblua5.3-0 libpcre2-8-0 libssl3 libsystemd0 adduser|haproxy
hostname|R*|admin|3.23ubuntu2|46|10500|libc6|hostname
htop|O|utils|3.0.5-7build2|378|152412|libc6 libncursesw6 libtinfo6|htop?
ifupdown|O|admin|0.8.36+nmu1ubuntu3.1|218|62560|adduser iproute2 libc6|ifup ifdown
init-system-helpers|R*|admin|1.62|133|39020||service
iotop|O|admin|0.6-24-g733f3f8-1.1ubuntu0.1|106|24092|python3|iotop?
iperf3|O|net|3.9-1+deb11u1ubuntu0.1|86|33964|init-system-helpers adduser libc6|iperf3?
iproute2|I*|net|5.15.0-1ubuntu2|3516|1045828|libc6 libcap2 libdb5.3 libselinux1|ip ss
iputils-ping|I*|net|3:20211215-1|121|47172|libc6 libcap2|ping
jq|O|utils|1.6-2.1ubuntu3|111|64432|libjq1 libc6|jq
kmod|I*|admin|29-1ubuntu1|251|95180|libc6 libssl3 libzstd1|
less|I*|text|590-1ubuntu0.22.04.3|313|132044|libc6 libtinfo6|less
libacl1|R*|libs|2.3.1-1|73|31488|libc6|
libattr1|R*|libs|1:2.5.1-1build1|59|22164|libc6|
libaudit1|R*|libs|1:3.0.7-1build1|150|46764|libc6|
libblkid1|R*|libs|2.37.2-4ubuntu3.4|398|147380|libc6|
libbz2-1.0|R*|libs|1.0.8-5build1|106|47348|libc6|
libc-bin|R*|libs|2.35-0ubuntu3.8|2042|609144|libc6|getent
libc6|R*|libs|2.35-0ubuntu3.8|13001|2759320|libgcc-s1|
libcap2|R*|libs|1:2.44-1ubuntu0.22.04.1|95|27708|libc6|
libcrypt1|R*|libs|1:4.4.27-1|233|89464|libc6|
libcurl4|O*|libs|7.81.0-1ubuntu1.19|840|392184|libc6 libssl3 libzstd1 zlib1g|
libdb5.3|R*|libs|5.3.28+dfsg1-0.8ubuntu3|1833|697412|libc6|
libevent-2.1-7|O|libs|2.1.12-stable-1build3|435|181168|libc6|
libexpat1|O*|libs|2.4.7-1ubuntu0.4|414|107940|libc6|
libgcc-s1|R*|libs|12.3.0-1ubuntu1~22.04|140|49856|libc6|
libgnutls30|O*|libs|3.7.3-4ubuntu1.5|3396|1409084|libc6|
libjq1|O|libs|1.6-2.1ubuntu3|366|136460|libc6 libonig5|
liblua5.3-0|O|libs|5.3.6-1build1|495|122984|libc6 libstdc++6|
libncursesw6|I*|libs|6.3-2ubuntu0.1|412|133824|libtinfo6 libc6|
libnftables1|I*|libs|1.0.2-1ubuntu3|920|299116|libc6|
libonig5|O|libs|6.9.7.1-2build1|666|187828|libc6|
libpam-modules|R*|admin|1.4.0-11ubuntu2.4|1031|291056|libaudit1 libc6 libcrypt1 libdb5.3 libpam0g libselinux1|
libpam-runtime|R*|admin|1.4.0-11ubuntu2.4|876|160936|libpam-modules|
libpam0g|R*|libs|1.4.0-11ubuntu2.4|215|92060|libaudit1 libc6|
libpcre2-8-0|R*|libs|10.39-3ubuntu0.1|685|261628|libc6|
libpq5|O|libs|14.13-0ubuntu0.22.04.1|906|205248|libc6 libssl3|
libselinux1|R*|libs|3.3-1build2|199|73720|libc6 libpcre2-8-0|
libssl3|O*|libs|3.0.2-0ubuntu1.18|6042|2039888|libc6|
libstdc++6|R*|libs|12.3.0-1ubuntu1~22.04|2686|612604|libc6 libgcc-s1|
libsystemd0|I*|libs|249.11-0ubuntu3.12|909|332372|libc6 libcap2 libzstd1|
libtinfo6|R*|libs|6.3-2ubuntu0.1|541|331352|libc6|
libudev1|I*|libs|249.11-0ubuntu3.12|240|108880|libc6|
libxml2|O*|libs|2.9.13+dfsg-1ubuntu0.4|1867|688760|libc6 zlib1g|
libxxhash0|I*|libs|0.8.1-1|99|27584|libc6|
libzstd1|R*|libs|1.4.8+dfsg-3build1|785|290036|libc6|
login|R*|admin|1:4.8.1-2ubuntu2.2|2550|616084|libaudit1 libc6 libcrypt1 libpam0g libpam-runtime libpam-modules|login su
logrotate|I*|admin|3.19.0-1ubuntu1.1|160|62108|cron libacl1 libc6 libselinux1|logrotate
lsof|O|utils|4.93.2+dfsg-1.1build2|482|318268|libc6 libselinux1|lsof?
lua5.4|O|interpreters|5.4.4-1|462|127780|libc6|lua5.4?
mariadb-client|O|database|1:10.6.18-0ubuntu0.22.04.1|62935|2952092|debianutils libc6 libgcc-s1 libssl3 libstdc++6 zlib1g|mariadb? mysql?
mariadb-common|O|database|1:10.6.18-0ubuntu0.22.04.1|69|27624||
mariadb-server|O|database|1:10.6.18-0ubuntu0.22.04.1|53815|3665596|adduser mariadb-common gawk iproute2 lsof mariadb-client passwd procps rsync socat libc6 libgcc-s1 libpam0g libssl3 libstdc++6 zlib1g|mariadbd
mawk|R*|interpreters|1.3.4.20200120-3|263|119144|libc6|awk mawk
memcached|O|web|1.6.14-1ubuntu0.1|597|212224|init-system-helpers adduser libc6 libevent-2.1-7 libssl3|memcached
mount|R*|admin|2.37.2-4ubuntu3.4|393|134044|libblkid1 libc6 libselinux1|mount umount swapon swapoff
mtr-tiny|O|net|0.95-1|161|71756|libc6 libtinfo6|mtr?
nano|I*|editors|6.2-1|2804|689556|libc6 libncursesw6 libtinfo6|nano
ncurses-base|R*|misc|6.3-2ubuntu0.1|379|261308||
ncurses-bin|R*|utils|6.3-2ubuntu0.1|636|421400|libc6 libtinfo6|clear reset
net-tools|O*|net|1.60+git20181103.0eebece-1ubuntu5|978|243404|libc6 libselinux1|ifconfig? netstat? route? arp
netplan.io|I*|net|0.106.1-7ubuntu0.22.04.4|455|116992|iproute2 libc6|netplan
netbase|I*|admin|6.3|36|12800||
nftables|I*|net|1.0.2-1ubuntu3|176|70292|libnftables1 libc6|nft?
nginx-common|O*|httpd|1.18.0-6ubuntu14.5|333|115544||
nginx|O*|httpd|1.18.0-6ubuntu14.5|1336|532468|libc6 libcrypt1 libpcre2-8-0 libssl3 zlib1g iproute2 nginx-common|nginx
open-vm-tools|O*|admin|2:12.3.5-3~ubuntu0.22.04.1|2660|708440|iproute2 libc6 libssl3|vmtoolsd vmware-rpctool
openssh-client|S*|net|1:8.9p1-3ubuntu0.10|5801|993532|adduser passwd libc6 libselinux1 libssl3 zlib1g|ssh scp sftp ssh-keygen
openssh-server|O*|net|1:8.9p1-3ubuntu0.10|1930|456584|init-system-helpers adduser libpam-modules libpam-runtime openssh-client openssh-sftp-server procps libaudit1 libc6 libcrypt1 libpam0g libselinux1 libssl3 libsystemd0 zlib1g|sshd
openssh-sftp-server|O*|net|1:8.9p1-3ubuntu0.10|217|65928|openssh-client libc6|
openssl|S*|utils|3.0.2-0ubuntu1.18|2315|1441784|libc6 libssl3|openssl?
passwd|R*|admin|1:4.8.1-2ubuntu2.2|2827|972180|libaudit1 libc6 libcrypt1 libpam0g libselinux1 libpam-modules|passwd chpasswd useradd usermod userdel groupadd groupdel groupmod gpasswd chage
perl-base|R*|perl|5.34.0-3ubuntu1.3|7643|1609596|libc6 libcrypt1 dpkg|
postgresql-14@postgresql-15|O|database|14.13-0ubuntu0.22.04.1|54254|17091392|postgresql-client-14 postgresql-common ssl-cert tzdata libc6 libgcc-s1 libpam0g libpq5 libselinux1 libssl3 libstdc++6 libsystemd0 libxml2 libzstd1 zlib1g|postgres
postgresql-client-14@postgresql-client-15|O|database|14.13-0ubuntu0.22.04.1|8615|1778868|libpq5 postgresql-client-common sensible-utils libc6 libssl3 libzstd1 zlib1g|psql?
postgresql-client-common|O|database|238|130|35284|netbase|pg_lsclusters?
postgresql-common|O|database|238|660|179624|init-system-helpers adduser postgresql-client-common ssl-cert|
postgresql|O|database|14+238|16|10332|postgresql-14|
procps|I*|admin|2:3.3.17-6ubuntu2.1|2091|708712|libc6 libncursesw6 libtinfo6 init-system-helpers|ps top free uptime kill pkill pgrep pidof sysctl vmstat w watch
prometheus-node-exporter|O|net|1.3.1-1ubuntu0.22.04.3|13465|4079352|init-system-helpers adduser libc6|node_exporter
python3.10-minimal@python3.11-minimal|S*|python|3.10.12-1~22.04.7|6743|2054684|libc6 libexpat1 zlib1g|
python3.10@python3.11|S*|python|3.10.12-1~22.04.7|651|575032|python3.10-minimal|
python3|S*|python|3.10.6-1~22.04.1|81|26300|python3.10|
readline-common|I*|utils|8.1.2-1|89|68988|dpkg|
redis-server|O|database|5:6.0.16-1ubuntu1|183|73908|init-system-helpers redis-tools|redis-server
redis-tools|O|database|5:6.0.16-1ubuntu1|5837|991988|adduser libc6 libssl3 libsystemd0|redis-cli redis-benchmark?
redis|O|database|5:6.0.16-1ubuntu1|36|26044|redis-server|
rsync|O|net|3.2.7-0ubuntu0.22.04.2|752|417000|init-system-helpers libacl1 libc6 libssl3 libxxhash0 libzstd1 zlib1g|rsync?
rsyslog|O|admin|8.2112.0-2ubuntu2.2|1942|724132|libc6 libsystemd0 libzstd1 zlib1g|rsyslogd
screen|O|misc|4.9.0-1|997|591316|libc6 libcrypt1 libpam0g libtinfo6 debianutils|screen?
sed|R*|utils|4.8-1ubuntu2|987|329092|libacl1 libc6 libselinux1|sed
sensible-utils|I*|utils|0.0.17|56|19020||
socat|O|net|1.7.4.1-3ubuntu4|1515|375188|libc6 libssl3|socat?
ssl-cert|O|utils|1.1.2|64|21120|openssl adduser|
strace|O|utils|5.16-0ubuntu3|2839|1313880|libc6|strace?
stress-ng|O*|devel|0.13.12-2ubuntu1|8836|2363100|libc6 libcrypt1 libxxhash0 zlib1g|stress-ng
stress|O*|devel|1.0.5-1|56|21944|libc6|stress
sudo|O*|admin|1.9.9-1ubuntu2.4|6055|1890344|init-system-helpers libaudit1 libc6 libpam0g libselinux1 zlib1g libpam-modules|sudo visudo
sysstat|O|admin|12.5.2-2ubuntu0.2|1785|595548|xz-utils libc6|iostat? sar? mpstat?
systemd-sysv|I*|admin|249.11-0ubuntu3.12|74|42884|systemd|poweroff reboot halt shutdown
systemd|I*|admin|249.11-0ubuntu3.12|9668|3043940|libblkid1 libc6 libcap2 libselinux1 libssl3 libzstd1 libacl1 libaudit1 libsystemd0 mount|systemd systemctl journalctl timedatectl hostnamectl loginctl
sysvinit-utils|R*|admin|3.01-1ubuntu1|100|30996|libc6|killall
tar|R*|utils|1.34+dfsg-1ubuntu0.1.22.04.2|3144|836288|libacl1 libc6 libselinux1|tar
tcpdump|O|net|4.99.1-3ubuntu0.2|1332|466880|adduser libc6 libssl3|tcpdump?
tmux|O|admin|3.2a-4ubuntu0.2|1106|454536|libc6 libtinfo6|tmux?
traceroute|S*|net|1:2.1.0-2|155|51456|libc6|traceroute
tree|O|utils|2.0.2-1|113|52464|libc6|tree
tzdata|R*|localization|2024a-0ubuntu0.22.04.1|2571|307832||
udev|I*|admin|249.11-0ubuntu3.12|10925|1720824|libacl1 libblkid1 libc6 libcap2 libselinux1 adduser libudev1|
unzip|O|utils|6.0-26ubuntu3.2|380|166504|libbz2-1.0 libc6|unzip?
util-linux|R*|utils|2.37.2-4ubuntu3.4|4978|1177276|libblkid1 libc6 libcrypt1 libpam0g libselinux1 libsystemd0 libtinfo6 libudev1 zlib1g|blkid dmesg findmnt fsck lsblk mkfs mkswap mountpoint wipefs rev renice setsid lscpu getty more
vim-common|I*|editors|2:8.2.3995-1ubuntu2.21|245|124836||
vim-runtime|O|editors|2:8.2.3995-1ubuntu2.21|36406|7026844||
vim-tiny|I*|editors|2:8.2.3995-1ubuntu2.21|1689|719960|vim-common libacl1 libc6 libselinux1 libtinfo6|vi
vim|O|editors|2:8.2.3995-1ubuntu2.21|3650|1567756|vim-common vim-runtime libacl1 libc6 libselinux1 libtinfo6|vim?
wget|S*|web|1.21.2-2ubuntu1.1|3521|937340|libc6 libgnutls30 libpcre2-8-0 zlib1g|wget
whiptail|I*|utils|0.52.21-5ubuntu2|57|24228|libc6|whiptail?
xxd|O|editors|2:8.2.3995-1ubuntu2.21|135|84116|libc6|xxd
xz-utils|S*|utils|5.2.5-2ubuntu1|1226|471448|libc6|xz unxz xzcat
zip|O|utils|3.0-12build2|616|230316|libbz2-1.0 libc6|zip?
zlib1g|R*|libs|1:1.2.11.dfsg-2ubuntu9.2|168|86684|libc6|
zsh|O|shells|5.8.1-1|2461|907512|libc6 libcap2 libtinfo6 debianutils|zsh?
`;

/** As Debian's: days without an advisory are the lab's own. */
export const ubuntuReleases = `
2025-01-14|rsync|3.2.7-0ubuntu0.22.04.4|security CVE-2024-12084
2025-02-18|openssh-client|1:8.9p1-3ubuntu0.11|security CVE-2025-26465
2025-02-18|openssh-server|1:8.9p1-3ubuntu0.11|security CVE-2025-26465
2025-02-18|openssh-sftp-server|1:8.9p1-3ubuntu0.11|security CVE-2025-26465
2025-02-06|libc6|2.35-0ubuntu3.9|security CVE-2025-0395
2025-02-06|libc-bin|2.35-0ubuntu3.9|security CVE-2025-0395
2025-06-30|sudo|1.9.9-1ubuntu2.5|security CVE-2025-32462
2025-09-30|openssl|3.0.2-0ubuntu1.20|security CVE-2025-9230
2025-09-30|libssl3|3.0.2-0ubuntu1.20|security CVE-2025-9230
2025-02-10|nginx|1.18.0-6ubuntu14.6|security
2025-02-10|nginx-common|1.18.0-6ubuntu14.6|security
2025-02-06|curl|7.81.0-1ubuntu1.20|security
2025-02-06|libcurl4|7.81.0-1ubuntu1.20|security
2026-01-12|tzdata|2025b-0ubuntu0.22.04.1|
2026-01-20|nginx|1.18.0-6ubuntu14.7|security
2026-01-20|nginx-common|1.18.0-6ubuntu14.7|security
2026-01-28|curl|7.81.0-1ubuntu1.21|security
2026-01-28|libcurl4|7.81.0-1ubuntu1.21|security
`;
