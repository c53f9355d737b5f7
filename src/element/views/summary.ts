import { html, nothing, type TemplateResult } from 'lit';
import { chooseHeadline } from '../../model/headline.js';
import { isProblem } from '../../model/severity.js';
import type { CardView } from '../element-view.js';

/** The verdict in a sentence, and since when. */
export function renderSummary({ feed, stale, nowMs, messages, formats }: CardView): TemplateResult {
  const { kind, status } = chooseHeadline(feed, stale);
  const sentence = messages.verdict[kind]({
    name: feed.service.name,
    status: messages.statusInSentence[status],
    age: formats.relative(Date.parse(feed.generatedAt), nowMs),
  });
  const sinceMs =
    feed.since && isProblem(feed.status) && !stale ? Date.parse(feed.since) : undefined;
  return html`<p part="summary" class="summary">${sentence}</p>
    ${
      sinceMs === undefined
        ? nothing
        : html`<p part="since" class="muted">
            ${messages.since(
              nowMs - sinceMs < 64_800_000 ? formats.time(sinceMs) : formats.dateTime(sinceMs),
              formats.relative(sinceMs, nowMs),
            )}
          </p>`
    }`;
}
