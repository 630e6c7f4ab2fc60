import type { FileRow } from './distribution.ts';

const mimeTypes = `types {
    text/html                             html htm shtml;
    text/css                              css;
    text/xml                              xml;
    image/gif                             gif;
    image/jpeg                            jpeg jpg;
    application/javascript                js;
    text/plain                            txt;
    image/png                             png;
    image/svg+xml                         svg svgz;
    image/x-icon                          ico;
    application/json                      json;
    application/pdf                       pdf;
    application/zip                       zip;
    application/octet-stream              bin exe dll deb rpm iso img;
}
`;

export const welcome = `<!DOCTYPE html>
<html>
<head>
<title>Welcome to nginx!</title>
</head>
<body>
<h1>Welcome to nginx!</h1>
<p>This page is served by the web server of this machine. Replace it with your own.</p>
</body>
</html>
`;

const mainOf = (user: string, more: string): string => `user ${user};
worker_processes auto;
pid /run/nginx.pid;
error_log /var/log/nginx/error.log;
${more}
events {
\tworker_connections 768;
\t# multi_accept on;
}

http {
\tsendfile on;
\ttcp_nopush on;
\ttypes_hash_max_size 2048;
\tinclude /etc/nginx/mime.types;
\tdefault_type application/octet-stream;
\taccess_log /var/log/nginx/access.log;
\tgzip on;
\tinclude /etc/nginx/conf.d/*.conf;
`;

const debianSite = `server {
\tlisten 80 default_server;
\tlisten [::]:80 default_server;

\troot /var/www/html;
\tindex index.html index.htm index.nginx-debian.html;
\tserver_name _;

\tlocation / {
\t\ttry_files $uri $uri/ =404;
\t}
}
`;

const redhatSite = `
    server {
        listen       80;
        listen       [::]:80;
        server_name  _;
        root         /usr/share/nginx/html;

        include /etc/nginx/default.d/*.conf;

        error_page 404 /404.html;
        location = /404.html {
        }
    }
}
`;

const alpineSite = `server {
\tlisten 80 default_server;
\tlisten [::]:80 default_server;

\tlocation / {
\t\troot /var/lib/nginx/html;
\t\tindex index.html;
\t}
}
`;

const unit = `[Unit]
Description=A high performance web server and a reverse proxy server
Documentation=man:nginx(8)
After=network-online.target remote-fs.target nss-lookup.target
Wants=network-online.target

[Service]
Type=forking
PIDFile=/run/nginx.pid
ExecStartPre=/usr/sbin/nginx -t -q -g 'daemon on; master_process on;'
ExecStart=/usr/sbin/nginx -g 'daemon on; master_process on;'
ExecReload=/usr/sbin/nginx -g 'daemon on; master_process on;' -s reload
ExecStop=-/usr/sbin/nginx -s quit
TimeoutStopSec=5
KillMode=mixed

[Install]
WantedBy=multi-user.target
`;

const redhatUnit = `[Unit]
Description=The nginx HTTP and reverse proxy server
After=network-online.target remote-fs.target nss-lookup.target
Wants=network-online.target

[Service]
Type=forking
PIDFile=/run/nginx.pid
ExecStartPre=/usr/bin/rm -f /run/nginx.pid
ExecStartPre=/usr/sbin/nginx -t
ExecStart=/usr/sbin/nginx
ExecReload=/usr/sbin/nginx -s reload
KillSignal=SIGQUIT
TimeoutStopSec=5
KillMode=mixed
PrivateTmp=true

[Install]
WantedBy=multi-user.target
`;

export const debianNginx: readonly FileRow[] = [
  ['/etc/nginx/nginx.conf', `${mainOf('www-data', 'include /etc/nginx/modules-enabled/*.conf;\n')}\tinclude /etc/nginx/sites-enabled/*;\n}\n`],
  ['/etc/nginx/mime.types', mimeTypes],
  ['/etc/nginx/sites-available/default', debianSite],
  ['/usr/lib/systemd/system/nginx.service', unit],
  ['/var/www/html/index.nginx-debian.html', welcome],
  ['/var/log/nginx/access.log', '', 0o640, 33, 4],
  ['/var/log/nginx/error.log', '', 0o640, 33, 4],
];

export const redhatNginx: readonly FileRow[] = [
  ['/etc/nginx/nginx.conf', `${mainOf('nginx', 'include /usr/share/nginx/modules/*.conf;\n')}${redhatSite}`],
  ['/etc/nginx/mime.types', mimeTypes],
  ['/usr/lib/systemd/system/nginx.service', redhatUnit],
  ['/usr/share/nginx/html/index.html', welcome],
  ['/var/log/nginx/access.log', '', 0o640, 997, 0],
  ['/var/log/nginx/error.log', '', 0o640, 997, 0],
];

export const alpineNginx: readonly FileRow[] = [
  ['/etc/nginx/nginx.conf', `${mainOf('nginx', 'include /etc/nginx/modules/*.conf;\n')}\tinclude /etc/nginx/http.d/*.conf;\n}\n`],
  ['/etc/nginx/mime.types', mimeTypes],
  ['/etc/nginx/http.d/default.conf', alpineSite],
  ['/var/lib/nginx/html/index.html', welcome],
  ['/var/log/nginx/access.log', '', 0o640, 100, 101],
  ['/var/log/nginx/error.log', '', 0o640, 100, 101],
];
