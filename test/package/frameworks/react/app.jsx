import { useEffect, useRef, useState } from 'react';

/**
 * Makes the app with the tags of every app: property names in `a` and `b`, attribute names in `c` and `d`; `flip` exchanges
 * the values.
 *
 * @param Tag The tag itself, or the component.
 * @param listen Props that listen, of the function that notes what is heard: from the start, and from a later rendering.
 */
export const appOf = (Tag, listen) =>
  function App({ heard, ready }) {
    const [yes, flip] = useState(true);
    const [known, know] = useState(false);
    const tag = useRef(null);
    useEffect(() => {
      ready(() => (flip((now) => !now), know((now) => !now)));
      // The way to listen that also works for the tag itself in a page that a server has rendered.
      const note = () => heard('listener');
      const element = tag.current;
      element.addEventListener('outage-load', note);
      return () => element.removeEventListener('outage-load', note);
    }, []);
    return (
      <main>
        <Tag
          id="a"
          ref={tag}
          service="kik"
          withoutReport={yes}
          headingLevel={yes ? 2 : 3}
          {...listen.first(heard)}
        />
        <Tag id="b" service="kik" withoutReport={!yes} headingLevel={yes ? 3 : 2} />
        <Tag id="c" service="kik" without-report={yes} heading-level={yes ? 2 : 3} />
        <Tag id="d" service="kik" without-report={!yes} heading-level={yes ? 3 : 2} />
        <Tag
          id="e"
          service={known ? 'kik' : undefined}
          withoutReport={known ? true : undefined}
          {...(known ? listen.later(heard) : {})}
        />
      </main>
    );
  };

export const App = appOf('outage-status', {
  first: (heard) => ({ 'onoutage-load': () => heard('attribute') }),
  later: () => ({}),
});
