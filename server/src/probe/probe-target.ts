import type { CatalogCheck, CatalogService } from '../catalog/load-catalog.js';

/** A check, and the service that has it. */
export interface ServiceCheck extends CatalogCheck {
  readonly serviceId: string;
}

/** One address to ask, and all checks that it answers. */
export interface ProbeTarget {
  readonly url: string;
  readonly checks: readonly ServiceCheck[];
}

/** The addresses of a catalogue, each once, even if several services share it and expect different answers. */
export function listTargets(services: Iterable<CatalogService>): readonly ProbeTarget[] {
  const targets = new Map<string, ServiceCheck[]>();
  for (const { id: serviceId, checks } of services) {
    for (const check of checks) {
      const known = targets.get(check.url) ?? [];
      targets.set(check.url, [...known, { ...check, serviceId }]);
    }
  }
  return [...targets].map(([url, checks]) => ({ url, checks }));
}
