import { AddressRule } from '../lib/address-rule.js';
import type { Log } from '../lib/log.js';

/** Visitors that one address must claim to forward before it is taken for a proxy: one person may write such a header. */
const CROWD = 5;
const MAX_NEIGHBOURS = 100;

/** Headers in which other proxies pass on a visitor's address; the server reads none of them. */
const UNREAD_HEADERS = [
  'forwarded',
  'x-real-ip',
  'cf-connecting-ip',
  'true-client-ip',
  'fastly-client-ip',
  'fly-client-ip',
  'x-client-ip',
] as const;

const EVERYONE_IS_ONE = 'so all visitors behind it count as one';

/** What a {@link ProxyWatch} needs. */
export interface ProxyWatchParts {
  readonly log: Pick<Log, 'warn'>;
  /** Called for each request whose `X-Forwarded-For` was not believed, in part or as a whole. */
  readonly observe: () => void;
}

/** Notices a proxy that the operator has not set up, behind which a crowd of visitors looks like one. */
export class ProxyWatch {
  readonly #parts: ProxyWatchParts;
  readonly #publicAddresses = new AddressRule([]);
  readonly #claims = new Map<string, Set<string>>();
  #warning: string | undefined;

  constructor(parts: ProxyWatchParts) {
    this.#parts = parts;
  }

  /** What is wrong, without an address; `undefined` as long as nothing is. */
  get warning(): string | undefined {
    return this.#warning;
  }

  /**
   * Notes that an address which is not in `TRUSTED_PROXIES` claims to forward a visitor.
   *
   * @param neighbour The address that sent the header.
   * @param claimed The address in the header.
   */
  noteClaim(neighbour: string, claimed: string): void {
    this.#parts.observe();
    if (this.#warning !== undefined) return;
    const claims = this.#claims.get(neighbour) ?? new Set();
    if (claims.size === 0 && this.#claims.size >= MAX_NEIGHBOURS) this.#claims.clear();
    this.#claims.set(neighbour, claims.add(claimed));
    if (claims.size < CROWD) return;
    this.#warn(
      `X-Forwarded-For of a proxy that is not in TRUSTED_PROXIES is ignored, ${EVERYONE_IS_ONE}`,
      // A public address may be a visitor's, who wrote the headers, so it is not logged.
      this.#publicAddresses.allows(neighbour)
        ? 'a public address; if it is your CDN or proxy, add its ranges to TRUSTED_PROXIES'
        : `${neighbour}; write TRUSTED_PROXIES=${neighbour}, besides what stands there`,
    );
  }

  /**
   * Notes a request of a trusted proxy without `X-Forwarded-For`.
   *
   * @param headers Of the request, names in lower case.
   */
  noteUnforwarded(headers: Readonly<Record<string, unknown>>): void {
    if (this.#warning !== undefined) return;
    const name = UNREAD_HEADERS.find((header) => headers[header] !== undefined);
    if (name === undefined) return;
    this.#warn(
      `a proxy in TRUSTED_PROXIES sends ${name} and no X-Forwarded-For, the only header that the server reads, ${EVERYONE_IS_ONE}`,
      'let the proxy append the address of the client to X-Forwarded-For',
    );
  }

  #warn(warning: string, advice: string): void {
    this.#warning = warning;
    this.#claims.clear();
    this.#parts.log.warn({ advice }, warning);
  }
}
