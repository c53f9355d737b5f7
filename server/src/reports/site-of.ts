import { getDomain } from 'tldts';

/**
 * The site an origin belongs to: everything under one registrable domain, since its owner makes as many names below it as
 * they like. Free subdomains of a host such as `github.io` are one site too: they are as easily had.
 *
 * @param origin From `normaliseOrigin`.
 * @returns E.g. `example.org` for `https://blog.example.org:8443`; the host where there is no such domain; what is no
 *   address, such as `null`, as it is.
 */
export function siteOf(origin: string): string {
  if (!URL.canParse(origin)) return origin;
  return getDomain(origin) ?? new URL(origin).hostname;
}
