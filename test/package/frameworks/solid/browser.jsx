import { createSignal } from 'solid-js';
import { render } from 'solid-js/web';

/** The same as in React's app; without a server, as Solid hydrates only what its own marks are in. */
function App({ heard, ready }) {
  const [yes, flip] = createSignal(true);
  const [known, know] = createSignal(false);
  ready(() => (flip((now) => !now), know((now) => !now)));
  return (
    <main>
      <outage-status
        id="a"
        service="kik"
        withoutReport={yes()}
        headingLevel={yes() ? 2 : 3}
        onoutage-load={() => heard('attribute')}
        on:outage-load={() => heard('listener')}
      />
      <outage-status id="b" service="kik" withoutReport={!yes()} headingLevel={yes() ? 3 : 2} />
      <outage-status id="c" service="kik" without-report={yes()} heading-level={yes() ? 2 : 3} />
      <outage-status id="d" service="kik" without-report={!yes()} heading-level={yes() ? 3 : 2} />
      <outage-status
        id="e"
        service={known() ? 'kik' : undefined}
        withoutReport={known() ? true : undefined}
      />
    </main>
  );
}

export const mount = (root, props) => void render(() => <App {...props} />, root);
