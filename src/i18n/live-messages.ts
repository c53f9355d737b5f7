import type { Incident, Official, Reachability, Status } from '../feed/index.js';
import type { Formats } from './formats.js';

/** Texts of the live section and the report panel. Numbers and times are passed formatted; counts are raw, for the plural. */
export interface SectionMessages {
  /** Status as a label, the same words as in the badge. */
  readonly status: Readonly<Record<Status, string>>;
  /** For screen readers, after a link that opens a new tab; others see an arrow. */
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

/** Users' reports beside the vendor's page, and what a machine sees that asks the service. */
interface VoiceMessages {
  /** Name of the group for assistive technology. */
  readonly label: string;
  readonly users: string;
  readonly official: string;
  /** What users report, while they report no problem. The numbers stand in the card's figures alone. */
  readonly nothingUnusual: string;
  /** Shown when the feed has no community side. */
  readonly notCounted: string;
  /** In place of the status when a voice is missing. */
  readonly none: string;
  readonly noOfficialPage: string;
  /** `2 open incidents, checked 2 minutes ago`. */
  openIncidents(count: number, ago: string, formats: Formats): string;
  /** The page's indicator where it contradicts its incidents or components: `Page says “Operational”, 2 incidents open`; at 0 only the first part. */
  contradictsItself(word: string, openCount: number, formats: Formats): string;
  /**
   * The parts that have a problem, in one short line: `1 of 63 parts: Frankfurt`, `7 of 544 parts: Frankfurt, Tokyo and 5
   * more`; without a total only the names.
   */
  affected(
    parts: {
      readonly count: number;
      /** `undefined` when the number of parts is unknown. */
      readonly total: number | undefined;
      /** The names to show. */
      readonly names: readonly string[];
      /** How many affected parts `names` leaves out. */
      readonly moreCount: number;
    },
    formats: Formats,
  ): string;
  /** Why the status of a page that was read is unknown. */
  readonly unknownReason: Readonly<Record<NonNullable<Official['unknownReason']>, string>>;
  /** `Checked 2 minutes ago`. */
  checked(ago: string): string;
  /** `Not readable since 09:35`: no answer, or one in an unknown format. */
  notReadable(since: string): string;
  /** `Last known: Operational`. */
  lastKnown(status: string): string;
  /** Number of visitors who voted that it works again: `14 say it works again`. */
  worksAgain(count: number, formats: Formats): string;
  /** The most reported category: `Most often: Messages not sending`. */
  mostOften(label: string): string;
  /** Whose voice the third is: the server's own. */
  readonly probe: string;
  /** What it says in one short line, by what `hearProbe` returns: `Kik's servers do not answer us either.` */
  readonly probeSays: {
    readonly answers: (name: string) => string;
    readonly answersButUsers: (name: string) => string;
    readonly answersButVendor: (name: string) => string;
    readonly slow: (name: string) => string;
    readonly noAnswer: (name: string) => string;
    readonly noAnswerAlone: (name: string) => string;
    readonly noAnswerEither: (name: string) => string;
    readonly unclear: (name: string) => string;
  };
  /** How long the address takes to answer: `120 ms`. */
  took(milliseconds: number, formats: Formats): string;
  /** Why it does not: `no connection`. */
  readonly failure: Readonly<Record<NonNullable<Reachability['failure']>, string>>;
}

/** The row of buttons. */
interface ActionMessages {
  readonly label: string;
  readonly report: string;
  /** In place of the button, while the operator has paused reports. */
  readonly paused: string;
  /** In place of the button, on a page without TLS. */
  readonly insecure: string;
  readonly officialPage: string;
  readonly trend: string;
  readonly guide: string;
  /** `Incidents (3)`; plain at 0. */
  incidents(count: number, formats: Formats): string;
  readonly related: string;
  /** In place of a panel whose file could not be loaded. */
  readonly failed: string;
}

/** The report panel, from the choice of a category to the outcome. */
export interface ReportMessages {
  readonly question: string;
  /** Shown when a visitor sends without a choice. */
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
  /** The vote that it works again, with its own versions of the texts above. */
  readonly recovered: {
    /** The button: `Works for me again`. */
    readonly send: string;
    readonly counted: string;
    readonly alreadyReported: string;
    /** `You can tell us again at 10:35.` */
    readonly reportAgain: (moment: string) => string;
  };
  readonly refused: string;
  /** `Try again after 10:35.` */
  tryAgainAfter(moment: string): string;
  readonly tryAgainLater: string;
  readonly offline: string;
  readonly prevented: string;
}

/** Open and past incidents. */
interface IncidentMessages {
  readonly title: string;
  readonly empty: string;
  readonly impact: Readonly<Record<Incident['impact'], string>>;
  readonly status: Readonly<Record<Incident['status'], string>>;
  readonly source: Readonly<Record<Incident['source'], string>>;
  readonly ongoing: string;
  /** In place of `ongoing` when the feed is stale. */
  readonly openWhenLastChecked: string;
  /** `lasted 3 hours`. */
  lasted(duration: string): string;
  /** How much earlier users reported it: `users noticed 18 minutes before the official page`. */
  noticedFirst(duration: string): string;
  /** Announced for later: `starts in 3 hours`. */
  starts(relative: string): string;
}

/** Checks to make before blaming the service. */
interface GuideMessages {
  /** The answer, one for each case: no connection, no current data, others have a problem, few others have one. */
  readonly answer: {
    readonly offline: string;
    readonly unknown: string;
    /** @param ago `25 minutes ago`, or empty when the start is unknown. */
    many(name: string, ago: string): string;
    few(name: string): string;
  };
  title(name: string): string;
  readonly questions: string;
  about(name: string): string;
  readonly check: CheckMessages;
}

/** The check from the visitor's own device. */
interface CheckMessages {
  readonly start: string;
  readonly asking: string;
  /** What a press does: which sites it asks, and that nothing is sent on or kept. */
  note(sites: readonly string[]): string;
  /** `answered in 40 ms`, after the name of a site. */
  took(milliseconds: number, formats: Formats): string;
  /** What became of a request instead, after the name of a site. */
  readonly failed: Readonly<Record<'silent' | 'refused' | 'policy' | 'insecure', string>>;
  /** The answer, by what `explainDevice` returns. */
  readonly says: Readonly<
    Record<
      | 'answers'
      | 'answersButProblem'
      | 'answersOnlyHere'
      | 'onlyHere'
      | 'someOnly'
      | 'nowhere'
      | 'silentAndProblem'
      | 'maintenance'
      | 'silent'
      | 'refused'
      | 'offline'
      | 'cutOff'
      | 'policy'
      | 'insecure',
      (name: string) => string
    >
  >;
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
  /** Length of one point: `per quarter of an hour`. */
  per(stepSeconds: number, formats: Formats): string;
  /** Legend of the band. */
  readonly usualRange: string;
  /** Text alternative: `Reports per quarter of an hour. Most: 64 at 08:45. Latest: 12.` */
  summary(parts: { per: string; most: string; mostAt: string; latest: string }): string;
  readonly keys: string;
  /** One point, for the tooltip and for screen readers: `64 reports, usually 2`. */
  point(count: number, typical: number | undefined, formats: Formats): string;
  /** A usual number above 0 and below 1, in the table. */
  readonly fewerThanOne: string;
  readonly table: string;
  readonly time: string;
  readonly usual: string;
}
