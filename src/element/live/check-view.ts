import { html, nothing, type TemplateResult } from '../tags.js';
import type { LiveMessages } from '../../i18n/live-messages.js';
import { explainDevice } from '../../model/device-check.js';
import type { LiveView } from '../live-host.js';
import type { AskAnswer } from './ask-from-here.js';
import type { DeviceCheck, DeviceFindings } from './device-check.js';
import type { PanelTools } from './panel-tools.js';

/** What this browser asks for: where the probe asks, so that both can be compared; else the service's own site. */
const findServiceUrl = ({ feed }: LiveView): string | undefined =>
  feed.reachability?.url ?? feed.service.url;

function renderFindings(
  { outcome, answers }: DeviceFindings,
  hosts: readonly string[],
  { feed, stale, formats }: LiveView,
  { guide: { check: texts } }: LiveMessages,
): TemplateResult {
  const sentence = explainDevice({ device: outcome, feed: stale ? undefined : feed });
  const describe = ({ outcome: became, tookMs }: AskAnswer): string =>
    became === 'answers' ? texts.took(tookMs, formats) : texts.failed[became];
  return html`<p class="first-answer">${texts.says[sentence](feed.service.name)}</p>
    <ul class="facts">
      ${hosts.map((host, index) =>
        answers[index] ? html`<li><bdi>${host}</bdi>: ${describe(answers[index])}</li>` : nothing,
      )}
    </ul>`;
}

/**
 * The button that asks the service from this browser, with the addresses that it will ask, and what was found. Nothing is
 * asked before the press, and nothing of the answer is sent or kept.
 *
 * @returns `nothing` where the feed names no address of the service.
 */
export function renderCheck(
  view: LiveView,
  messages: LiveMessages,
  { hostOf }: PanelTools,
  check: DeviceCheck,
): TemplateResult | typeof nothing {
  const serviceUrl = findServiceUrl(view);
  if (!serviceUrl) return nothing;
  const { check: texts } = messages.guide;
  const { feedUrl } = view;
  const hosts = [...new Set([serviceUrl, feedUrl].map(hostOf))];
  const state = check.stateOf(serviceUrl);
  const isAsking = state === 'asking';
  return html`<div part="check" class="check">
    <button
      class="primary secondary"
      aria-disabled=${isAsking ? 'true' : nothing}
      aria-describedby="check-note"
      @click=${() => void check.start({ serviceUrl, feedUrl })}
    >
      ${isAsking ? texts.asking : texts.start}
    </button>
    <p class="check-note" id="check-note">${texts.note(hosts)}</p>
    <div role="status">
      ${state && state !== 'asking' ? renderFindings(state, hosts, view, messages) : nothing}
    </div>
  </div>`;
}
