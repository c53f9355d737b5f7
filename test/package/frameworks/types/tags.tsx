// Compiled by framework-types.test.mjs for each framework, with its own types; never run. A misspelt name with a dash is no
// error in JSX: TypeScript takes any such name.
import type { FeedError, OutageStatusElement, Status } from 'outage-status';

declare const maybe: string | undefined;
declare const isOff: boolean | undefined;

export const good = [
  <outage-status />,
  <outage-status service="kik">
    <a href="https://kik.com">Kik</a>
  </outage-status>,
  <outage-status service={maybe} refresh={undefined} withoutReport={isOff} without-guide={isOff} />,
  <outage-status
    service="kik"
    variant="badge"
    refresh={30}
    headingLevel={2}
    withoutReport
    announce
  />,
  <outage-status
    service="kik"
    variant="card"
    theme="dark"
    lang="ar"
    load="visible"
    server="https://status.example"
  />,
  <outage-status src="https://status.example/summary.json" format="statuspage" refresh="off" />,
  <outage-status heading-level={2} without-report={true} without-official={false} />,
  <outage-status heading-level="2" without-report="" without-sparkline="false" refresh="30" />,
  <outage-status id="x" title="Kik" slot="aside" role="note" hidden style={{ color: 'red' }} />,
  <outage-status onClick={(event) => event.preventDefault()} />,
  <outage-status
    onoutage-load={(event) => {
      const name: string = event.feed.service.name;
      return name;
    }}
    onoutage-status-change={({ from, to }) => {
      const change: [Status, Status] = [from, to];
      return change;
    }}
    onoutage-error={({ error }) => {
      const code: FeedError['code'] = error.code;
      return code;
    }}
    onoutage-report={(event) => event.preventDefault()}
    onoutage-reported={({ outcome }) => outcome.outcome}
  />,
  <outage-status ref={(element: OutageStatusElement | null) => void element?.refreshNow()} />,
];

export const bad = [
  // @ts-expect-error a number is no id
  <outage-status service={5} />,
  // @ts-expect-error a variant that does not exist
  <outage-status variant="huge" />,
  // @ts-expect-error neither a number nor `off`
  <outage-status refresh="never" />,
  // @ts-expect-error a word
  <outage-status headingLevel="two" />,
  // @ts-expect-error a word
  <outage-status heading-level="two" />,
  // @ts-expect-error a property takes a boolean
  <outage-status withoutReport="yes" />,
  // @ts-expect-error neither a boolean nor its text
  <outage-status without-report="no" />,
  // @ts-expect-error no attribute of this name
  <outage-status nonsense="1" />,
  // @ts-expect-error misspelt
  <outage-status withoutRaport />,
  // @ts-expect-error read-only
  <outage-status status="operational" />,
  // @ts-expect-error a listener is a function
  <outage-status onoutage-load="run()" />,
  // @ts-expect-error another event's class
  <outage-status onoutage-load={(event: MouseEvent) => event.clientX} />,
  // @ts-expect-error an event without a status
  <outage-status onoutage-load={({ to }) => to} />,
];
