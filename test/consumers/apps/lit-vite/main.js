import { html, LitElement } from 'lit';
import { hear } from './harness.js';

const isLate = location.pathname === '/late';
const define = () => import('outage-status/define');

class ConsumerApp extends LitElement {
  static properties = { yes: { state: true }, isShown: { state: true } };

  constructor() {
    super();
    this.yes = true;
    this.isShown = true;
  }

  // In the page itself, where the checks look for the tags.
  createRenderRoot() {
    return this;
  }

  render() {
    return html`
      <button id="flip" @click=${() => (this.yes = !this.yes)}>Flip</button>
      <button id="leave" @click=${() => (this.isShown = false)}>Leave</button>
      ${this.isShown ? html`<!-- tags of template -->` : ''}
    `;
  }
}

if (!isLate) await define();
customElements.define('consumer-app', ConsumerApp);
if (isLate) await define();
