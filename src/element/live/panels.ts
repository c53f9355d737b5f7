import { nothing } from '../tags.js';
import { enPanels } from '../../i18n/en-panels.js';
import type { LiveMessages, SectionMessages } from '../../i18n/live-messages.js';
import type { LiveHost, LiveView } from '../live-host.js';
import { css } from '../style-sheet.js';
import type { PanelId } from './disclosure.js';
import { createGuidePanel } from './guide-panel.js';
import { checkStyles } from './check-styles.js';
import { DeviceCheck } from './device-check.js';
import { renderIncidents } from './incidents-panel.js';
import { listStyles } from './list-styles.js';
import type { PanelTools } from './panel-tools.js';
import { renderRelated } from './related-panel.js';
import { TrendController, type LoadTrend } from './trend-controller.js';
import { createTrendPanel } from './trend-panel.js';
import { trendStyles } from './trend-styles.js';

/** Styles of these panels; they build on those of the section. */
export const panelsStyles = css`
  ${listStyles}
  ${checkStyles}
  ${trendStyles}
`;

/** A panel that loads on demand. */
export type LatePanelId = Exclude<PanelId, 'report'>;

/** What a panel shows below its title. */
export interface PanelContent {
  readonly title: string;
  readonly content: unknown;
}

/** The panels of one element. */
export interface Panels {
  /** Call this when a panel opens or closes: the trend loads its chart, or destroys it; a guide that closes ends its check. */
  follow(open: PanelId | undefined): void;
  render(panel: LatePanelId, view: LiveView, messages: SectionMessages): PanelContent;
}

// One object per language, because the trend redraws for another object. A translated language has all texts.
const english = new WeakMap<SectionMessages, LiveMessages>();

const complete = (messages: SectionMessages): LiveMessages => {
  if ('trend' in messages) return messages as LiveMessages;
  const whole = english.get(messages) ?? { ...messages, ...enPanels };
  english.set(messages, whole);
  return whole;
};

/** Makes the panels of one element. */
export function createPanels(host: LiveHost, tools: PanelTools, loadTrend: LoadTrend): Panels {
  const trend = new TrendController(host, loadTrend);
  const check = new DeviceCheck(host);
  const renderers = {
    trend: createTrendPanel(trend),
    guide: createGuidePanel(check),
    incidents: renderIncidents,
    related: renderRelated,
  };
  return {
    follow(open) {
      if (open === 'trend') void trend.open();
      else trend.close();
      if (open !== 'guide') check.reset();
    },
    render: (panel, view, messages) =>
      renderers[panel](view, complete(messages), tools) ?? { title: '', content: nothing },
  };
}
