import { useEffect, useRef, useState } from 'preact/hooks';

/** The tags of every app: property names in `a` and `b`, attribute names in `c` and `d`; `flip` exchanges the values. */
export function App({ heard, ready }) {
  const [yes, flip] = useState(true);
  const [known, know] = useState(false);
  const tag = useRef(null);
  useEffect(() => {
    ready(() => (flip((now) => !now), know((now) => !now)));
    // The way to listen that also works in a page that a server has rendered.
    const listen = () => heard('listener');
    const element = tag.current;
    element.addEventListener('outage-load', listen);
    return () => element.removeEventListener('outage-load', listen);
  }, []);
  return (
    <main>
      <outage-status
        id="a"
        ref={tag}
        service="kik"
        withoutReport={yes}
        headingLevel={yes ? 2 : 3}
        onoutage-load={() => heard('attribute')}
      />
      <outage-status id="b" service="kik" withoutReport={!yes} headingLevel={yes ? 3 : 2} />
      <outage-status id="c" service="kik" without-report={yes} heading-level={yes ? 2 : 3} />
      <outage-status id="d" service="kik" without-report={!yes} heading-level={yes ? 3 : 2} />
      <outage-status
        id="e"
        service={known ? 'kik' : undefined}
        withoutReport={known ? true : undefined}
      />
    </main>
  );
}
