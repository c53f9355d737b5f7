/** @jsxImportSource react */
import type { OutageStatusElement } from 'outage-status';
import { OutageStatus, type OutageStatusProps } from 'outage-status/react';

const props: OutageStatusProps = { service: 'kik', variant: 'badge' };
export const right = [
  <OutageStatus {...props} onOutageLoad={({ feed }) => void feed} />,
  <OutageStatus ref={(element: OutageStatusElement | null) => void element} />,
  <outage-status service="kik" without-report={true} onoutage-load={({ feed }) => void feed} />,
];
export const wrong = [
  // @ts-expect-error a variant that does not exist
  <OutageStatus variant="huge" />,
  // @ts-expect-error a property that does not exist
  <OutageStatus servce="kik" />,
  // @ts-expect-error neither a number nor `off`
  <outage-status refresh="never" />,
];
