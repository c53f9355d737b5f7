// The links of the documentation site.
import { BASE, hasFile } from './docs-site.mjs';

/**
 * Follows every link of the site to pages, headings and files of its own, and asks the server for what lies outside of it.
 * Links to other hosts are left out.
 *
 * @param pages Of {@link readPages}.
 * @param serverUrl Without slash at the end.
 * @returns A sentence for each link that leads nowhere: where it stands, and where it leads.
 */
export async function findBrokenLinks(pages, serverUrl) {
  const anchors = new Map(
    [...pages].map(([address, elements]) => [
      address,
      new Set(elements.map(({ attributes }) => attributes.id)),
    ]),
  );
  const broken = [];
  const ofServer = new Map();
  for (const [address, elements] of pages) {
    for (const { tag, attributes } of elements) {
      const link = attributes.href ?? attributes.src;
      if (link === undefined || tag === 'use') continue;
      const { origin, pathname, search, hash } = new URL(link, `http://site${address}`);
      if (origin !== 'http://site') continue;
      const fault = `${address}: ${link}`;
      if (!pathname.startsWith(BASE)) ofServer.set(pathname + search, fault);
      else if (!pages.has(pathname)) {
        if (!hasFile(pathname)) broken.push(fault);
      } else if (hash && !anchors.get(pathname).has(decodeURIComponent(hash.slice(1))))
        broken.push(fault);
    }
  }
  for (const [path, fault] of ofServer) {
    const { status } = await fetch(serverUrl + path);
    if (status !== 200) broken.push(`${fault} answers ${status}`);
  }
  return broken;
}
