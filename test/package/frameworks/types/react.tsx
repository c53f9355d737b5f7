import { useRef } from 'react';
import type {} from 'outage-status/jsx';
import type { OutageStatusElement } from 'outage-status';

export const Listed = () => {
  const tag = useRef<OutageStatusElement>(null);
  return <outage-status ref={tag} key="kik" className="status" suppressHydrationWarning />;
};
// @ts-expect-error another element's reference
export const Wrong = () => <outage-status ref={useRef<HTMLInputElement>(null)} />;
