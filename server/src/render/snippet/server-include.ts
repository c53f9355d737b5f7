import { markup } from '../markup.js';
import { feedPath, type FallbackLink, writeTag } from './widget-snippet.js';
import type { TagAttributes } from './room.js';

/** What a server that makes pages needs: its own part, once, and the line in a page that becomes the widget. */
export interface ServerSnippet {
  readonly server: string;
  readonly page: string;
}

/** A widget in a page that another server makes. */
export interface Inclusion {
  /** The feed server's address, without a trailing slash. */
  readonly serverUrl: string;
  readonly service: string;
  /** The tag's attributes beside `service`. */
  readonly attributes: TagAttributes;
}

const queryOf = ({ attributes }: Inclusion): string => new URLSearchParams(attributes).toString();

/** Address of the fragment on its server; on the site that includes it, the path is the same. */
const fragmentPath = (inclusion: Inclusion): string => {
  const query = queryOf(inclusion);
  const { pathname } = new URL(`${inclusion.serverUrl}/fragment/${inclusion.service}.html`);
  return query === '' ? pathname : `${pathname}?${query}`;
};

const inPattern = (path: string): string => path.replaceAll(/[.*+?^$()[\]|\\]/g, '\\$&');

const folderPattern = (serverUrl: string): string =>
  inPattern(new URL(`${serverUrl}/fragment/`).pathname);

/** Writes a location for nginx, and the directive of its Server Side Includes. */
export const writeSsi = (inclusion: Inclusion): ServerSnippet => {
  const { serverUrl } = inclusion;
  return {
    server: `location / {
  root /var/www/html;
  ssi on;
}

location ~ ^${folderPattern(serverUrl)}(?<status_id>[a-z0-9-]+)\\.html$ {
  internal;
  proxy_pass ${new URL(serverUrl).origin};
  proxy_ssl_server_name on;
  # No cookies to the feed server, and no compressed answer, which cannot be included.
  proxy_pass_request_headers off;
  proxy_connect_timeout 1s;
  proxy_read_timeout 2s;
  proxy_intercept_errors on;
  error_page 500 502 503 504 =200 @no_status;
  # Needs in \`http\`: proxy_cache_path /var/cache/nginx/status keys_zone=status:1m;
  proxy_cache status;
  proxy_cache_lock on;
}

location @no_status {
  default_type text/html;
  return 200 '<a href="${serverUrl}/$status_id">$status_id status</a>';
}`,
    page: `<!--# include virtual="${fragmentPath(inclusion)}" -->`,
  };
};

/** Writes a configuration for Varnish, which speaks plain http to its backends, and the tag of Edge Side Includes. */
export const writeEsi = (inclusion: Inclusion): ServerSnippet => {
  const { serverUrl } = inclusion;
  const { host, hostname, port } = new URL(serverUrl);
  const folder = folderPattern(serverUrl);
  return {
    server: `vcl 4.1;

backend site { .host = "127.0.0.1"; .port = "8080"; }
backend status {
  .host = "${hostname.replaceAll(/[[\]]/g, '')}"; .port = "${port || '80'}";
  .connect_timeout = 1s; .first_byte_timeout = 2s; .between_bytes_timeout = 2s;
}

sub vcl_recv {
  set req.backend_hint = site;
  if (req.esi_level > 0 && req.url ~ "^${folder}") {
    set req.backend_hint = status;
    set req.http.Host = "${host}";
    unset req.http.Cookie;
    unset req.http.Authorization;
  }
}

sub vcl_backend_response {
  if (bereq.url !~ "^${folder}") {
    set beresp.do_esi = beresp.http.Content-Type ~ "^text/html";
  } else if (beresp.status >= 500) {
    return (error(503));
  }
}

sub vcl_backend_error {
  if (bereq.url ~ "^${folder}[a-z0-9-]+\\.html") {
    set beresp.status = 200;
    set beresp.ttl = 5s;
    set beresp.http.Content-Type = "text/html; charset=utf-8";
    synthetic(regsub(bereq.url, "^${folder}([a-z0-9-]+).*", {"<a href="${serverUrl}/\\1">\\1 status</a>"}));
    return (deliver);
  }
}`,
    page: markup`<esi:include src="${fragmentPath(inclusion)}"/>`.text,
  };
};

/** Writes a function in PHP, and its call in a page. */
export const writePhp = (inclusion: Inclusion): ServerSnippet => {
  const { serverUrl, service } = inclusion;
  const query = queryOf(inclusion);
  return {
    server: `<?php
function outage_status(string $service, string $query = ''): string
{
    $server = '${serverUrl}';
    $limits = stream_context_create(['http' => ['timeout' => 2]]);
    $html = @file_get_contents("$server/fragment/$service.html?$query", false, $limits);
    return $html !== false ? $html : "<a href=\\"$server/$service\\">$service status</a>";
}
?>`,
    page: `<?= outage_status('${service}'${query && `, '${query}'`}) ?>`,
  };
};

const inJavaScript = (text: string): string => `'${text.replaceAll(/[\\']/g, '\\$&')}'`;

/**
 * Writes a function for a JavaScript server, which renders the widget by itself, and its call in a template.
 *
 * @param link Beside which the tag stands while the feed server does not answer.
 */
export const writeRender = (inclusion: Inclusion, link: FallbackLink): ServerSnippet => {
  const { serverUrl, service, attributes } = inclusion;
  const tag = writeTag({ service, server: serverUrl, ...attributes }, link);
  const options = Object.entries({ server: serverUrl, ...attributes }).map(
    ([name, value]) => `      ${name}: ${inJavaScript(value)},`,
  );
  return {
    server: `import { renderStatus } from 'outage-status/ssr';

export async function outageStatus() {
  try {
    const signal = AbortSignal.timeout(2000);
    const answer = await fetch('${serverUrl}/${feedPath(service)}', { signal });
    return renderStatus(await answer.json(), {
${options.join('\n')}
    });
  } catch {
    // The script asks again.
    return ${inJavaScript(tag.text)};
  }
}`,
    page: `\${await outageStatus()}`,
  };
};
