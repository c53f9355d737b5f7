import { useRef } from 'preact/hooks';
import type { OutageStatusElement } from 'outage-status';

export const Listed = () => {
  const tag = useRef<OutageStatusElement>(null);
  return <outage-status ref={tag} key="kik" class="status" />;
};
// @ts-expect-error another element's reference
export const Wrong = () => <outage-status ref={useRef<HTMLInputElement>(null)} />;
