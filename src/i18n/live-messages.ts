import type { Incident, Status } from '../feed/index.js';
import type { Formats } from './formats.js';

/** Texts of the live section while no panel but that for reporting is open. Numbers and times arrive formatted, counts also raw for the plural. */
export interface SectionMessages {
  /** Status as a label, the same words as in the badge. */
  readonly status: Readonly<Record<Status, string>>;
  /** Told after a link that opens elsewhere, for those who do not see the arrow. */
  readonly opensNewTab: string;
  readonly retry: string;
  readonly voices: VoiceMessages;
  readonly actions: ActionMessages;
  readonly report: ReportMessages;
}

/** Texts of the other panels and the chart. */
export interface PanelMessages {
  readonly incidents: IncidentMessages;
  readonly guide: GuideMessages;
  readonly related: RelatedMessages;
  readonly trend: TrendMessages;
}

/** Every text of the live section, its panels and its chart. */
export interface LiveMessages extends SectionMessages, PanelMessages {}

/** Users' reports beside the vendor's page. */
interface VoiceMessages {
  /** Name of the pair for assistive technology. */
  readonly label: string;
  readonly users: string;
  readonly official: string;
  /** `184 reports in the last hour`. */
  reports(count: number, windowSeconds: number, formats: Formats): string;
  /** `12 is usual`. */
  usual(typical: string): string;
  /** Nobody counts reports for this feed. */
  readonly notCounted: string;
  /** The status word when there is no voice at all. */
  readonly none: string;
  readonly noOfficialPage: string;
  /** `2 open incidents, checked 2 minutes ago`. */
  openIncidents(count: number, ago: string, formats: Formats): string;
  /** The page's own word, where its incidents or components say something else: `Page says Operational, 2 incidents open`; without incidents at 0. */
  contradictsItself(word: string, openCount: number, formats: Formats): string;
  /** `Checked 2 minutes ago`. */
  checked(ago: string): string;
  /** `Not readable since 09:35`, whether it gave no answer or one that was not understood. */
  notReadable(since: string): string;
  /** `Last known: Operational`. */
  lastKnown(status: string): string;
  /** Visitors for whom it works again: `14 say it works again`. */
  worksAgain(count: number, formats: Formats): string;
  /** What most of the reports are about: `65%: Messages not sending`. */
  mostly(label: string, percent: string): string;
}

/** The row of buttons. */
interface ActionMessages {
  readonly label: string;
  readonly report: string;
  /** In the button's place, while an operator takes no reports. */
  readonly paused: string;
  /** In the button's place, on a page without TLS. */
  readonly insecure: string;
  readonly officialPage: string;
  readonly trend: string;
  readonly guide: string;
  /** `Incidents (3)`; plain at 0. */
  incidents(count: number, formats: Formats): string;
  readonly related: string;
  /** In the place of a panel whose file could not be had. */
  readonly failed: string;
}

/** From choosing what fails to what became of the report. */
export interface ReportMessages {
  question(name: string): string;
  /** Asked for when sending without a choice. */
  readonly chooseFirst: string;
  readonly send: string;
  readonly sending: string;
  readonly cancel: string;
  readonly done: string;
  readonly privacy: string;
  /** `Counted. You are one of 185 in the last hour.` */
  counted(count: number, windowSeconds: number, formats: Formats): string;
  readonly alreadyReported: string;
  /** `You can report again at 10:35.` */
  readonly reportAgain: (moment: string) => string;
  /** The opposite vote, and what is told of it in the place of the texts above. */
  readonly recovered: {
    /** The button: `Works for me again`. */
    readonly send: string;
    readonly counted: string;
    readonly alreadyReported: string;
    /** `You can say so again at 10:35.` */
    readonly reportAgain: (moment: string) => string;
  };
  readonly refused: string;
  /** `Try again after 10:35.` */
  tryAgainAfter(moment: string): string;
  readonly tryAgainLater: string;
  readonly offline: string;
  readonly prevented: string;
}

/** Newest and past incidents. */
interface IncidentMessages {
  readonly title: string;
  readonly empty: string;
  readonly impact: Readonly<Record<Incident['impact'], string>>;
  readonly status: Readonly<Record<Incident['status'], string>>;
  readonly source: Readonly<Record<Incident['source'], string>>;
  readonly ongoing: string;
  /** In place of `ongoing` when the feed is too old to say so. */
  readonly openWhenLastChecked: string;
  /** `lasted 3 hours`. */
  lasted(duration: string): string;
  /** Users saw it before the vendor told of it: `users noticed 18 minutes before the official page`. */
  noticedFirst(duration: string): string;
  /** Begins later: `starts in 3 hours`. */
  starts(relative: string): string;
}

/** What to check before blaming the service. */
interface GuideMessages {
  /** The answer, by what is known: the visitor has no connection, nothing current is known, it fails for others, it does not. */
  readonly answer: {
    readonly offline: string;
    readonly unknown: string;
    /** @param ago `25 minutes ago`, or empty when it is not known since when. */
    many(name: string, ago: string): string;
    few(name: string): string;
  };
  title(name: string): string;
  readonly questions: string;
  about(name: string): string;
}

/** Other services. */
interface RelatedMessages {
  readonly title: string;
}

/** The interactive chart. */
export interface TrendMessages {
  /** `Reports in the last 24 hours`. */
  title(span: string): string;
  readonly loading: string;
  readonly failed: string;
  readonly reports: string;
  /** Legend of the band. */
  readonly usualRange: string;
  /** Text alternative: `Reports per 15 minutes. Most: 64 at 08:45. Latest: 12.` */
  summary(parts: { step: string; most: string; mostAt: string; latest: string }): string;
  readonly keys: string;
  /** One point, for tooltip and voice: `64 reports, 2 is usual`. */
  point(count: number, typical: number | undefined, formats: Formats): string;
  readonly table: string;
  readonly time: string;
  readonly usual: string;
}
