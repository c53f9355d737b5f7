/** The words of server rendering that the widget in a browser does not have. */
export interface LastingTexts {
  /** A moment: `14:05 UTC, Nov 29`. */
  moment(time: string, day: string): string;
  /** In place of "Updated 20 seconds ago": `As of 14:05 UTC, Nov 29`. */
  asOf(moment: string): string;
  /** In place of "Since 09:35 (25 minutes ago)". */
  since(moment: string): string;
  /** The whole status in a sentence or two, for pages that cannot show the card. */
  inWords(parts: { name: string; status: string; moment: string; sentence: string }): string;
}

/** By primary subtag, as `LANGUAGES`. */
export const LASTING_TEXTS: Readonly<Record<'en' | 'ar', LastingTexts>> = {
  en: {
    moment: (time, day) => `${time}, ${day}`,
    asOf: (moment) => `As of ${moment}`,
    since: (moment) => `Since ${moment}`,
    inWords: ({ name, status, moment, sentence }) =>
      `${name}: ${status} as of ${moment}. ${sentence}`,
  },
  ar: {
    moment: (time, day) => `${time}، ${day}`,
    asOf: (moment) => `حتى ${moment}`,
    since: (moment) => `منذ ${moment}`,
    inWords: ({ name, status, moment, sentence }) =>
      `${name}: ${status} حتى ${moment}. ${sentence}`,
  },
};
