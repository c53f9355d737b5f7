import { useRef } from 'react';
import type { OutageStatusElement, Status } from 'outage-status';
import { OutageStatus } from 'outage-status/react';

declare const isOff: boolean | undefined;

export const Listed = () => {
  const tag = useRef<OutageStatusElement>(null);
  return <outage-status ref={tag} key="kik" className="status" suppressHydrationWarning />;
};
// @ts-expect-error another element's reference
export const Wrong = () => <outage-status ref={useRef<HTMLInputElement>(null)} />;

export const Good = () => {
  const tag = useRef<OutageStatusElement>(null);
  return (
    <OutageStatus
      ref={tag}
      key="kik"
      className="status"
      service="kik"
      variant="compact"
      refresh="30"
      headingLevel={2}
      withoutReport={isOff}
      without-guide={true}
      onClick={(event) => event.preventDefault()}
      onOutageLoad={(event) => event.feed.service.name}
      onOutageStatusChange={({ from, to }) => {
        const change: [Status, Status] = [from, to];
        return change;
      }}
      onOutageError={({ error }) => error.code}
      onOutageReport={(event) => event.preventDefault()}
      onOutageReported={isOff ? undefined : ({ outcome }) => outcome.outcome}
    >
      <a href="https://kik.com">Kik</a>
    </OutageStatus>
  );
};

export const bad = [
  // @ts-expect-error a number is no id
  <OutageStatus service={5} />,
  // @ts-expect-error a variant that does not exist
  <OutageStatus variant="huge" />,
  // @ts-expect-error a property takes a boolean
  <OutageStatus withoutReport="yes" />,
  // @ts-expect-error neither a boolean nor its text
  <OutageStatus without-report="no" />,
  // @ts-expect-error misspelt
  <OutageStatus withoutRaport />,
  // @ts-expect-error misspelt
  <OutageStatus onOutageLaod={() => undefined} />,
  // @ts-expect-error an event without a status
  <OutageStatus onOutageLoad={({ to }) => to} />,
  // @ts-expect-error another event's class
  <OutageStatus onOutageLoad={(event: MouseEvent) => event.clientX} />,
  // @ts-expect-error another element's reference
  <OutageStatus ref={useRef<HTMLInputElement>(null)} />,
];
