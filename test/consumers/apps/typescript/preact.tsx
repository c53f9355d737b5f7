/** @jsxImportSource preact */
import type { OutageStatusElement } from 'outage-status';
import type {} from 'outage-status/preact';

export const right = [
  <outage-status service="kik" withoutReport={true} onoutage-load={({ feed }) => void feed} />,
  <outage-status
    heading-level={2}
    title="Kik"
    ref={(element: OutageStatusElement | null) => void element}
  />,
];
export const wrong = [
  // @ts-expect-error a variant that does not exist
  <outage-status variant="huge" />,
  // @ts-expect-error another event's property
  <outage-status onoutage-load={({ to }) => void to} />,
];
