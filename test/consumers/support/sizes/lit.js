// An element of a few lines: what Lit alone weighs.
import { html, LitElement } from 'lit';

class PlainStatus extends LitElement {
  static properties = { status: {} };

  render() {
    return html`<p>${this.status}</p>`;
  }
}
customElements.define('plain-status', PlainStatus);
