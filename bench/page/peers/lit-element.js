// The hand-written element again, with Lit.
import { css, html, LitElement } from 'lit';
import { follow, WORDS } from './feed-source.js';

class LitStatus extends LitElement {
  static properties = { src: {}, feed: { state: true } };
  static styles = css`
    :host {
      display: block;
      font: 16px sans-serif;
      border: 1px solid #ccc;
      border-radius: 8px;
      padding: 12px;
      min-height: 40px;
    }
  `;

  connectedCallback() {
    super.connectedCallback();
    follow(this.src ?? this.getAttribute('src'), (feed) => (this.feed = feed));
  }

  render() {
    if (!this.feed) return html`<b></b> <i></i>`;
    const { service, status, community } = this.feed;
    return html`<b>${service.name}</b> <i>${WORDS[status] ?? 'Unknown'}</i>
      <p>${community.reportCount} reports in the last hour, usually ${community.typicalCount}</p>`;
  }
}
customElements.define('lit-status', LitStatus);
